import { expect, it } from "vitest";
import { formatTimes } from "../../scripts/test/slowest-files.js";

it("adds a project's files up and lists the ten slowest of all, slowest first", () => {
  const times = Array.from({ length: 12 }, (_, i) => ({
    project: i % 2 === 0 ? "node" : "worker",
    file: `test/${i}.test.ts`,
    ms: i * 1000,
  }));
  const lines = formatTimes(times).split("\n");
  expect(lines.slice(0, 2)).toEqual(["node: 30.0 s in 6 files", "worker: 36.0 s in 6 files"]);
  expect(lines.slice(2).map((line) => line.trim())).toEqual(
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((i) => `${i}.0 s  test/${i}.test.ts`),
  );
});
