import * as Plot from "@observablehq/plot";
import type { NamedTown, PlaceRate } from "../../data/indicators/comparison/place-rate.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { number } from "../words.js";
import type { ComparedGroup } from "./model.js";
import { groupName, permilleJa } from "./words.js";

interface Dot extends PlaceRate {
  x: number;
  y: number;
}

/** px from the top of the drawing: the town's words, the histogram, and one row of dots a group. */
const TOP = 30;
const HISTOGRAM = 130;
const ROW = 76;
const BIN = 10;

/** The histogram of all rates, and below it on the same axis the prefecture's towns and those of the town's size. */
export function distributionChart(
  {
    groups,
    own,
    town,
  }: {
    groups: readonly ComparedGroup[];
    own: PlaceRate;
    town: NamedTown;
  },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const width = WIDTHS.full[size];
  const all = groups.find((g) => g.group === "nation")!;
  const rows = groups.filter((g) => g.group !== "nation");
  const frame = { marginLeft: narrow ? 56 : 84, marginRight: 16 };
  const height = TOP + HISTOGRAM + rows.length * ROW + 30;
  const rates = all.towns.map((t) => t.permille);
  const low = Math.max(0, Math.floor(Math.min(...rates) / 50) * 50);
  const high = Math.ceil((Math.max(...rates) + 1) / 50) * 50;
  const inner = width - frame.marginLeft - frame.marginRight;
  const x = (permille: number) => frame.marginLeft + ((permille - low) / (high - low)) * inner;
  const bins = [...Map.groupBy(rates, (r) => Math.floor(r / BIN) * BIN)].map(([from, list]) => ({
    from,
    count: list.length,
  }));
  const most = Math.max(...bins.map((b) => b.count));
  const floor = TOP + HISTOGRAM;
  const barTop = (count: number) => floor - (count / most) * (HISTOGRAM - 26);
  const middle = (row: number) => floor + row * ROW + ROW / 2 + 10;
  const dots = rows.map((g, i) =>
    swarm(g.towns, { x, middle: middle(i), radius: narrow ? 2.6 : 3.4, room: ROW / 2 - 14 }),
  );
  const step = narrow ? 200 : 100;
  const ticks = Array.from(
    { length: Math.floor(high / step) - Math.ceil(low / step) + 1 },
    (_, i) => (Math.ceil(low / step) + i) * step,
  );
  const flag = `${town.name} ${permilleJa(own.permille)}`;
  const right = x(own.permille) > width * 0.62;
  return drawChart(options, words, {
    width,
    height,
    marginTop: 0,
    marginBottom: 0,
    ...frame,
    // Everything is placed in px: rows of different kinds share one axis.
    x: { domain: [frame.marginLeft, width - frame.marginRight], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      Plot.ruleX(ticks, { x, y1: TOP, y2: height - 26, stroke: palette.grid, strokeOpacity: 0.6 }),
      Plot.text(ticks, { x, y: height - 12, text: (v: number) => `${v / 10}%`, fill: palette.muted }),
      Plot.rect(bins, {
        x1: (b: { from: number }) => x(Math.max(low, b.from)),
        x2: (b: { from: number }) => x(b.from + BIN),
        y1: floor,
        y2: (b: { count: number }) => barTop(b.count),
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: palette.context,
        fillOpacity: 0.55,
      }),
      Plot.ruleY([floor, ...rows.slice(1).map((_, i) => floor + (i + 1) * ROW)], { stroke: palette.grid }),
      ...groups.map((g) => {
        const at = rows.indexOf(g);
        const [y1, y2] =
          at < 0 ? [floor - 14, floor + 2] : [middle(at) - ROW / 2 + 12, middle(at) + ROW / 2 - 12];
        return Plot.ruleX([g.median], { x, y1, y2, stroke: palette.ink, strokeWidth: 2.5 });
      }),
      ...dots.flatMap((list, i) => [
        Plot.dot(list, { x: "x", y: "y", r: narrow ? 2.4 : 3.2, fill: palette.context, fillOpacity: 0.8 }),
        Plot.dot(
          list.filter((d) => d.code === own.code),
          { x: "x", y: "y", r: 6, fill: palette.town, stroke: palette.surface, strokeWidth: 1.5 },
        ),
        Plot.text([rows[i]!], {
          frameAnchor: "left",
          y: middle(i) - 8,
          dx: -frame.marginLeft,
          textAnchor: "start",
          lineHeight: 1.3,
          text: (g: ComparedGroup) => `${groupName(g.group, town)}\n${number(g.rank.of)}`,
          fill: palette.ink,
        }),
      ]),
      Plot.text([all], {
        frameAnchor: "left",
        y: floor - 24,
        dx: -frame.marginLeft,
        textAnchor: "start",
        lineHeight: 1.3,
        text: (g: ComparedGroup) => `全国\n${number(g.rank.of)}`,
        fill: palette.ink,
      }),
      Plot.ruleX([own.permille], { x, y1: TOP - 8, y2: height - 26, stroke: palette.town, strokeWidth: 2 }),
      Plot.text([own.permille], {
        x,
        y: TOP - 16,
        dx: right ? 4 : -4,
        textAnchor: right ? "end" : "start",
        text: () => flag,
        fill: palette.town,
        fontWeight: 700,
      }),
      Plot.text([all.median], {
        x,
        y: TOP + 8,
        dx: all.median >= own.permille ? 6 : -6,
        textAnchor: all.median >= own.permille ? "start" : "end",
        text: (v: number) => `全国の中央値 ${permilleJa(v)}`,
        fill: palette.ink,
        stroke: palette.surface,
        strokeWidth: 4,
      }),
      ...(options.tips
        ? [
            Plot.tip(
              dots.flat(),
              Plot.pointer({
                x: "x",
                y: "y",
                title: (d: Dot) => `${d.name} ${permilleJa(d.permille)}\n人口${number(d.population)}人`,
              }),
            ),
          ]
        : []),
    ],
  });
}

/** Dots at their rate, moved up and down so that they do not cover each other as far as the row has room. */
function swarm(
  towns: readonly PlaceRate[],
  {
    x,
    middle,
    radius,
    room,
  }: { x: (permille: number) => number; middle: number; radius: number; room: number },
): Dot[] {
  const placed: Dot[] = [];
  const apart = 2 * radius + 0.4;
  for (const town of towns.toSorted((a, b) => a.permille - b.permille || (a.code < b.code ? -1 : 1))) {
    const at = x(town.permille);
    const close = placed.filter((d) => at - d.x < apart);
    const offsets = Array.from(
      { length: Math.ceil((4 * room) / apart) },
      (_, i) => ((i % 2 ? -1 : 1) * Math.ceil(i / 2) * apart) / 2,
    );
    const free = offsets.find(
      (o) => Math.abs(o) <= room && close.every((d) => Math.hypot(d.x - at, d.y - (middle + o)) >= apart),
    );
    placed.push({ ...town, x: at, y: middle + (free ?? 0) });
  }
  return placed;
}
