import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextStore } from "../../dashboards/components/notebook/browser-store.js";
import { NotebookDraft } from "../../dashboards/components/notebook/draft.js";
import { errorPlace } from "../../dashboards/components/notebook/error-place.js";
import { QuestionHistory } from "../../dashboards/components/notebook/history.js";
import {
  notebookFragment,
  notebookFromFragment,
} from "../../dashboards/components/notebook/notebook-link.js";
import {
  cellOf,
  readNotebook,
  writeNotebook,
  type Notebook,
} from "../../dashboards/components/notebook/notebook.js";
import { queryProblem } from "../../dashboards/components/notebook/query-problem.js";
import { questionOf } from "../../dashboards/components/notebook/question.js";
import { rowWindow } from "../../dashboards/components/notebook/row-window.js";
import { sortedRows } from "../../dashboards/components/notebook/sort-rows.js";
import {
  bareStatement,
  cellsAskedFor,
  refusal,
  withoutTexts,
} from "../../dashboards/components/notebook/statement.js";
import { tsvText } from "../../dashboards/components/notebook/tsv-text.js";
import { EXAMPLES } from "../../dashboards/queries/examples.js";

/** A browser's storage, with no room beyond `room` characters. */
function memory(room = Infinity): TextStore {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => text.length <= room && kept.set(key, text) !== undefined,
    remove: (key) => void kept.delete(key),
  };
}

describe("a statement", () => {
  it.each([
    "SELECT 1",
    "select 1;",
    "-- what is it?\nSELECT 1; -- that",
    "/* /* nested */ ; */ WITH a AS (SELECT 1) FROM a",
    "(SELECT 1) UNION (SELECT 2)",
    "FROM figures",
    "SELECT ';' AS a, \"; DROP\" FROM x",
    "SELECT $$ ; LOAD x $$",
    "SELEC 1",
    "",
  ])("is left to the engine: %s", (sql) => expect(refusal(sql)).toBeNull());

  it.each([
    ["LOAD httpfs", "outside", "LOAD"],
    ["/* x */ -- y\n  install spatial", "outside", "install"],
    ["COPY figures TO 'x'", "outside", "COPY"],
    ["SET a = 1", "outside", "SET"],
    ["DROP TABLE figures", "writes", "DROP"],
    ["create view x as select 1", "writes", "create"],
    ["ROLLBACK", "writes", "ROLLBACK"],
    ["SELECT 1; SELECT 2;", "several", "SELECT 2"],
    ["SELECT 'a''b'; COMMIT", "several", "COMMIT"],
  ])("is refused with its place: %s", (sql, reason, word) => {
    const found = refusal(sql)!;
    expect([found.reason, sql.slice(found.from, found.to)]).toEqual([reason, word]);
  });

  it("keeps its length and its lines when texts are blanked", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("'", '"', "--", "/*", "*/", "\n", ";", "a", "$$", " ", "全"))
          .map((p) => p.join("")),
        (sql) => {
          const blank = withoutTexts(sql);
          expect(blank).toHaveLength(sql.length);
          expect([...blank.matchAll(/\n/g)].map((m) => m.index)).toEqual(
            [...sql.matchAll(/\n/g)].map((m) => m.index),
          );
        },
      ),
    );
  });

  it("names the cells above that it asks, not those in texts or below", () => {
    expect(
      cellsAskedFor("FROM cell2 JOIN CELL1 USING (a) -- cell3\nWHERE x = 'cell4' AND y = t.cell5", 6),
    ).toEqual([1, 2]);
    expect(cellsAskedFor("FROM cell3", 3)).toEqual([]);
    expect(bareStatement("-- a\nSELECT 1 ; -- b")).toBe("SELECT 1");
  });

  it("brings the cells that its cells ask, in the order they are made", () => {
    const texts = ["SELECT 1 AS a", "FROM cell1", "SELECT 9", "FROM cell2;"];
    expect(questionOf(texts, 4)).toEqual({
      sql: "FROM cell2;",
      cells: [
        { number: 1, sql: "SELECT 1 AS a" },
        { number: 2, sql: "FROM cell1" },
      ],
    });
    expect(questionOf(["DROP TABLE x", "FROM cell1"], 2)).toMatchObject({
      message: expect.stringContaining("セル1は実行できません") as string,
    });
  });
});

