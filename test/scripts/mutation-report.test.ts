import { describe, expect, it } from "vitest";
import { scoresOf, survivorsOf, type Mutant, type MutationReport } from "../../scripts/mutation/report.js";
import { scoreTable, survivorList } from "../../scripts/mutation/score-table.js";

const mutant = (
  status: Mutant["status"],
  line: number,
  from: number,
  to: number,
  endLine = line,
): Mutant => ({
  mutatorName: "EqualityOperator",
  replacement: "a <= b",
  status,
  location: { start: { line, column: from }, end: { line: endLine, column: to } },
});

const REPORT: MutationReport = {
  files: {
    "worker/b.ts": {
      source: "if (a < b) {\n  c();\n}\n",
      mutants: [mutant("NoCoverage", 1, 12, 2, 3), mutant("Survived", 1, 5, 10), mutant("Timeout", 2, 3, 7)],
    },
    "data/a.ts": {
      source: "a < b",
      mutants: [mutant("Killed", 1, 1, 6), mutant("Ignored", 1, 1, 6), mutant("CompileError", 1, 1, 6)],
    },
    "data/types.ts": { source: "export {};", mutants: [] },
  },
};

describe("the scores of a mutation report", () => {
  it("count what a test noticed or could not end, of all that compiles and is not passed over", () => {
    expect(scoresOf(REPORT)).toEqual([
      { file: "data/a.ts", noticed: 1, of: 1, passedOver: 1 },
      { file: "worker/b.ts", noticed: 1, of: 3, passedOver: 0 },
    ]);
  });

  it("are a table with a line for all files; percent are cut, so that nearly 90 is not 90", () => {
    expect(scoreTable(scoresOf(REPORT)).split("\n")).toEqual([
      "file         noticed  of   score  passed over",
      "data/a.ts          1   1  100.0%            1",
      "worker/b.ts        1   3   33.3%            0",
      "total              2   4   50.0%            1",
    ]);
    expect(scoreTable([{ file: "x", noticed: 8999, of: 10_000, passedOver: 0 }])).toContain("89.9%");
    expect(scoreTable([])).toContain("–");
  });
});

describe("the survivors of a mutation report", () => {
  it("stand by file and place, with what stood there", () => {
    expect(survivorsOf(REPORT)).toEqual([
      {
        file: "worker/b.ts",
        line: 1,
        column: 5,
        mutator: "EqualityOperator",
        original: "a < b",
        replacement: "a <= b",
        isUnreached: false,
      },
      expect.objectContaining({ line: 1, column: 12, original: "{\n  c();\n}", isUnreached: true }),
    ]);
  });

  it("are a text to go through, each change on lines of its own", () => {
    expect(survivorList(survivorsOf(REPORT))).toBe(
      "worker/b.ts:1:5 EqualityOperator\n  - a < b\n  + a <= b\n" +
        "\nworker/b.ts:1:12 EqualityOperator (no test comes here)\n  - { c(); }\n  + a <= b\n",
    );
    const long = survivorsOf(REPORT).map((s) => ({ ...s, original: "x".repeat(200) }));
    expect(survivorList(long)).toContain(`- ${"x".repeat(120)}…\n`);
  });
});
