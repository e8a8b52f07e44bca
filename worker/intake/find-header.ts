import { NO_MAPPING, type Mapping } from "../../data/contract/api/mapping.js";
import { normaliseHeader, planColumns } from "./columns.js";
import type { GridRow } from "./grid-row.js";
import { hintedCells } from "./header-hints.js";

/** A title, a date of print and a unit stand above a header; a header further down is none. */
export const ROWS_SEARCHED = 20;

/** Fewer known fields than this are a word in a sentence, not a header. */
export const FIELDS_OF_A_HEADER = 2;

export interface FoundHeader {
  /** Index among the rows given. */
  at: number;
  /** How many fields its cells name. */
  fields: number;
}

/**
 * The row whose cells name the most fields, by the mapping or the aliases; the first of equals. Where
 * none names two, the first that hints at two, so that a mapping can be proposed; else the first row: what
 * is wrong with it is then told as that of a header.
 */
export function findHeader(rows: readonly GridRow[], mapping: Mapping = NO_MAPPING): FoundHeader {
  let best: FoundHeader = { at: 0, fields: 0 };
  rows.slice(0, ROWS_SEARCHED).forEach(({ cells }, at) => {
    const fields = fieldsNamed(cells, mapping);
    if (fields > best.fields) best = { at, fields };
  });
  if (best.fields >= FIELDS_OF_A_HEADER) return best;
  const hinted = rows
    .slice(0, ROWS_SEARCHED)
    .findIndex(({ cells }) => hintedCells(cells.map(normaliseHeader)) >= FIELDS_OF_A_HEADER);
  return { at: Math.max(hinted, 0), fields: best.fields };
}

function fieldsNamed(header: string[], mapping: Mapping): number {
  // A constant needs no column, so it says nothing about a row.
  const { plan } = planColumns({ header, headerRow: 0, rows: [] }, { ...mapping, constants: {} }, null);
  return Object.values(plan).filter((source) => "indexes" in source && source.indexes.length > 0).length;
}
