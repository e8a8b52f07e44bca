import * as Plot from "@observablehq/plot";
import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import type { FunnelLimits } from "../../data/indicators/reliability/funnel-limits.js";
import {
  drawChart,
  nameMarks,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { addHatch } from "../hatch.js";
import { placeLabels } from "../label-places.js";
import { NO_NUMBER, number, roughly } from "../words.js";
import { namedPoints, type FunnelPoint } from "./funnel-points.js";
import { funnelScales, limitLine, limitsBySize, type FunnelScales } from "./funnel-scales.js";
import { VERDICT_NAMES, verdictColour } from "./verdict-words.js";

export interface FunnelData {
  /** At least one. */
  points: readonly FunnelPoint[];
  townRate: number;
  /** Leaves whose noise widens the limits where the points are prints; 0 elsewhere. */
  leaves: number;
  /** Have residents and no number; they stand below the axis, hatched. */
  unknown: readonly DistrictStanding[];
}

const LIMITS: readonly { of: keyof FunnelLimits; name: string; dash: string | undefined }[] = [
  { of: "upper998", name: "99.8%", dash: undefined },
  { of: "upper95", name: "95%", dash: "4 3" },
  { of: "lower95", name: "95%", dash: "4 3" },
  { of: "lower998", name: "99.8%", dash: undefined },
];

/** So many points need the whole width of the page, and smaller marks. */
export const isCrowded = (points: readonly FunnelPoint[]): boolean => points.length > 60;

/** Districts by size and rate within the limits of chance around the town's rate. */
export function districtFunnel(data: FunnelData, words: ChartWords, options: ChartOptions): ChartElement {
  const { points, townRate, leaves, unknown } = data;
  const { palette, size } = options;
  const isSmall = isCrowded(points);
  const width = WIDTHS[isSmall ? "full" : "half"][size];
  const tall = size === "wide" ? (isSmall ? 560 : 400) : 380;
  const height = tall + (unknown.length > 0 ? 34 : 0);
  const inside = {
    left: 42,
    right: width - 62,
    top: 10,
    bottom: height - 46 - (unknown.length > 0 ? 34 : 0),
  };
  const populations = unknown.map((s) => s.population);
  const scales = funnelScales(points, { populations, townRate, leaves }, inside);
  const sizes = [...points.map((p) => p.population), ...populations];
  const span = { least: Math.min(...sizes) * 0.7, most: Math.max(...sizes) * 1.06 };
  const limits = limitsBySize(scales, span);
  const lines = LIMITS.map((limit) => ({ ...limit, line: limitLine(scales, limits, limit.of) }));
  const at = points.map((p) => ({ ...p, x: scales.x(p.population), y: scales.y(p.rate) }));
  const chart = drawChart(options, words, {
    width,
    height,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    r: { type: "identity" },
    marks: [
      ...axes(scales, options),
      ...lines.map(({ line, dash }) =>
        Plot.line(line, {
          x: "x",
          y: "y",
          stroke: palette.muted,
          strokeWidth: 1.25,
          ...(dash && { strokeDasharray: dash }),
        }),
      ),
      Plot.link([0], {
        x1: scales.left,
        x2: scales.right,
        y1: scales.y(townRate),
        y2: scales.y(townRate),
        stroke: palette.ink,
        strokeWidth: 1.5,
      }),
      endLabels(
        [
          ...lines.flatMap(({ name, line }) => (line.length > 1 ? [{ name, y: line.at(-1)!.y }] : [])),
          { name: `全体${(100 * townRate).toFixed(1)}%`, y: scales.y(townRate) },
        ],
        scales,
        options,
      ),
      Plot.dot(at, {
        x: "x",
        y: "y",
        r: (p: FunnelPoint) => radius(p, isSmall, size),
        symbol: (p: FunnelPoint) => (isOutside(p) ? "triangle" : "circle"),
        rotate: (p: FunnelPoint) => (p.verdict === "behind" ? 180 : 0),
        fill: (p: FunnelPoint) => (isOutside(p) ? verdictColour(p.verdict, palette) : palette.surface),
        stroke: (p: FunnelPoint) => verdictColour(p.verdict, palette),
        strokeWidth: isSmall ? 0.9 : 1.5,
        ...(options.tips && { title: tipOf }),
      }),
      ...names(at, scales, options),
      ...unknownMarks(data, scales, options),
    ],
  });
  nameMarks(
    chart,
    "dot",
    at.map((p) => p.code),
  );
  if (unknown.length > 0) addHatch(chart, `hatch-funnel-${size}`, options);
  return chart;
}

/** Those that stand out are never smaller than the rest. */
function radius(p: FunnelPoint, isSmall: boolean, size: ChartOptions["size"]): number {
  if (!isSmall) return p.verdict === "too-few" ? 2.5 : 5;
  if (isOutside(p)) return size === "wide" ? 3.2 : 2.8;
  return p.verdict === "too-few" ? 1.5 : size === "wide" ? 2.8 : 2;
}

const isOutside = ({ verdict }: FunnelPoint): boolean => verdict === "behind" || verdict === "ahead";

const tipOf = (p: FunnelPoint): string =>
  `${p.name} ${roughly(`${p.percent}%`, p.leaves)}、住民${number(p.population)}人\n${VERDICT_NAMES[p.verdict]}`;

function axes(scales: FunnelScales, { palette }: ChartOptions): Plot.Markish[] {
  const quiet = { fill: palette.muted };
  return [
    Plot.link(scales.yTicks, {
      x1: scales.left,
      x2: scales.right,
      y1: (v: number) => scales.y(v / 100),
      y2: (v: number) => scales.y(v / 100),
      stroke: palette.grid,
    }),
    Plot.text(scales.yTicks, {
      ...quiet,
      x: scales.left - 6,
      y: (v: number) => scales.y(v / 100),
      text: (v: number) => `${v}%`,
      textAnchor: "end",
    }),
    Plot.link(scales.xTicks, {
      x1: (v: number) => scales.x(v),
      x2: (v: number) => scales.x(v),
      y1: scales.bottom,
      y2: scales.bottom + 5,
      stroke: palette.muted,
    }),
    Plot.text(scales.xTicks, {
      ...quiet,
      x: (v: number) => scales.x(v),
      y: scales.bottom + 15,
      text: (v: number) => number(v),
    }),
    Plot.text([0], {
      ...quiet,
      x: scales.right,
      y: scales.bottom + 34,
      text: () => "地区の住民(人)→",
      textAnchor: "end",
    }),
  ];
}

/** The lines' names at their right ends, apart from each other. */
function endLabels(
  labels: readonly { name: string; y: number }[],
  { right, bottom }: FunnelScales,
  { palette }: ChartOptions,
): Plot.Markish {
  const places = spread(
    labels.map((l) => l.y),
    14,
    bottom,
  );
  return Plot.text(labels, {
    x: right + 4,
    y: (_: unknown, i: number) => places[i]!,
    text: "name",
    textAnchor: "start",
    fill: palette.ink,
    fontSize: 11,
  });
}

function names(
  at: readonly (FunnelPoint & { x: number; y: number })[],
  { left, right, top, bottom }: FunnelScales,
  { palette, size }: ChartOptions,
): Plot.Markish[] {
  const byCode = new Map(at.map((p) => [p.code, p]));
  const wanted = namedPoints(at).map((p) => ({
    ...byCode.get(p.code)!,
    text: p.name,
    ...(isCrowded(at) && { prefer: p.verdict === "behind" ? ("below" as const) : ("above" as const) }),
  }));
  const placed = placeLabels(wanted, isCrowded(at) ? at.filter(isOutside) : at, {
    frame: { left: left - 3, right, top, bottom },
    em: size === "wide" ? 12.5 : 11.5,
  });
  return (["start", "middle", "end"] as const).map((textAnchor) =>
    Plot.text(
      placed.filter((p) => p.textAnchor === textAnchor),
      {
        x: "x",
        y: "y",
        text: (p: (typeof placed)[number]) => p.label.text,
        textAnchor,
        fontSize: size === "wide" ? 12.5 : 11.5,
        fill: (p: (typeof placed)[number]) => (isOutside(p.label) ? palette.ink : palette.muted),
        stroke: palette.surface,
        strokeWidth: isCrowded(at) ? 4 : 3,
      },
    ),
  );
}

/** Below the axis: the sizes of the districts whose rate is not known. */
function unknownMarks(
  { unknown }: FunnelData,
  scales: FunnelScales,
  { palette, size }: ChartOptions,
): Plot.Markish[] {
  if (unknown.length === 0) return [];
  const y = scales.bottom + 56;
  return [
    Plot.rect(unknown, {
      x1: (s: DistrictStanding) => scales.x(s.population) - 5,
      x2: (s: DistrictStanding) => scales.x(s.population) + 5,
      y1: y - 6,
      y2: y + 6,
      fill: `url(#hatch-funnel-${size})`,
      stroke: palette.muted,
    }),
    Plot.text([0], {
      x: scales.right + 4,
      y,
      text: () => `${NO_NUMBER}${unknown.length}`,
      textAnchor: "start",
      fill: palette.ink,
      fontSize: 11,
    }),
  ];
}
