import type { QueryRow } from "../queries/query.js";
import type { Database } from "./database.js";

/**
 * Asks the database only what it was not asked last: a change of a control that needs no other rows costs no query.
 * Where two questions overtake each other, each still gets its own answer.
 */
export function lastAnswer(database: Pick<Database, "rows">): Database["rows"] {
  let last: { sql: string; rows: Promise<QueryRow[]> } | null = null;
  return (sql) => {
    if (last?.sql !== sql) last = { sql, rows: database.rows(sql) };
    return last.rows;
  };
}
