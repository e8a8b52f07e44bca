import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, guessChart, MARKS, type ChartChoice } from "../../dashboards/charts/notebook/chart-choice.js";
import { chartData, type ChartData } from "../../dashboards/charts/notebook/chart-data.js";
import { valueDomain } from "../../dashboards/charts/notebook/axes.js";
import { titleOf } from "../../dashboards/charts/notebook/chart-parts.js";
import { queryChart } from "../../dashboards/charts/notebook/query-chart.js";
import type { ColumnKind, Result, ResultValue } from "../../dashboards/charts/notebook/result.js";
import { valueText } from "../../dashboards/charts/notebook/value-text.js";
import { PAPER_PALETTE } from "../../dashboards/charts/palette.js";
import { serializeChart } from "../../dashboards/charts/serialize.js";
import { chartDocument, xmlFault } from "./drawing.js";

const result = (columns: Record<string, ColumnKind>, rows: ResultValue[][]): Result => ({
  columns: Object.keys(columns),
  kinds: Object.values(columns),
  rows,
});
const choice = (values: Partial<ChartChoice>): ChartChoice => ({
  mark: "bar",
  x: "name",
  y: "n",
  series: "",
  order: "result",
  title: "",
  xLabel: "",
  yLabel: "",
  ...values,
});
const draw = (of: Result, as: ChartChoice, width = 760): string => {
  const data = chartData(of, as) as ChartData;
  const size = width < 560 ? ("narrow" as const) : ("wide" as const);
  const words = { title: titleOf(as), description: "" };
  return serializeChart(
    queryChart({ data, choice: as, width }, words, {
      document: chartDocument(),
      size,
      palette: PAPER_PALETTE,
    }),
  );
};

const DATES = ["2026-08-31", "2026-09-30", "2026-10-31"];
const SERIES = result(
  { as_of: "date", sex: "text", n: "number" },
  DATES.flatMap((date, i) => ["male", "female"].map((sex) => [date, sex, 10 + i] as ResultValue[])),
);
const NAMES = result({ name: "text", all: "number", n: "number" }, [
  ["北", 100, 30],
  ["南", 90, 12],
  ["東", 95, 5],
]);

describe("the chart that is guessed", () => {
  it("is lines over dates, apart by what repeats them", () => {
    expect(guessChart(SERIES)).toMatchObject({ mark: "line", x: "as_of", y: "n", series: "sex" });
    const once = result({ as_of: "date", n: "number" }, [
      [DATES[0]!, 1],
      [DATES[1]!, 2],
    ]);
    expect(guessChart(once)).toMatchObject({ mark: "line", series: "" });
  });

  it("is bars over names, of the number that the rows are in order of", () => {
    expect(guessChart(NAMES)).toMatchObject({ mark: "bar", x: "name", y: "n" });
  });

  it("is a field of cells where names cross, dots where there are numbers alone, none without a number", () => {
    const crossed = result(
      { a: "text", b: "text", n: "number" },
      ["x", "y"].flatMap((a, i) =>
        ["p", "q", "r"].map((b, k) => [a, b, (i * 7 + k * 5) % 4] as ResultValue[]),
      ),
    );
    expect(guessChart(crossed)).toMatchObject({ mark: "cell", x: "b", series: "a" });
    const numbers = result({ a: "number", b: "number" }, [
      [1, 2],
      [2, 1],
      [3, 5],
    ]);
    expect(guessChart(numbers)).toMatchObject({ mark: "dot", x: "a", y: "b" });
    expect(guessChart(result({ a: "text" }, [["x"]]))).toBeNull();
    expect(guessChart(result({ a: "number" }, [[1]]))).toBeNull();
  });

  it("fits as long as its columns are there", () => {
    expect(fits(choice({}), NAMES)).toBe(true);
    expect(fits(choice({ y: "name" }), NAMES)).toBe(false);
    expect(fits(choice({ series: "gone" }), NAMES)).toBe(false);
  });
});

