import type { District } from "../data/contract/district.js";
import type { DistrictMap } from "../data/contract/district-shape.js";
import type { Grain } from "../data/indicators/ages/grain.js";
import { headline } from "../data/indicators/headline.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import { districtTotals, nearestToHolding, townTotals, type Total } from "../data/indicators/totals.js";
import { districtsView, type DistrictsParts } from "./districts/view.js";
import type { PageModel, Town } from "./model.js";
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
  /** The ages and sexes that the districts of the date shown tell apart. */
  grain?: readonly Grain[];
  /** The town's own map of its districts, if it has given one. */
  map?: DistrictMap | null;
  published?: readonly PublishedTotal[];
  /** Whether the figures are a release's, whose counts of districts are prints; false where not said. */
  isPublic?: boolean;
  /** What the address asks for; a date or measure without figures falls back to the default. */
  view?: { asOf?: string | null } & DistrictsParts["view"];
}

/**
 * The model of a town's pages at their default state: latest date, the measure nearest to holding.
 * @param input figures of one municipality, in any order; no figures give a model that says so.
 */
export function pageModel(input: PageSource & { isPublic?: boolean }): PageModel {
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
    districts: districtsView({ ...parts, total: shown }),
    published: parts.published ?? [],
  };
}

/** The total of the date asked for; of the latest where none is, or none of that date. */
const totalShown = ({ totals, view }: ModelParts): Total | null =>
  totals.find((t) => t.as_of === view?.asOf) ?? totals.at(-1) ?? null;
