import { numberOf, textOf, textOrNull, type QueryRow } from "./query.js";

/** A table of the page's database. */
export interface LoadedTable {
  name: string;
  rows: number;
  columns: string;
  from: string | null;
  to: string | null;
}

/** What is loaded, how much of it, and for which dates? */
export const LOADED_TABLES = `WITH sizes AS (
  SELECT 'figures' AS name, count(*)::DOUBLE AS n, min(as_of)::VARCHAR AS f, max(as_of)::VARCHAR AS t FROM figures
  UNION ALL SELECT 'district_figures', count(*)::DOUBLE, min(as_of)::VARCHAR, max(as_of)::VARCHAR FROM district_figures
  UNION ALL SELECT 'districts', count(*)::DOUBLE, NULL, NULL FROM districts
  UNION ALL SELECT 'published', count(*)::DOUBLE, min(as_of)::VARCHAR, max(as_of)::VARCHAR FROM published
)
SELECT name, n AS size, f AS first_date, t AS last_date,
  (SELECT string_agg(column_name, ', ' ORDER BY column_index) FROM duckdb_columns() WHERE table_name = name) AS columns
FROM sizes`;

export const loadedTablesFrom = (rows: readonly QueryRow[]): LoadedTable[] =>
  rows.map((row) => ({
    name: textOf(row, "name"),
    rows: numberOf(row, "size"),
    columns: textOf(row, "columns"),
    from: textOrNull(row, "first_date"),
    to: textOrNull(row, "last_date"),
  }));
