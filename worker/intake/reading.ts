import type { ColumnPlan } from "./columns.js";
import type { Field, Mapping } from "./mapping.js";
import type { Table } from "./table.js";

/** Whose word it was how to read the file. */
export type MappingOrigin = "request" | "saved" | "none";

/** How a file was understood, for somebody to check before it is sent. Of a file that passed the screen only. */
export interface Reading {
  /** Headers as written; one that is empty stays "". */
  header: string[];
  /** As a spreadsheet numbers it; 0 for JSON. */
  header_row: number;
  mapping: Mapping;
  mapping_from: MappingOrigin;
  columns: { field: Field; headers: string[]; constant: string | null }[];
  /** Headers that mean nothing here. */
  ignored: string[];
  /** What the headers suggest where something is missing; null where there is nothing to propose. */
  proposal: Mapping | null;
}

export function describeReading(
  table: Table,
  found: { plan: ColumnPlan; ignored: string[]; proposal: Mapping | null },
  mapping: Mapping,
  origin: MappingOrigin,
): Reading {
  const columns = (Object.entries(found.plan) as [Field, NonNullable<ColumnPlan[Field]>][]).map(
    ([field, source]) =>
      "constant" in source
        ? { field, headers: [], constant: source.constant }
        : { field, headers: source.indexes.map((i) => table.header[i]!), constant: null },
  );
  const { ignored, proposal } = found;
  return {
    header: table.header,
    header_row: table.headerRow,
    mapping,
    mapping_from: origin,
    columns,
    ignored,
    proposal,
  };
}
