/** A row as the file numbers it, before it is known which of them is the header. */
export interface GridRow {
  row: number;
  cells: string[];
}
