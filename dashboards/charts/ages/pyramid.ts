import * as Plot from "@observablehq/plot";
import type { Counts, Measure } from "../../data/contract/figure.js";
import type { AgeRow, AgeTable } from "../../data/indicators/ages/age-table.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { addHatch } from "../hatch.js";
import { number } from "../words.js";
import { shortAge } from "./words.js";

interface Bar {
  age_band: string;
  side: -1 | 1;
  population: number;
  /** Holders, at most the residents: what is drawn within their bar. */
  count: number | null;
}

const SIDES = [
  { sex: "male", side: -1, name: "男性" },
  { sex: "female", side: 1, name: "女性" },
] as const;

/**
 * Residents by age, men to the left and women to the right; filled: those who have a card. Where the sexes are not
 * told apart, one side for everybody.
 */
export function pyramid(
  table: AgeTable,
  { measure, hasSexes }: { measure: Measure; hasSexes: boolean },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const barOf = (row: AgeRow, counts: Counts | null, side: Bar["side"]): Bar[] =>
    counts === null
      ? []
      : [
          {
            age_band: row.age_band,
            side,
            population: counts.population,
            count: counts[measure] === null ? null : Math.min(counts[measure], counts.population),
          },
        ];
  const bars = table.rows.flatMap((row) =>
    hasSexes ? SIDES.flatMap(({ sex, side }) => barOf(row, row[sex], side)) : barOf(row, row.both, 1),
  );
  const most = Math.max(1, ...bars.map((b) => b.population));
  const width = WIDTHS.half[size];
  const ages = table.rows.map((r) => r.age_band).toReversed();
  const [top, bottom] = [24, 26];
  const rowHeight = ages.length <= 8 ? 34 : 20;
  const gap = 31;
  const left = hasSexes ? 8 : 70;
  const right = width - (hasSexes ? 8 : 24);
  const middle = hasSexes ? width / 2 : left - gap;
  const reach = hasSexes ? (right - left) / 2 - gap : right - left;
  const at = (side: Bar["side"], people: number): number => middle + side * (gap + (people / most) * reach);
  const y = (band: string): number => top + ages.indexOf(band) * rowHeight;
  const rect = (data: readonly Bar[], to: (b: Bar) => number, style: Plot.RectOptions): Plot.Markish =>
    Plot.rect(data, {
      x1: (b: Bar) => Math.min(at(b.side, 0), at(b.side, to(b))),
      x2: (b: Bar) => Math.max(at(b.side, 0), at(b.side, to(b))),
      y1: (b: Bar) => y(b.age_band) + 2,
      y2: (b: Bar) => y(b.age_band) + rowHeight - 2,
      ...style,
    });
  const ticks = tickValues(most);
  const sides = hasSexes ? [-1, 1] : [1];
  const id = `hatch-pyramid-${size}`;
  const chart = drawChart(options, words, {
    width,
    height: top + ages.length * rowHeight + bottom,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...sides.flatMap((side) => [
        Plot.link(ticks, {
          x1: (v: number) => at(side as Bar["side"], v),
          x2: (v: number) => at(side as Bar["side"], v),
          y1: top,
          y2: top + ages.length * rowHeight,
          stroke: palette.grid,
        }),
        Plot.text(ticks, {
          x: (v: number) => at(side as Bar["side"], v),
          y: top + ages.length * rowHeight + 13,
          text: (v: number) => `${number(v)}${v === ticks.at(-1) ? "人" : ""}`,
          fill: palette.muted,
        }),
      ]),
      rect(bars, (b) => b.population, { fill: palette.surface, stroke: palette.behind, strokeWidth: 1.25 }),
      rect(
        bars.filter((b) => b.count !== null),
        (b) => b.count!,
        { fill: palette.town },
      ),
      rect(
        bars.filter((b) => b.count === null),
        (b) => b.population,
        { fill: `url(#${id})`, stroke: palette.muted },
      ),
      Plot.text(ages, {
        x: hasSexes ? middle : left - 8,
        y: (band: string) => y(band) + rowHeight / 2,
        text: shortAge,
        textAnchor: hasSexes ? "middle" : "end",
      }),
      ...(hasSexes
        ? SIDES.map(({ side, name }) =>
            Plot.text([name], { x: middle + side * (gap + reach / 2), y: 10, text: [name], fontWeight: 700 }),
          )
        : []),
    ],
  });
  if (bars.some((b) => b.count === null)) addHatch(chart, id, options);
  return chart;
}

/** 0 and one or two round numbers of people up to the longest bar. */
function tickValues(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000].find(
    (s) => most / s < 3,
  );
  return [0, 1, 2].map((i) => i * (step ?? 100_000)).filter((v) => v <= most);
}