describe("what is drawn", () => {
  it("is in the order asked for", () => {
    const names = (order: ChartChoice["order"]) => (chartData(NAMES, choice({ order })) as ChartData).names;
    expect(names("result")).toEqual(["北", "南", "東"]);
    expect(names("ascending")).toEqual(["東", "南", "北"]);
    expect(names("descending")).toEqual(["北", "南", "東"]);
  });

  it("is cut to what can be read, and says so", () => {
    const many = result(
      { name: "text", n: "number" },
      Array.from({ length: 60 }, (_, i) => [`n${i}`, i]),
    );
    const data = chartData(many, choice({})) as ChartData;
    expect(data.names).toHaveLength(40);
    expect(data.note).toBe("60のうち先頭の40だけを描いています。");
  });

  it("is nothing where rows share a place or the series are too many: it says what to do", () => {
    const twice = result({ name: "text", n: "number" }, [
      ["北", 1],
      ["北", 2],
    ]);
    expect(chartData(twice, choice({}))).toContain("「北」の行がいくつもあります");
    const six = result(
      { name: "text", s: "text", n: "number" },
      Array.from({ length: 6 }, (_, i) => ["北", `s${i}`, i]),
    );
    expect(chartData(six, choice({ series: "s" }))).toContain("6種類あります");
    expect(chartData(result({ name: "text", n: "number" }, []), choice({}))).toBe("描ける行がありません。");
  });

  it("begins at zero, but for values that lie close together", () => {
    expect(valueDomain(10, 40)).toEqual([0, 40]);
    expect(valueDomain(98, 99)[0]).toBeGreaterThan(97);
    expect(valueDomain(-5, 3)).toEqual([-5, 3]);
    expect(valueDomain(-5, -3)).toEqual([-5, 0]);
    expect(valueDomain(0, 0)).toEqual([0, 1]);
    const near = result({ as_of: "date", n: "number" }, [
      [DATES[0]!, 98],
      [DATES[1]!, 99],
    ]);
    expect(draw(near, choice({ mark: "line", x: "as_of" }))).toContain("縦軸は0から始まりません");
  });

  it("names series by words: at the ends of lines, in order for stacks, by form for dots", () => {
    expect(draw(SERIES, choice({ mark: "line", x: "as_of", series: "sex" }))).toContain("female 12");
    expect(draw(SERIES, choice({ mark: "area", x: "as_of", series: "sex" }))).toContain("下から male");
    const bars = draw(SERIES, choice({ mark: "bar", x: "as_of", series: "sex" }));
    for (const words of ["左から male", "2026-10-31", ">24<"]) expect(bars).toContain(words);
    expect(draw(SERIES, choice({ mark: "dot", x: "as_of", series: "sex" }))).toContain("▲");
  });

  it("takes labels and title from the user", () => {
    const own = choice({ title: "北が多い", xLabel: "地区", yLabel: "人" });
    expect(titleOf(own)).toBe("北が多い");
    expect(titleOf(choice({}))).toBe("n(name別)");
    expect(draw(NAMES, own)).toContain(">人<");
  });

  it("writes numbers as people do", () => {
    expect([1234567, 0.126, -1234.5, null].map(valueText)).toEqual(["1,234,567", "0.13", "-1,234.5", "—"]);
  });

  const value = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constant(null),
  );
  const results = fc
    .array(
      fc.tuple(
        fc.string({ maxLength: 12 }),
        fc.constantFrom("a", "b<&", "c"),
        fc.integer({ min: 0, max: 900 }),
        value,
      ),
      {
        minLength: 1,
        maxLength: 25,
      },
    )
    .map((rows) =>
      result(
        { name: "text", s: "text", day: "date", n: "number" },
        rows.map(([name, s, day, n]) => [name, s, new Date(day * 864e5).toISOString().slice(0, 10), n]),
      ),
    );
  it.each(MARKS)("is well-formed and free of NaN whatever the numbers are: %s", (mark) => {
    fc.assert(
      fc.property(
        results,
        fc.constantFrom("name", "day", "n"),
        fc.constantFrom("", "s"),
        fc.constantFrom(320, 760),
        (of, x, series, width) => {
          const as = choice({ mark, x, series });
          if (typeof chartData(of, as) === "string") return;
          const svg = draw(of, as, width);
          expect(xmlFault(svg)).toBeNull();
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
