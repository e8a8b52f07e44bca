import type { District } from "../data/contract/district.js";
import { MEASURES, type Measure } from "../data/contract/figure.js";
import { districtStandings, type StandingOrder } from "../data/indicators/district-standing.js";
import { headline } from "../data/indicators/headline.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import { districtTotals, nearestToHolding, townTotals, type Total } from "../data/indicators/totals.js";
import type { DistrictsView, PageModel, Town } from "./model.js";
import type { PageSource } from "./page-source.js";

export type { PageModel } from "./model.js";
export { chartFiles } from "./chart-files.js";

/** Sums that a model is made of, from wherever they were added up. */
export interface ModelParts {
  municipality: Town;
  synthetic: boolean;
  /** Oldest first. */
  totals: readonly Total[];
  /** Of the date shown. */
  districtTotals: readonly (Total & { district: string })[];
  districts: readonly District[];
  published?: readonly PublishedTotal[];
  /** What the address asks for; a date or measure without figures falls back to the default. */
  view?: { asOf?: string | null; measure?: Measure | null; order?: StandingOrder; descending?: boolean };
}

/**
 * The model of a town's pages at their default state: latest date, the measure nearest to holding.
 * @param input figures of one municipality, in any order; no figures give a model that says so.
 */
export function pageModel(input: PageSource): PageModel {
  const totals = townTotals(input.figures);
  const latest = totals.at(-1)?.as_of;
  return modelFromTotals({
    ...input,
    totals,
    districtTotals: latest === undefined ? [] : districtTotals(input.figures, latest),
  });
}

/** The model from sums: the browser's way, whose sums come from queries. */
export function modelFromTotals(parts: ModelParts): PageModel {
  const { municipality, synthetic, totals } = parts;
  const shown = totalShown(parts);
  return {
    municipality,
    synthetic,
    totals,
    headline: headline(municipality.code, totals, shown?.as_of),
    focus: shown && nearestToHolding(shown),
    districts: districtsView(parts),
    published: parts.published ?? [],
  };
}

/** The total of the date asked for; of the latest where none is, or none of that date. */
const totalShown = ({ totals, view }: ModelParts): Total | null =>
  totals.find((t) => t.as_of === view?.asOf) ?? totals.at(-1) ?? null;

function districtsView(parts: ModelParts): DistrictsView {
  const { districtTotals: sums, districts, view = {} } = parts;
  const total = totalShown(parts);
  const measures = MEASURES.filter((m) => sums.some((s) => s[m] !== null));
  const wanted = measures.find((m) => m === view.measure);
  // A single hidden district makes the town's sum null: then any measure that some district has will do.
  const measure = wanted ?? (total && nearestToHolding(total)) ?? measures.at(-1) ?? null;
  const standings = measure ? districtStandings(sums, districts, measure) : [];
  const isKnown = measure !== null && total !== null && total[measure] !== null;
  return {
    asOf: total?.as_of ?? null,
    measure,
    measures,
    order: view.order ?? "without",
    descending: view.descending ?? true,
    standings,
    total,
    withheld: isKnown && standings.some((s) => s.count === null),
  };
}