describe("an error of DuckDB", () => {
  const marked = (message: string, sql: string) => {
    const place = errorPlace(message, sql);
    return place && sql.slice(place.from, place.to);
  };

  it("is found in a line that DuckDB cut, behind characters of two columns", () => {
    const sql =
      "SELECT '日本語の長い文字列' AS 列, 人口 FROM figures WHERE as_of = DATE '2026-10-31' AND 何か = 3 AND district IN ('01','02','03','04','05') ORDER BY nothing2";
    const message = `Binder Error: Referenced column "何か" not found in FROM clause!

LINE 1: ... AS 列, 人口 FROM figures WHERE as_of = DATE '2026-10-31' AND 何か = 3 AND district IN ('01','02','03','04','05') ORDER...
${" ".repeat(73)}^`;
    expect(marked(message, sql)).toBe("何か");
  });

  it("is found in a later line, at a quoted name, and at the end of the text", () => {
    expect(marked('x\n\nLINE 2:   "a b" FROM t\n          ^', 'SELECT 1,\n  "a b" FROM t')).toBe('"a b"');
    expect(marked("x\n\nLINE 1: SELECT\n              ^", "SELECT")).toBe("T");
  });

  it("has no place where DuckDB gives none, or one of another text", () => {
    expect(errorPlace("Out of Memory Error: x", "SELECT 1")).toBeNull();
    expect(errorPlace("x\nLINE 7: a\n        ^", "SELECT 1")).toBeNull();
    expect(errorPlace("x\nLINE 1: other text\n        ^", "SELECT 1")).toBeNull();
  });

  it.each([
    [
      '{"exception_type":"Parser","exception_message":"syntax error at or near \\"FROM\\"\\n\\nLINE 1: SELECT FROM\\n               ^"}',
      "「FROM」のあたり",
    ],
    [
      'Binder Error: Referenced column "x" not found in FROM clause!\nCandidate bindings: "sex", "issued"',
      "列「x」はありません。近い名前:sex、issued",
    ],
    [
      'Catalog Error: Table with name nosuch does not exist!\nDid you mean "pg_sequences"?',
      "表「nosuch」はありません。",
    ],
    [
      'TransactionContext Error: Cannot write to database "memory" - transaction is launched in read-only mode',
      "表は書き換えられません",
    ],
    [
      'Permission Error: Cannot access file "x" - file system operations are disabled by configuration',
      "外のファイルや設定は使えません",
    ],
    ["Out of Memory Error: failed to allocate", "メモリーが足りません"],
    ["Something Nobody Has Seen", "実行できませんでした。"],
  ])("is said in Japanese: %s", (text, words) => {
    expect(queryProblem(new Error(text), "SELECT FROM").message).toContain(words);
  });
});

