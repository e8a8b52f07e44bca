import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Field } from "../../data/contract/api/mapping.js";
import { readMunicipalityCode } from "../../data/contract/municipality-code.js";
import { ALL, MEASURES, type Figure, type Measure } from "../../data/contract/figure.js";
import type { ColumnPlan, Source } from "./columns.js";
import {
  cleanCell,
  isTotalWord,
  plainCount,
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

  // One set of closures for the whole table: a file may have a hundred thousand rows.
  let [row, failed] = [0, false];
  let cells: string[] = [];
  const take = <T>(field: Field, reading: Reading<T>): T | null => {
    if ("error" in reading) {
      issues.push(issue(reading.error, row, columnOf(plan, field)));
      failed = true;
      return null;
    }
    if (reading.note) repairs.set(reading.note, (repairs.get(reading.note) ?? 0) + 1);
    return reading.value;
  };
  const column = <T>(field: Field, read: (text: string) => Reading<T>): (() => T | null) => {
    const text = texts[field] ?? (() => "");
    return () => take(field, read(text(cells)));
  };
  const count = (measure: Measure): (() => number | null) => {
    const text = texts[measure];
    if (!text) return () => null;
    return () => plainCount(text(cells)) ?? take(measure, readCount(text(cells)));
  };
  const municipality = column("municipality", readers.municipality);
  const asOf = column("as_of", readers.asOf);
  const district = column("district", readers.district);
  const ageBand = texts.age_band ? column("age_band", readers.ageBand) : () => ALL;
  const sex = texts.sex ? column("sex", readers.sex) : (): typeof ALL => ALL;
  const population = column("population", readPopulation);
  const populationAsOf = texts.population_as_of
    ? column("population_as_of", readers.populationAsOf)
    : () => null;
  const [applications, issued, held] = [count("applications"), count("issued"), count("held")];
  const area = texts.area && ((): string | null => cleanCell(texts.area!(cells)) || null);

  for (const line of table.rows) {
    ({ row, cells } = line);
    failed = false;
    // A row in which a reading failed is not kept, so that null is nowhere taken for a value.
    const figure: ReadFigure = {
      municipality: municipality()!,
      as_of: asOf()!,
      district: district()!,
      age_band: ageBand()!,
      sex: sex()!,
      population: population()!,
      population_as_of: populationAsOf(),
      applications: applications(),
      issued: issued(),
      held: held(),
      row,
      area: area ? area() : null,
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

/** Dimensions repeat, mostly from one row to the next: each distinct text is read once. */
function memo<T>(read: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  let [lastText, last]: [string | null, Reading<T> | null] = [null, null];
  return (text) => {
    if (last && text === lastText) return last;
    let reading = known.get(text);
    if (!reading) known.set(text, (reading = read(text)));
    [lastText, last] = [text, reading];
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
  const plain = plainCount(text);
  if (plain !== null) return { value: plain };
  const reading = readCount(text);
  if ("error" in reading) return reading;
  return reading.value === null ? { error: "missing_population" } : { value: reading.value };
}

/** Adds what is wrong or unusual about a row's counts. @returns whether it is too wrong to be a figure. */
function reportCountFaults(figure: ReadFigure, plan: ColumnPlan, issues: FileIssue[]): boolean {
  const { row, population, applications, issued, held } = figure;
  let isWrong = false;
  const report = (code: IssueCode, field: Field) => {
    const found = issue(code, row, columnOf(plan, field));
    isWrong ||= found.severity === "error";
    issues.push(found);
  };
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
