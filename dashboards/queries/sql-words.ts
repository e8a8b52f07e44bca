import { textOf, type QueryRow } from "./query.js";

/** The words of SQL that the engine knows, for an editor. */
export interface SqlWords {
  keywords: readonly string[];
  types: readonly string[];
  functions: readonly string[];
}

/** Which words, types and functions does this DuckDB know? Operators and functions of its own making are left out. */
export const SQL_WORDS = `SELECT 'keyword' AS kind, keyword_name AS word FROM duckdb_keywords()
UNION SELECT 'type', lower(type_name) FROM duckdb_types() WHERE database_name = 'system' AND NOT contains(type_name, ' ')
UNION SELECT 'function', function_name FROM duckdb_functions()
  WHERE function_type IN ('scalar', 'aggregate', 'macro', 'table', 'table_macro')
    AND regexp_matches(function_name, '^[a-z][a-z0-9_]*$')
    AND NOT regexp_matches(function_name, '^(pg_|has_|read_|write_|sniff_|scan_|seq_scan|parquet_|copy_|glob$|force_|storage_|test_|arrow_|pandas_)')
ORDER BY word`;

export function sqlWordsFrom(rows: readonly QueryRow[]): SqlWords {
  const of = (kind: string) => rows.filter((r) => textOf(r, "kind") === kind).map((r) => textOf(r, "word"));
  return { keywords: of("keyword"), types: of("type"), functions: of("function") };
}
