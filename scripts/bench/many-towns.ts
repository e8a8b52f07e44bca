import type { ApiClient } from "../api-client.js";
import { readReferenceCsv } from "../reference/read-reference.js";
import { makeSample } from "../sample/make-sample.js";
import { SAMPLE_MUNICIPALITY } from "../sample/town-plan.js";

/** The municipality that stands for all of them: a page shows one at a time. */
export const MANY_TOWNS = "172014";
const TOWNS = 19;
const DATES = 32;

const townPrefix = (town: number): string => String(town + 1).padStart(2, "0");

/** A month of the sample, nineteen times over: 304 districts, 11,552 rows. */
function manyTowns(text: string): string {
  const [header, ...rows] = text.trimEnd().split("\n");
  const lines = Array.from({ length: TOWNS }, (_, town) =>
    rows.map((row) => {
      const cells = row.split(",");
      cells[0] = MANY_TOWNS;
      cells[2] = townPrefix(town) + cells[2];
      return cells.join(",");
    }),
  );
  return `${[header, ...lines.flat()].join("\n")}\n`;
}

/**
 * Uploads the newest months of the sample as if nineteen such towns were one municipality, so that one page has all
 * their rows. @returns how many rows there are.
 */
export async function uploadManyTowns(api: ApiClient): Promise<number> {
  const districts = readReferenceCsv(`districts-${SAMPLE_MUNICIPALITY}.csv`);
  const list = Array.from({ length: TOWNS }, (_, town) =>
    districts.map((d) => `${townPrefix(town)}${d.code},${d.name}${town + 1},${town + 1}区`),
  );
  await api(`/municipalities/${MANY_TOWNS}/districts`, {
    method: "PUT",
    body: `code,name,area\n${list.flat().join("\n")}\n`,
  });
  let rows = 0;
  for (const { text } of makeSample().slice(-DATES)) {
    const body = manyTowns(text);
    rows += body.split("\n").length - 2;
    await api("/uploads?synthetic=true&accept_warnings=true", { method: "POST", body });
  }
  return rows;
}
