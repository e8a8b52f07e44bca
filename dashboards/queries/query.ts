/** A row of a result by column name. Whole numbers come as numbers, dates as text (the queries see to it). */
export type QueryRow = Record<string, unknown>;

export const textOf = (row: QueryRow, column: string): string => String(row[column]);

export const textOrNull = (row: QueryRow, column: string): string | null =>
  row[column] === null || row[column] === undefined ? null : String(row[column]);

export const numberOf = (row: QueryRow, column: string): number => Number(row[column]);

export const numberOrNull = (row: QueryRow, column: string): number | null =>
  row[column] === null || row[column] === undefined ? null : Number(row[column]);
