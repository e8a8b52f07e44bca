import type { MappingOrigin, Reading } from "../../data/contract/api/mapping.js";
import type { Field, Mapping } from "../../data/contract/api/mapping.js";
import type { ColumnPlan } from "./columns.js";
import type { Table } from "./table.js";

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
