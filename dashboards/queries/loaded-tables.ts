import { numberOf, textOf, textOrNull, type QueryRow } from "./query.js";
import { TABLE_WORDS } from "./table-words.js";

/** A column of a table of the page's database. */
export interface LoadedColumn {
  name: string;
  /** As DuckDB writes it: VARCHAR, INTEGER, DATE. */
  type: string;
}

/** A table of the page's database. */
export interface LoadedTable {
  name: string;
  columns: readonly LoadedColumn[];
  rows: number;
  /** First and last as-of date; null where the table has none. */
  from: string | null;
  to: string | null;
}

/** Which tables are loaded, and with which columns? */
export const TABLE_COLUMNS = `SELECT table_name AS name, column_name AS column, data_type AS type
FROM duckdb_columns()
WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()
ORDER BY table_name, column_index`;

export type TableColumns = Readonly<Record<string, readonly LoadedColumn[]>>;

/** The tables' columns by table, the tables in the order people are shown them. */
export function tableColumnsFrom(rows: readonly QueryRow[]): TableColumns {
  const found = rows.map((row) => textOf(row, "name"));
  const known = Object.keys(TABLE_WORDS).filter((name) => found.includes(name));
  return Object.fromEntries(
    [...new Set([...known, ...found])].map((table) => [
      table,
      rows
        .filter((row) => textOf(row, "name") === table)
        .map((row) => ({ name: textOf(row, "column"), type: textOf(row, "type") })),
    ]),
  );
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How much is in each table, and for which dates? */
export function tableSizesSql(tables: TableColumns): string {
  return Object.entries(tables)
    .map(([name, columns]) => {
      const dated = columns.some((column) => column.name === "as_of");
      const date = (pick: string) => (dated ? `${pick}(as_of)::VARCHAR` : "NULL::VARCHAR");
      return `SELECT '${name.replaceAll("'", "''")}' AS name, count(*)::DOUBLE AS size,
  ${date("min")} AS first_date, ${date("max")} AS last_date FROM ${quoted(name)}`;
    })
    .join("\nUNION ALL ");
}

export function loadedTablesFrom(tables: TableColumns, sizes: readonly QueryRow[]): LoadedTable[] {
  return Object.entries(tables).map(([name, columns]) => {
    const row = sizes.find((r) => textOf(r, "name") === name)!;
    return {
      name,
      columns,
      rows: numberOf(row, "size"),
      from: textOrNull(row, "first_date"),
      to: textOrNull(row, "last_date"),
    };
  });
}

/** Every table that is loaded. @param ask runs a query. */
export async function readLoadedTables(ask: (sql: string) => Promise<QueryRow[]>): Promise<LoadedTable[]> {
  const tables = tableColumnsFrom(await ask(TABLE_COLUMNS));
  if (Object.keys(tables).length === 0) return [];
  return loadedTablesFrom(tables, await ask(tableSizesSql(tables)));
}
