import Papa from "papaparse";
import { figureSchema } from "../../data/contract/schema.js";
import { makeSample } from "../sample/make-sample.js";

const RUNS = 5;
const MUNICIPALITY = "172073";
const DATES = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"].map((month) => `2025-${month}-01`);
const DISTRICTS = 263;
const BANDS = [...Array.from({ length: 18 }, (_, i) => `${5 * i}-${5 * i + 4}`), "90+"];

/** 99,940 rows of ten dates, made up; `seed` makes every run's bytes new ones. */
function manyRows(seed: number): string {
  const lines = ["as_of,district,age_band,sex,population,applications,issued,held"];
  for (const date of DATES) {
    for (let district = 1; district <= DISTRICTS; district++) {
      for (const [band, age] of BANDS.entries()) {
        for (const sex of ["male", "female"]) {
          const population = 40 + ((district * 7 + band * 3 + seed) % 60);
          lines.push(
            `${date},d${district},${age},${sex},${population},${population - 2},${population - 4},${population - 9}`,
          );
        }
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The yardstick: the same text parsed to objects and every object checked by the contract's schema, nothing else. */
function parseAndCheck(text: string): number {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  let right = 0;
  for (const row of data) {
    const figure = {
      ...row,
      municipality: MUNICIPALITY,
      population_as_of: null,
      population: Number(row["population"]),
      applications: Number(row["applications"]),
      issued: Number(row["issued"]),
      held: Number(row["held"]),
    };
    if (figureSchema.safeParse(figure).success) right += 1;
  }
  return right;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Uploads against parsing and checking alone, on the same rows in turns. */
export async function benchIntake(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const mapping = JSON.stringify({ constants: { municipality: MUNICIPALITY }, register_districts: true });
  const send = async (text: string) => {
    const form = new FormData();
    form.set("file", new File([text], "many.csv", { type: "text/csv" }));
    form.set("mapping", mapping);
    const response = await fetch(`${url}/api/v1/uploads?synthetic=true&accept_warnings=true`, {
      method: "POST",
      headers,
      body: form,
    });
    if (response.status !== 201)
      throw new Error(`upload: ${response.status} ${(await response.text()).slice(0, 500)}`);
    await response.text();
  };
  const whole: number[] = [];
  const alone: number[] = [];
  let rows = 0;
  for (let run = 0; run < RUNS; run++) {
    const text = manyRows(run);
    alone.push(await timed(() => (rows = parseAndCheck(text))));
    whole.push(await timed(() => send(text)));
  }
  const month = makeSample().at(-1)!.text;
  const months: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const text = `${month}${"\n".repeat(run + 1)}`;
    const init = { method: "POST", headers: { ...headers, "content-type": "text/csv" }, body: text };
    months.push(
      await timed(async () =>
        (await fetch(`${url}/api/v1/uploads?synthetic=true&accept_warnings=true`, init)).text(),
      ),
    );
  }
  const list = (ms: readonly number[]) => ms.map((n) => Math.round(n)).join(", ");
  return [
    `an upload of ${rows.toLocaleString("en")} rows, request to 201, median of ${RUNS}; from the second on every figure is replaced`,
    `  the Worker               ${Math.round(median(whole))} ms  (${list(whole)})`,
    `  papaparse + zod alone    ${Math.round(median(alone))} ms  (${list(alone)})`,
    `  ratio                    ${(median(whole) / median(alone)).toFixed(2)}`,
    `an upload of a month of the sample (608 rows), median of ${RUNS}`,
    `  the Worker               ${Math.round(median(months))} ms  (${list(months)})`,
  ].join("\n");
}