const texts = fc.string({ unit: "binary", maxLength: 200 });
const notebooks: fc.Arbitrary<Notebook> = fc.record({
  cells: fc.array(
    fc.record({
      sql: texts,
      shows: fc.constantFrom("table" as const, "chart" as const),
      chart: fc.option(
        fc.record({
          mark: fc.constantFrom("bar" as const, "cell" as const),
          x: texts,
          y: texts,
          series: texts,
          order: fc.constantFrom("result" as const, "name" as const),
          title: texts,
          xLabel: texts,
          yLabel: texts,
        }),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

describe("a notebook in a link", () => {
  it("comes back as it was, whatever is written in it", async () => {
    await fc.assert(
      fc.asyncProperty(notebooks, async (notebook) => {
        // Halves of characters have no UTF-8; an editor holds none.
        fc.pre(writeNotebook(notebook).isWellFormed() && JSON.stringify(notebook).isWellFormed());
        const fragment = await notebookFragment(notebook);
        expect(fragment).toMatch(/^#n=[\w-]+$/);
        expect(await notebookFromFragment(fragment)).toEqual(notebook);
      }),
      { numRuns: 60 },
    );
  });

  it("is short: one question as long as itself, all examples together within what mails carry", async () => {
    const one = await notebookFragment({ cells: [cellOf(EXAMPLES[1]!.sql)] });
    expect(one.length).toBeLessThan(EXAMPLES[1]!.sql.length * 1.5);
    const all = await notebookFragment({ cells: EXAMPLES.map(({ sql }) => cellOf(sql)) });
    expect(all.length).toBeLessThan(4000);
  });

  it("is none where it was cut, is something else, or unpacks to no end", async () => {
    const whole = await notebookFragment({ cells: [cellOf("SELECT 1 AS one_and_only")] });
    expect(await notebookFromFragment(whole.slice(0, -8))).toBeNull();
    expect(await notebookFromFragment("#observablehq-main")).toBeNull();
    expect(await notebookFromFragment("")).toBeNull();
    const bomb = await notebookFragment({ cells: [cellOf(" ".repeat(2_000_000))] });
    expect(bomb.length).toBeLessThan(8000);
    expect(await notebookFromFragment(bomb)).toBeNull();
  });

  it.each(["", "{}", "[]", "[2,['x']]", "[1]", "[1,[7]]", "[1,{}]", '[1,["a"],[null]]'])(
    "is not read from %s",
    (text) => expect(readNotebook(text)).toBeNull(),
  );
});

describe("what a browser keeps", () => {
  it("is a draft, and the one that a link took the place of", () => {
    const draft = new NotebookDraft(memory());
    const [mine, theirs] = [{ cells: [cellOf("SELECT 1")] }, { cells: [cellOf("SELECT 2")] }];
    expect(draft.read()).toBeNull();
    expect(draft.setAside(theirs)).toBe(false);
    draft.write(mine);
    expect(draft.setAside(mine)).toBe(false);
    expect(draft.setAside(theirs)).toBe(true);
    draft.write(theirs);
    expect(draft.earlier()).toEqual(mine);
  });

  it("is a bounded list of questions, each once, newest first", () => {
    const past = new QuestionHistory(memory());
    const asked = (sql: string) => past.add({ sql, at: "2026-11-23T00:00:00Z", rows: 1 });
    for (let i = 0; i < 150; i++) asked(`SELECT ${i}`);
    asked("SELECT 100");
    asked("  ");
    const list = past.list().map((q) => q.sql);
    expect(list.slice(0, 2)).toEqual(["SELECT 100", "SELECT 149"]);
    expect(list).toHaveLength(100);
    expect(new Set(list).size).toBe(100);
    asked("x".repeat(60_000));
    expect(JSON.stringify(past.list()).length).toBeLessThanOrEqual(64_000);
    asked("y".repeat(100_000));
    expect(past.list()).toEqual([]);
  });

  it("is nothing once it is switched off, or where what is kept is no list", () => {
    const store = memory();
    const past = new QuestionHistory(store);
    past.add({ sql: "SELECT 1", at: "", rows: null });
    past.switch(false);
    past.add({ sql: "SELECT 2", at: "", rows: null });
    expect([past.on, past.list()]).toEqual([false, []]);
    past.switch(true);
    store.write("history", '[{"sql":1},{"sql":"SELECT 3","at":"","rows":2}]');
    expect(past.list().map((q) => q.sql)).toEqual(["SELECT 3"]);
    store.write("history", "{");
    expect(past.list()).toEqual([]);
  });
});

describe("a long result", () => {
  it("is drawn where it is seen, at most some dozens of rows", () => {
    const seen = { height: 425, rowHeight: 34 };
    expect(rowWindow(100_000, { ...seen, scrolled: 0 })).toEqual({ start: 0, end: 25 });
    expect(rowWindow(100_000, { ...seen, scrolled: 34 * 100_000 })).toEqual({ start: 99_988, end: 100_000 });
    expect(rowWindow(0, { ...seen, scrolled: 0 })).toEqual({ start: 0, end: 0 });
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000 * 34), (rows, scrolled) => {
        const { start, end } = rowWindow(rows, { ...seen, scrolled });
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(rows);
        expect(end - start).toBeLessThanOrEqual(38);
      }),
    );
  });

  it("is sorted by numbers, by Japanese texts, what is missing last, equals as they came", () => {
    const rows = [
      ["b2", 3],
      [null, 1],
      ["b10", null],
      ["あ", 3],
      ["ア", 2],
    ] as const;
    const order = (column: number, direction: "ascending" | "descending") => [
      ...sortedRows(rows, column, direction),
    ];
    expect(order(1, "ascending")).toEqual([1, 4, 0, 3, 2]);
    expect(order(1, "descending")).toEqual([0, 3, 4, 1, 2]);
    expect(order(0, "ascending").slice(0, 2)).toEqual([0, 2]);
    expect(order(0, "ascending").at(-1)).toBe(1);
  });

  it("is pasted without tabs, line ends or formulas in a cell", () => {
    expect(
      tsvText(
        ["a", "b"],
        [
          ["x\ty\nz", "=1"],
          [null, -2],
        ],
      ),
    ).toBe("a\tb\nx y z\t'=1\n\t-2");
  });
});
