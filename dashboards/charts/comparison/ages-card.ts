import * as Plot from "@observablehq/plot";
import { ageBandLabel } from "../../data/contract/age-band.js";
import { percentHalfUp, rate } from "../../data/indicators/rate.js";
import type { AgeCounts } from "../../data/indicators/comparison/age-profile.js";
import type { Card } from "../card.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { dateJa, percent } from "../words.js";
import type { ComparisonModel } from "./model.js";
import { comparedRate, MIC } from "./words.js";

type Band = ComparisonModel["ages"]["bands"][number];

const share = (a: AgeCounts | null): number | null => a && rate(a.count, a.population);
const shareText = (a: AgeCounts | null): string => percent(a && percentHalfUp(a.count, a.population));

/** The town's rate by age beside the nation's; the nation's alone where the town's ages are not known. */
export function agesCard(model: ComparisonModel): Card[] {
  const { ages, town, asOf, measure } = model;
  const { own, bands } = ages;
  if (bands.length === 0) return [];
  const title = own ? widest(bands, town.name) : `全国の${comparedRate(measure)}は${peakBand(bands)}`;
  const synthetic = own?.synthetic ? "サンプル・合成データ" : `${town.name}の集計`;
  const late = own !== null && own.as_of !== asOf;
  return [
    {
      slot: "comparison-ages",
      title,
      reading: own
        ? `青が${town.name}、灰色が全国。線は同じ年齢の差です。${late ? `${town.name}の年齢別は${dateJa(own.as_of)}のもので、公表値の基準日とは違います。` : ""}`
        : `年齢別に公表されているのは全国だけです。${town.name}の年齢別の集計がある基準日なら、並べて示します。`,
      source: `出典:${MIC}、${dateJa(asOf)}現在${own ? `。${town.name}は${synthetic}、${dateJa(own.as_of)}現在` : ""}`,
      span: "half",
      draw: (options) =>
        agesChart({ bands, name: town.name }, { title, description: "年齢別の率。" }, options),
      table: {
        columns: ["年齢", "全国", town.name],
        rows: bands.map((b) => [ageBandLabel(b.age_band), shareText(b.nation), shareText(b.town)]),
      },
    },
  ];
}

function peakBand(bands: readonly Band[]): string {
  const top = bands.reduce((a, b) => ((share(b.nation) ?? 0) > (share(a.nation) ?? 0) ? b : a));
  return `${ageBandLabel(top.age_band)}が${shareText(top.nation)}で最も高い`;
}

/** Where town and nation lie furthest apart. */
function widest(bands: readonly Band[], name: string): string {
  const gaps = bands.flatMap((band) => {
    const [a, b] = [share(band.town), share(band.nation)];
    return a === null || b === null ? [] : [{ band, gap: a - b }];
  });
  const most = gaps.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))[0];
  if (!most) return `${name}の年齢別の率はわかりません`;
  const points = (100 * Math.abs(most.gap)).toFixed(1);
  return `全国との差が最も大きいのは${ageBandLabel(most.band.age_band)}で、${name}が${points}ポイント${most.gap < 0 ? "低い" : "高い"}`;
}

function agesChart(
  { bands, name }: { bands: readonly Band[]; name: string },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const rows = bands.flatMap((b) => {
    const nation = share(b.nation);
    return nation === null
      ? []
      : [{ label: ageBandLabel(b.age_band), nation: nation * 100, town: share(b.town) }];
  });
  type Row = (typeof rows)[number];
  const known = rows.filter((r) => r.town !== null);
  const town = (r: Row) => r.town! * 100;
  const top = Math.max(
    10,
    Math.ceil(Math.max(...rows.map((r) => Math.max(r.nation, (r.town ?? 0) * 100))) / 10) * 10,
  );
  const step = top > 60 ? 25 : 10;
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * (narrow ? 18 : 19) + 56,
    marginTop: 30,
    marginBottom: 26,
    marginLeft: 72,
    marginRight: 20,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: rows.map((r) => r.label), padding: 0.5, type: "point" },
    marks: [
      Plot.ruleX(ticks, { stroke: palette.grid }),
      Plot.text(ticks, {
        x: (v: number) => v,
        frameAnchor: "bottom",
        dy: 20,
        text: (v: number) => `${v}%`,
        fill: palette.muted,
      }),
      Plot.link(known, {
        x1: "nation",
        x2: town,
        y1: "label",
        y2: "label",
        stroke: palette.context,
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, { x: "nation", y: "label", r: 4, fill: palette.context }),
      Plot.dot(known, { x: town, y: "label", r: 5, fill: palette.town, symbol: "diamond" }),
      Plot.text(rows, {
        y: "label",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: "label",
        fill: palette.muted,
        fontSize: 12,
      }),
      ...(known.length > 0 ? keys(name, options) : []),
    ],
  });
}

/** Which mark is whose, above the first row. */
function keys(name: string, { palette }: ChartOptions): Plot.Markish[] {
  const word = (text: string, dx: number, fill: string) =>
    Plot.text([text], {
      frameAnchor: "top-left",
      dx,
      dy: -23,
      textAnchor: "start",
      text: [text],
      fill,
      fontWeight: 700,
    });
  return [word(`◆ ${name}`, 0, palette.town), word("● 全国", 20 + 14 * (name.length + 1), palette.muted)];
}
