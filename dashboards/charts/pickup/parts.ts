import { ALL, type Figure } from "../../data/contract/figure.js";
import { parseAgeBand } from "../../data/contract/age-band.js";
import { isYoungBand, type BandIssued } from "../../data/indicators/renewal/minors.js";
import { districtTotals, townTotals } from "../../data/indicators/totals.js";
import type { PageSource } from "../page-source.js";
import { DEFAULT_HORIZON, pickupDate, type Horizon, type PickupParts } from "./model.js";

/** What the address may ask 受取 for. */
export interface PickupView {
  date?: string | null;
  district?: string | null;
  horizon?: Horizon;
}

/** The parts of 受取 from a town's rows. */
export function pickupParts(source: PageSource, view: PickupView = {}): PickupParts {
  const { municipality, synthetic, districts, figures, townAges, published = [] } = source;
  const place = districts.find((d) => d.code === view.district);
  const ofPlace = place ? figures.filter((f) => f.district === place.code) : figures;
  const town = townTotals(figures);
  const asOf = pickupDate(
    town.map((t) => t.as_of),
    view.date ?? null,
  );
  return {
    municipality,
    synthetic,
    isPublic: townAges !== undefined,
    place: place ? { code: place.code, name: place.name } : null,
    totals: place ? townTotals(ofPlace) : town,
    young: youngIssued(ofPlace),
    districtTotals: asOf === null ? [] : districtTotals(figures, asOf),
    districts,
    published,
    asOf,
    horizon: view.horizon ?? DEFAULT_HORIZON,
  };
}

/** Cards of the young by date and band; as with totals, rows of the whole town stand before its districts'. */
function youngIssued(figures: readonly Figure[]): BandIssued[] {
  return [...Map.groupBy(figures, (f) => f.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([as_of, ofDate]) => {
      const whole = ofDate.filter((f) => f.district === ALL);
      const young = (whole.length > 0 ? whole : ofDate).filter((f) => isYoungBand(f.age_band));
      return [...Map.groupBy(young, (f) => f.age_band)]
        .sort(([a], [b]) => parseAgeBand(a)!.from - parseAgeBand(b)!.from)
        .map(([age_band, group]) => ({
          as_of,
          age_band,
          issued: group.some((f) => f.issued === null) ? null : group.reduce((sum, f) => sum + f.issued!, 0),
        }));
    });
}
