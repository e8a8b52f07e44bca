/** Why a text is not run, and where; `from` and `to` count UTF-16 units of the text. */
export interface Refusal {
  reason: "outside" | "writes" | "several";
  from: number;
  to: number;
}

/** Words that a question which reads begins with. */
const READS = new Set([
  "SELECT",
  "WITH",
  "FROM",
  "VALUES",
  "TABLE",
  "PIVOT",
  "PIVOT_WIDER",
  "PIVOT_LONGER",
  "UNPIVOT",
  "DESCRIBE",
  "DESC",
  "SHOW",
  "SUMMARIZE",
  "EXPLAIN",
]);
/** Words of statements that reach for files, addresses, extensions or settings. */
const OUTSIDE = new Set(
  "ATTACH COPY DETACH EXPORT IMPORT INSTALL LOAD PRAGMA RESET SET UPDATE_EXTENSIONS CALL USE".split(" "),
);
/** Words of statements that change tables or the transaction we read in. */
const WRITES = new Set(
  "ABORT ALTER ANALYZE BEGIN CHECKPOINT COMMENT COMMIT CREATE DEALLOCATE DELETE DROP END EXECUTE FORCE INSERT MERGE PREPARE ROLLBACK START TRUNCATE UPDATE VACUUM".split(
    " ",
  ),
);

/**
 * What keeps the text from being run: several statements, or one that does not read; null where nothing does. Only
 * words to the user come from here. The walls are the engine's own: its locked configuration and a transaction that
 * may only read. A word that SQL does not know is left to the engine, which says so best.
 */
export function refusal(sql: string): Refusal | null {
  const [first, second] = statements(sql);
  if (second) return { reason: "several", ...second };
  if (!first) return null;
  const word = /^[\s(]*([a-z_]+)/i.exec(withoutTexts(sql).slice(first.from, first.to))?.[1]?.toUpperCase();
  if (word === undefined || READS.has(word)) return null;
  const from =
    first.from +
    withoutTexts(sql)
      .slice(first.from)
      .search(/[a-z_]/i);
  const place = { from, to: from + word.length };
  if (OUTSIDE.has(word)) return { reason: "outside", ...place };
  return WRITES.has(word) ? { reason: "writes", ...place } : null;
}

/** Where the statements of a text are; a semicolon behind the last one makes no further statement. */
function statements(sql: string): { from: number; to: number }[] {
  return [...withoutTexts(sql).matchAll(/[^;]+/g)].flatMap(({ 0: part, index }) => {
    const lead = part.length - part.trimStart().length;
    return part.trim() === "" ? [] : [{ from: index + lead, to: index + part.trimEnd().length }];
  });
}

/** The one statement without the semicolon behind it, as a view is made from it; comments stay. */
export function bareStatement(sql: string): string {
  const [first] = statements(sql);
  return first ? sql.slice(first.from, first.to) : "";
}

/** The cells above number `cell` that a text asks by name (`cell1`), in ascending order, each once. */
export function cellsAskedFor(sql: string, cell: number): number[] {
  const names = [...withoutTexts(sql).matchAll(/(?<![\p{L}\p{N}_.])cell(\d{1,3})(?![\p{L}\p{N}_])/giu)];
  const numbers = names.map((match) => Number(match[1])).filter((n) => n >= 1 && n < cell);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** A string, a quoted name, a text between dollar signs, or a comment to the end of the line. */
const TEXT = /--[^\n]*|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$([a-z_]*)\$[\s\S]*?(?:\$\1\$|$)/iy;

/** The text with comments, strings and quoted names blanked out, at its length, so that places stay. */
export function withoutTexts(sql: string): string {
  let out = "";
  while (out.length < sql.length) {
    const end = endOfText(sql, out.length);
    out += end > out.length ? sql.slice(out.length, end).replace(/[^\n]/g, " ") : sql[out.length]!;
  }
  return out;
}

/** Where the comment or the quoted text that begins here ends; `at` itself where none begins. */
function endOfText(sql: string, at: number): number {
  if (sql.startsWith("/*", at)) return endOfComment(sql, at);
  TEXT.lastIndex = at;
  return TEXT.test(sql) ? TEXT.lastIndex : at;
}

/** Block comments nest. */
function endOfComment(sql: string, at: number): number {
  let depth = 0;
  for (let i = at; i < sql.length; i++) {
    if (sql.startsWith("/*", i)) [depth, i] = [depth + 1, i + 1];
    else if (sql.startsWith("*/", i)) [depth, i] = [depth - 1, i + 1];
    if (depth === 0) return i + 1;
  }
  return sql.length;
}
