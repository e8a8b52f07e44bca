import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { TownDatabase } from "./town-database.js";

/** A page's numbers, made in both ways: they must be equal. */
export interface BothWays {
  byQueries: unknown;
  byRows: unknown;
}
export type Comparison = (source: PageSource, database: TownDatabase) => Promise<BothWays>;
