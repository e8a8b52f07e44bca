import { ALL } from "../../data/contract/figure.js";
import { isMunicipalityCode, readMunicipalityCode } from "../../data/contract/municipality-code.js";
import { MUNICIPALITY_TYPES } from "../../data/contract/reference-series.js";
import { NATION } from "../../data/indicators/published-total.js";
import type { Table } from "../intake/table.js";
import { issue, type IssueCode } from "../intake/words.js";
import type { Layout } from "./layout.js";
import { prefectureCode } from "./official-names.js";
import { checkRate, readCountOf, readDates } from "./read-counts.js";
import type { ReadOptions, RowsRead } from "./reading.js";
import { referenceIssue } from "./words.js";

/** The rows of a table with one place a row: a municipality, a prefecture, the nation or a kind of municipality. */
export function readPlaces(table: Table, layout: Layout, options: ReadOptions): RowsRead {
  const read: RowsRead = { figures: [], issues: [], unmatched: [], repaired: 0, named: 0 };
  const { issues } = read;
  const codeOf =
    layout.series === "summary"
      ? typeReader(layout, read)
      : layout.series === "prefecture"
        ? prefectureReader(layout, options, read)
        : municipalityReader(layout, options, read);
  for (const { row, cells } of table.rows) {
    const code = codeOf(row, cells);
    const dates = readDates(layout, row, cells, options.today, issues);
    const population = readCountOf(layout, "population", row, cells, issues);
    const issued = readCountOf(layout, "issued", row, cells, issues);
    const held = readCountOf(layout, "held", row, cells, issues);
    if (population === null) issues.push(issue("missing_population", row, layout.header("population")));
    if (issued === null && held === null) issues.push(issue("missing_counts", row, null));
    if (code === null || dates === null) continue;
    if (population === null || population === undefined || issued === undefined || held === undefined)
      continue;
    checkRate(layout, "rate", row, cells, { count: issued, of: population }, issues);
    checkRate(layout, "held_rate", row, cells, { count: held, of: population }, issues);
    const { series } = layout;
    read.figures.push({ series, code, ...dates, age_band: ALL, sex: ALL, population, issued, held, row });
  }
  return read;
}

type CodeReader = (row: number, cells: readonly string[]) => string | null;

/** 政令指定都市 until 2021, 指定都市 since: the same cities. */
const TYPES = new Map<string, string>([
  ...Object.entries(MUNICIPALITY_TYPES).map(([code, name]) => [name, code] as const),
  ["政令指定都市", "type:designated-cities"],
  ["市(政令指定都市を除く)", "type:other-cities"],
  ["全国", NATION],
]);

function typeReader(layout: Layout, { issues }: RowsRead): CodeReader {
  return (row, cells) => {
    const code = TYPES.get(layout.text(cells, "type").replace(/\s+/g, "")) ?? null;
    if (code === null) issues.push(referenceIssue("unknown_type", row, layout.header("type")));
    return code;
  };
}

function prefectureReader(layout: Layout, { names }: ReadOptions, { issues }: RowsRead): CodeReader {
  return (row, cells) => {
    const digits = names.prefectureDigits(layout.text(cells, "prefecture"));
    if (digits === null) issues.push(referenceIssue("unknown_prefecture", row, layout.header("prefecture")));
    return digits && prefectureCode(digits);
  };
}

const CODE_FAULTS = {
  not_digits: "not_a_code",
  wrong_length: "not_a_code",
  wrong_check_digit: "wrong_check_digit",
  ambiguous: "ambiguous_code",
} as const satisfies Record<string, IssueCode>;

/**
 * A municipality's code: as the table has it, its lost zero put back with the prefecture's help; where the
 * table has none (`<NA>`, a sheet without codes), by the official name. A sheet in blocks names the
 * prefecture in a block's first row only; where none was ever named, a name must be the only one in the nation.
 */
function municipalityReader(layout: Layout, { names }: ReadOptions, read: RowsRead): CodeReader {
  const { issues } = read;
  let block: string | null = "";
  return (row, cells) => {
    const prefecture = layout.text(cells, "prefecture");
    const digits: string | null = prefecture === "" ? block : names.prefectureDigits(prefecture);
    block = digits;
    if (digits === null) {
      issues.push(referenceIssue("unknown_prefecture", row, layout.header("prefecture")));
      return null;
    }
    const name = layout.text(cells, "name");
    const named = names.codeOf(digits, name);
    const written = layout.text(cells, "code");
    if (written === "" || /^(<NA>|NA|NaN|-|―)$/i.test(written)) {
      if (named === null) {
        issues.push(referenceIssue("unmatched_name", row, layout.header("name")));
        // Whatever else may have slipped into the column is nobody's business in an answer.
        read.unmatched.push({ row, name: /^\p{L}{1,15}[市区町村]$/u.test(name) ? name : null });
      } else read.named += 1;
      return named;
    }
    const candidates = [written.padStart(6, "0"), named].filter((code) => code !== null);
    const expected = candidates.find((code) => isMunicipalityCode(code) && code.startsWith(digits));
    const reading = readMunicipalityCode(written, expected);
    const fault = (code: Parameters<typeof referenceIssue>[0]): null => {
      issues.push(referenceIssue(code, row, layout.header("code")));
      return null;
    };
    if (!reading.ok) {
      issues.push(issue(CODE_FAULTS[reading.reason], row, layout.header("code")));
      return null;
    }
    const { code, repair } = reading;
    if (!code.startsWith(digits)) return fault("code_of_another_prefecture");
    if (code === prefectureCode(code.slice(0, 2))) return fault("not_a_municipality");
    if (named !== null && named !== code) return fault("code_of_another_name");
    if (!names.isListed(code)) fault("unlisted_code");
    if (repair !== "none") read.repaired += 1;
    return code;
  };
}
