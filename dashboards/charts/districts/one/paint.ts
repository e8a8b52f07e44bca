import type { Measure } from "../../../data/contract/figure.js";
import { districtAgeCells, townAgeCells } from "../../../data/indicators/ages/age-cells.js";
import { districtHistory } from "../../../data/indicators/district-history.js";
import { townTotals } from "../../../data/indicators/totals.js";
import type { PagePaint } from "../../first-paint.js";
import type { PageSource } from "../../page-source.js";
import { districtPageCards } from "./cards.js";
import { districtPageSlots } from "./lead.js";
import { defaultMeasure, districtPageModel, type DistrictPageParts } from "./model.js";

/** The parts of one district's page from rows. */
export function districtPageParts(
  source: PageSource,
  code: string,
  view: { asOf?: string; measure?: Measure } = {},
): DistrictPageParts {
  const { municipality, synthetic, figures, districts, townAges } = source;
  const totals = townTotals(figures);
  const asOf = totals.find((t) => t.as_of === view.asOf)?.as_of ?? totals.at(-1)?.as_of ?? null;
  const measure = view.measure ?? defaultMeasure(totals, asOf);
  return {
    municipality,
    synthetic,
    isPublic: townAges !== undefined,
    totals,
    districts,
    code,
    history: districtHistory(figures, code, measure),
    townCells: asOf === null ? [] : townAgeCells(figures, asOf),
    ownCells:
      asOf === null
        ? []
        : districtAgeCells(figures, asOf).flatMap(({ district, ...cell }) =>
            district === code ? [cell] : [],
          ),
    view: { asOf, measure },
  };
}

/** The page at its default state: the first district of the list. None are painted where there is no list. */
export function districtPage(source: PageSource): PagePaint {
  const first = source.districts[0]?.code;
  if (first === undefined) return { slots: {}, cards: [] };
  const model = districtPageModel(districtPageParts(source, first));
  return { slots: districtPageSlots(model), cards: districtPageCards(model) };
}
