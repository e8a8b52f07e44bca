import type { PageContext } from "../data/contract/page-context.js";
import { MAKE_REFERENCE_TABLES } from "../queries/reference-tables.js";
import type { MoreTables } from "./database.js";
import { fetchBytes } from "./http.js";

/** The ministry's tables of one import, loaded where a page needs them. */
export const referenceTables = ({ towns, ages }: NonNullable<PageContext["reference"]>): MoreTables => ({
  name: `reference ${towns}`,
  setup: MAKE_REFERENCE_TABLES,
  load: async () => {
    const [townBytes, ageBytes] = await Promise.all([fetchBytes(towns), fetchBytes(ages)]);
    return [
      { table: "reference_towns_file", bytes: townBytes },
      { table: "reference_ages_file", bytes: ageBytes },
    ];
  },
});
