import { comparisonModel } from "../../../dashboards/charts/comparison/model.js";
import { comparisonParts } from "../../../dashboards/charts/comparison/parts.js";
import type { ReferencePlace } from "../../../data/indicators/comparison/reference-place.js";
import type { Comparison } from "./both-ways.js";
import { byQueries } from "./comparison-by-queries.js";
import { openReference, type ReferenceDatabase } from "./reference-database.js";

const places = [
  { as_of: "2022-06-30", issued: 9064 },
  { as_of: "2022-08-31", issued: 10_117 },
].map((p): ReferencePlace => ({
  ...p,
  code: "173843",
  name: "志賀町",
  population: 19_552,
  population_as_of: "2021-01-01",
  held: null,
}));
const ages = ["0-14", "15-64", "65+"].map((age_band) => ({
  as_of: "2022-06-30",
  age_band,
  sex: "all" as const,
  population: 100,
  population_as_of: "2021-01-01",
  issued: 45,
  held: null,
}));
const tables = { places, ages };
let reference: Promise<ReferenceDatabase> | null = null;

/** 比較 by queries, beside a town's own ages. */
export const comparisonPage: Comparison = async (source, own) => {
  reference ??= openReference(tables);
  const town = source.municipality;
  const view = { date: "2022-06-30", measure: "issued" as const, neighbours: [] };
  const queried = await byQueries(await reference, own, town, view);
  const rows = comparisonParts({ ...source, synthetic: false }, { ...tables, neighbours: [] }, town, view);
  return {
    byQueries: [queried, comparisonModel(queried!)],
    byRows: [rows, comparisonModel(rows!)],
  };
};
