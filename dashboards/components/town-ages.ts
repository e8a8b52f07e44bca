import type { PageContext } from "../data/contract/page-context.js";
import type { MoreTables } from "./database.js";
import { fetchBytes } from "./http.js";

/** The town's ages as a release tells them, from its open data: in tens, all ages together to the person. */
export function townAges({ files }: PageContext): MoreTables {
  return {
    name: "town_ages",
    load: async () => {
      const address = files!.figures.replace(/figures\.arrow$/, "tables.arrow");
      return [{ table: "release_tables", format: "arrow", bytes: await fetchBytes(address) }];
    },
    setup: `CREATE OR REPLACE TABLE town_ages AS
SELECT as_of::DATE AS as_of, age_band::VARCHAR AS age_band, sex::VARCHAR AS sex, population,
  population_as_of::VARCHAR AS population_as_of, applications, issued, held
FROM release_tables WHERE kind = 'town';
DROP TABLE release_tables`,
  };
}
