import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import {
  keywordCompletionSource,
  PostgreSQL,
  schemaCompletionSource,
  sql,
  SQLDialect,
  type SQLNamespace,
} from "@codemirror/lang-sql";
import { LanguageSupport } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import type { LoadedTable } from "../../queries/loaded-tables.js";
import type { SqlWords } from "../../queries/sql-words.js";
import { columnMeaning, TABLE_WORDS } from "../../queries/table-words.js";

/** What an editor knows of the engine: how to colour its words, and what to offer. */
export interface SqlSupport {
  extension: Extension;
}

/** Before the engine has said what it knows: the dialect nearest to it, nothing to offer. */
export const plainSql = (): Extension => PostgreSQL.language;

/**
 * Completion over the tables and columns that are there, and over the words and functions of this very DuckDB.
 * @param cells how many cells can be asked by name; read at each completion.
 */
export function sqlSupport(tables: readonly LoadedTable[], words: SqlWords, cells: () => number): SqlSupport {
  const dialect = SQLDialect.define({
    keywords: words.keywords.join(" "),
    types: words.types.join(" "),
    builtin: "",
    slashComments: false,
    hashComments: false,
    doubleDollarQuotedStrings: true,
    caseInsensitiveIdentifiers: true,
  });
  const schema: Record<string, SQLNamespace> = Object.fromEntries(
    tables.map((table) => [table.name, { self: tableCompletion(table), children: columnCompletions(table) }]),
  );
  const functions = words.functions.map((name): Completion => ({
    label: name,
    type: "function",
    detail: "関数",
    apply: `${name}(`,
    boost: -10,
  }));
  const sources = [
    schemaCompletionSource({ dialect, schema }),
    keywordCompletionSource(dialect, true, (label) => ({ label, type: "keyword", boost: -5 })),
    wordSource(() => [...columnsOf(tables), ...functions, ...cellCompletions(cells())]),
  ];
  return {
    extension: new LanguageSupport(
      sql({ dialect }).language,
      sources.map((autocomplete) => dialect.language.data.of({ autocomplete })),
    ),
  };
}

const tableCompletion = ({ name, rows }: LoadedTable): Completion => ({
  label: name,
  type: "table",
  detail: TABLE_WORDS[name]?.name ?? "表",
  info: `${TABLE_WORDS[name]?.meaning ?? ""} ${rows.toLocaleString("ja")}行`.trim(),
  boost: 20,
});

const columnCompletions = ({ name: table, columns }: LoadedTable): Completion[] =>
  columns.map(({ name, type }) => ({
    label: name,
    type: "column",
    detail: columnMeaning(table, name) || type,
    info: `${type}(${table})`,
    boost: 10,
  }));

/** Every column once: of tables of one name for a thing, the first to have it explains it. */
function columnsOf(tables: readonly LoadedTable[]): Completion[] {
  const all = tables.flatMap(columnCompletions);
  return all.filter((completion, i) => all.findIndex((c) => c.label === completion.label) === i);
}

const cellCompletions = (cells: number): Completion[] =>
  Array.from({ length: cells }, (_, i) => ({
    label: `cell${i + 1}`,
    type: "table",
    detail: `セル${i + 1}の結果`,
  }));

/** Offers words where a name may stand; behind a dot the table's own columns are offered alone. */
function wordSource(options: () => Completion[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w]+/);
    if (!word && !context.explicit) return null;
    const from = word?.from ?? context.pos;
    if (context.state.sliceDoc(Math.max(0, from - 1), from) === ".") return null;
    if (/['"]/.test(context.state.sliceDoc(Math.max(0, from - 1), from))) return null;
    return { from, options: options(), validFor: /^\w*$/ };
  };
}
