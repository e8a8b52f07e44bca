import { readMunicipalityCode } from "../../data/contract/municipality-code.js";
import { ALL, MEASURES, type Figure, type Measure } from "../../data/contract/figure.js";
import type { ColumnPlan, Source } from "./columns.js";
import type { FileIssue } from "./issue.js";
import type { Field } from "./mapping.js";
import {
  cleanCell,
  isTotalWord,
  readAgeBand,
  readCount,
  readDate,
  readSex,
  type Reading,
} from "./read-cell.js";
import type { Table } from "./table.js";
import { issue, type IssueCode } from "./words.js";

/** A figure with the row it came from and the area its file gives the district. */
export interface ReadFigure extends Figure {
  row: number;
  area: string | null;
}

export interface ReadRows {
  figures: ReadFigure[];
  issues: FileIssue[];
  /** How often each kind of repair was made. */
  repairs: Map<IssueCode, number>;
}

/** Dates before this are no as-of dates: cards have been issued since January 2016. */
const FIRST_AS_OF = "2016-01-01";

/** Counts beyond this multiple of the population are swapped columns, not cumulative counts. */
const IMPLAUSIBLE_RATIO = 1.5;

/** Reads every row by the plan; a row with an error gives no figure, and every error is reported. */
export function readRows(
  table: Table,
  plan: ColumnPlan,
  options: {
    today: string;
    expectedMunicipality: string | null;
    districtCode: (text: string) => string | null;
  },
): ReadRows {
  const issues: FileIssue[] = [];
  const repairs = new Map<IssueCode, number>();
  const texts = fieldReaders(plan);
  const readers = dimensionReaders(options);
  const figures: ReadFigure[] = [];

  // One pair of closures for the whole table: a file may have a hundred thousand rows.
  let [row, failed] = [0, false];
  let cells: string[] = [];
  const text = (field: Field): string => texts[field]?.(cells) ?? "";
  const take = <T>(field: Field, reading: Reading<T>): T | null => {
    if ("error" in reading) {
      issues.push(issue(reading.error, row, columnOf(plan, field)));
      failed = true;
      return null;
    }
    if (reading.note) repairs.set(reading.note, (repairs.get(reading.note) ?? 0) + 1);
    return reading.value;
  };
  for (const line of table.rows) {
    ({ row, cells } = line);
    failed = false;
    const figure: ReadFigure = {
      municipality: take("municipality", readers.municipality(text("municipality")))!,
      as_of: take("as_of", readers.asOf(text("as_of")))!,
      district: take("district", readers.district(text("district")))!,
      age_band: texts.age_band ? take("age_band", readers.ageBand(text("age_band")))! : ALL,
      sex: texts.sex ? take("sex", readers.sex(text("sex")))! : ALL,
      population: take("population", readPopulation(text("population")))!,
      population_as_of: take("population_as_of", readers.populationAsOf(text("population_as_of"))),
      applications: take("applications", readCount(text("applications"))),
      issued: take("issued", readCount(text("issued"))),
      held: take("held", readCount(text("held"))),
      row,
      area: texts.area ? cleanCell(text("area")) || null : null,
    };
    if (!failed && !reportCountFaults(figure, plan, issues)) figures.push(figure);
  }
  return { figures, issues, repairs };
}

/** The first readable municipality of a table: whose district list its rows are read by. */
export function municipalityOf(table: Table, plan: ColumnPlan, expected: string | null): string | null {
  const text = fieldReaders(plan).municipality;
  for (const { cells } of text ? table.rows : []) {
    const reading = readMunicipality(cleanCell(text!(cells)), expected);
    if ("value" in reading) return reading.value;
  }
  return expected;
}

/** The header a problem with a field is reported at; the field's own name where a constant or nothing stands for it. */
export function columnOf(plan: ColumnPlan, field: Field): string {
  const source = plan[field];
  return source && "header" in source ? source.header : field;
}

function fieldReaders(plan: ColumnPlan): Partial<Record<Field, (cells: string[]) => string>> {
  const reader = (source: Source) => {
    if ("constant" in source) return () => source.constant;
    const [only, ...others] = source.indexes;
    if (others.length === 0) return (cells: string[]) => cells[only!] ?? "";
    return (cells: string[]) => source.indexes.map((i) => cleanCell(cells[i] ?? "")).join("");
  };
  return Object.fromEntries(Object.entries(plan).map(([field, source]) => [field, reader(source)]));
}

/** Dimensions repeat: each distinct text is read once. */
function memo<T>(read: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  return (text) => {
    let reading = known.get(text);
    if (!reading) known.set(text, (reading = read(text)));
    return reading;
  };
}

function dimensionReaders(options: Parameters<typeof readRows>[2]) {
  const asOf = (text: string): Reading<string> => {
    const reading = readDate(text);
    if ("error" in reading) return reading;
    return reading.value < FIRST_AS_OF || reading.value > options.today
      ? { error: "date_out_of_range" }
      : reading;
  };
  return {
    municipality: memo((text) => readMunicipality(cleanCell(text), options.expectedMunicipality)),
    asOf: memo(asOf),
    populationAsOf: memo((text): Reading<string | null> =>
      cleanCell(text) === "" ? { value: null } : asOf(text),
    ),
    ageBand: memo(readAgeBand),
    sex: memo(readSex),
    district: memo((text): Reading<string> => {
      const cleaned = cleanCell(text);
      if (cleaned === "") return { error: "missing_district" };
      if (isTotalWord(cleaned)) return { value: ALL };
      const code = options.districtCode(cleaned);
      return code === null ? { error: "unknown_district" } : { value: code };
    }),
  };
}

function readMunicipality(text: string, expected: string | null): Reading<string> {
  const reading = readMunicipalityCode(text, expected ?? undefined);
  if (reading.ok) {
    return reading.repair === "none"
      ? { value: reading.code }
      : { value: reading.code, note: "code_repaired" };
  }
  if (reading.reason === "wrong_check_digit") return { error: "wrong_check_digit" };
  return { error: reading.reason === "ambiguous" ? "ambiguous_code" : "not_a_code" };
}

function readPopulation(text: string): Reading<number> {
  const reading = readCount(text);
  if ("error" in reading) return reading;
  return reading.value === null ? { error: "missing_population" } : { value: reading.value };
}

/** Adds what is wrong or unusual about a row's counts. @returns whether it is too wrong to be a figure. */
function reportCountFaults(figure: ReadFigure, plan: ColumnPlan, issues: FileIssue[]): boolean {
  let isWrong = false;
  const report = (code: IssueCode, field: Field) => {
    const found = issue(code, figure.row, columnOf(plan, field));
    isWrong ||= found.severity === "error";
    issues.push(found);
  };
  const { population, applications, issued, held } = figure;
  for (const measure of MEASURES) {
    const count = figure[measure];
    if (count === null || count <= population) continue;
    report(count > population * IMPLAUSIBLE_RATIO ? "implausible_count" : "count_over_population", measure);
  }
  if (exceeds(issued, applications)) report("issued_over_applications", "issued");
  if (exceeds(held, issued)) report("held_over_issued", "held");
  // An empty area (nobody lives there) may leave its counts blank; anywhere else a row says something.
  if (population > 0 && applications === null && issued === null && held === null) {
    report("missing_counts", firstMeasure(plan));
  }
  return isWrong;
}

const exceeds = (a: number | null, b: number | null): boolean => a !== null && b !== null && a > b;

const firstMeasure = (plan: ColumnPlan): Measure => MEASURES.find((m) => plan[m]) ?? "applications";
