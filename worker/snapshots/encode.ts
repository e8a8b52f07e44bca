import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { DISTRICT_COLUMNS, type District } from "../../data/contract/district.js";
import { FIGURE_COLUMNS, type Figure, type Provenance } from "../../data/contract/figure.js";
import { tableArrow, tableCsv } from "./table-bytes.js";

/** The columns of figures.*: the contract's, and whether the figure was reported or made up. */
export const EXPORT_COLUMNS = [...FIGURE_COLUMNS, "provenance"] as const;
/** A figure as it leaves the house. */
export type ExportedFigure = Figure & { provenance: Provenance };

const COUNT_COLUMNS = new Set<string>(["population", "applications", "issued", "held"]);
const TILE_COLUMNS = new Set<string>(["tile_x", "tile_y"]);

const encoder = new TextEncoder();

export function figuresArrow(figures: readonly ExportedFigure[]): Uint8Array {
  return tableArrow(figures, EXPORT_COLUMNS, COUNT_COLUMNS);
}

export function districtsArrow(districts: readonly District[]): Uint8Array {
  return tableArrow(districts, DISTRICT_COLUMNS, TILE_COLUMNS);
}

export function figuresCsv(figures: readonly ExportedFigure[]): Uint8Array {
  return tableCsv(figures, EXPORT_COLUMNS);
}

export function districtsCsv(districts: readonly District[]): Uint8Array {
  return tableCsv(districts, DISTRICT_COLUMNS);
}

/** Snappy-compressed Parquet, one row group. */
export function figuresParquet(figures: readonly ExportedFigure[]): Uint8Array {
  const columnData: ColumnSource[] = EXPORT_COLUMNS.map((name) => ({
    name,
    data: figures.map((figure) => figure[name]),
    type: COUNT_COLUMNS.has(name) ? "INT32" : "STRING",
    nullable: true,
  }));
  const buffer = parquetWriteBuffer({
    columnData,
    rowGroupSize: Math.max(1, figures.length),
    createdBy: "ikiwatari",
  });
  return new Uint8Array(buffer);
}

/** One object a figure; column names in the contract's order. */
export function figuresJson(
  about: { municipality: string; revision?: number },
  figures: readonly ExportedFigure[],
): Uint8Array {
  const rows = figures.map((figure) =>
    JSON.stringify(Object.fromEntries(EXPORT_COLUMNS.map((c) => [c, figure[c]]))),
  );
  const head = JSON.stringify(about).slice(0, -1);
  return encoder.encode(`${head},"figures":[\n${rows.join(",\n")}\n]}\n`);
}
