import { NO_MAPPING, type Field, type Mapping } from "../../data/contract/api/mapping.js";
import { MEASURES } from "../../data/contract/figure.js";
import { normaliseHeader, planColumns } from "./columns.js";
import { HINTS, PLACES, type Hint } from "./header-hints.js";
import { readDate } from "./read-cell.js";
import type { Table } from "./table.js";

/** Enough rows to tell what a column holds. */
const ROWS_LOOKED_AT = 50;

/**
 * How the headers of a table could be read where the aliases leave something open, for somebody to check:
 * it is never applied unasked. A column is proposed only where it is the one whose header hints at the
 * field and whose cells read as it.
 * @param listIsEmpty the municipality has no district list yet, so the file's districts make it.
 * @returns null where there is nothing to propose.
 */
export function proposeMapping(
  table: Table,
  municipality: string | null,
  listIsEmpty: boolean,
): Mapping | null {
  const { plan } = planColumns(table, NO_MAPPING, municipality);
  const columns: Mapping["columns"] = {};
  const constants: Mapping["constants"] = {};
  const taken = new Set(Object.values(plan).flatMap((s) => ("indexes" in s ? s.indexes : [])));
  const headers = table.header.map(normaliseHeader);

  for (const [field, hint] of Object.entries(HINTS) as [Field, Hint][]) {
    if (plan[field]) continue;
    const found = headers.flatMap((h, i) =>
      !taken.has(i) && hint.says.test(h) && !hint.not.test(h) && reads(table, i, hint) ? [i] : [],
    );
    if (found.length === 1) {
      columns[field] = table.header[found[0]!]!;
      taken.add(found[0]!);
    }
  }
  if (!plan.as_of && !columns.as_of) {
    const date = dateAside(table);
    if (date) constants.as_of = date;
  }
  proposePlace(table, headers, plan.district !== undefined, columns);
  // A proposal repeats what the aliases found, so that whoever saves it saves the whole reading.
  const settled = (field: Field) => plan[field] ?? columns[field] ?? constants[field];
  const isNew = Object.keys(columns).length + Object.keys(constants).length > 0 || listIsEmpty;
  const hasMeasure = MEASURES.some(settled);
  if (!isNew || !hasMeasure || !settled("population")) return null;
  for (const [field, source] of Object.entries(plan) as [Field, { indexes?: readonly number[] }][]) {
    if (source.indexes && !(field in columns)) columns[field] = table.header[source.indexes[0]!]!;
  }
  if (municipality && !columns.municipality) constants.municipality = municipality;
  return { columns, constants, register_districts: listIsEmpty };
}

/** Districts from the place columns: one where it tells rows apart, else the wider one in front of it. */
function proposePlace(
  table: Table,
  headers: readonly string[],
  isKnown: boolean,
  columns: Mapping["columns"],
): void {
  if (isKnown) return;
  const [wide, narrow] = PLACES.map((words) => headers.findIndex((h) => words.test(h))) as [number, number];
  const name = (i: number) => table.header[i]!;
  if (wide >= 0 && narrow >= 0) {
    columns.district = [name(wide), name(narrow)];
    columns.area = name(wide);
  } else if (narrow >= 0 || wide >= 0) columns.district = name(Math.max(narrow, wide));
}

function reads({ rows }: Table, column: number, { read }: Hint): boolean {
  const cells = rows.slice(0, ROWS_LOOKED_AT).map(({ cells: all }) => all[column] ?? "");
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => !("error" in read(cell)));
}

/** 「令和7年3月31日現在」 in a title above the header: the one date that the titles name. */
function dateAside({ aside = [] }: Table): string | null {
  const dates = new Set(
    aside.flatMap(({ text }) => {
      const said = /((令和|平成)\s*(元|\d+)年|\d{4}年)\s*\d+月\s*\d+日/.exec(text.normalize("NFKC"))?.[0];
      const reading = said ? readDate(said.replace(/\s+/g, "")) : null;
      return reading && "value" in reading ? [reading.value] : [];
    }),
  );
  return dates.size === 1 ? [...dates][0]! : null;
}
