import * as Plot from "@observablehq/plot";
import type { DistrictWaiting } from "../../data/indicators/flow/district-waiting.js";
import type { Card } from "../card.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { addHatch } from "../hatch.js";
import { shorten } from "../public/text-width.js";
import { dateJa, number, percent, sourceLine, NO_NUMBER } from "../words.js";
import type { PickupModel } from "./model.js";

/** More districts than this stand in the table alone. */
const MOST_BARS = 20;

/** People waiting by district, with the residents they are among; no card without districts. */
export function districtWaitingCard(model: PickupModel): Card[] {
  const { districts, standing, municipality, synthetic, place } = model;
  const known = districts.filter((d) => d.waiting !== null);
  const most = known[0];
  if (!most || districts.length < 2) return [];
  const unknown = districts.length - known.length;
  const sum = known.reduce((n, d) => n + d.waiting!, 0);
  const title =
    sum === 0
      ? "どの地区にも受け取りを待つ人はいない"
      : `受け取り待ちが最も多いのは${most.name}の${number(most.waiting)}人以下(住民の${percent(most.percent)})`;
  const shown = districts.slice(0, MOST_BARS);
  const words = { title, description: "申請済・未交付の数を地区ごとに。" };
  const note = unknown > 0 ? `${unknown}地区は${NO_NUMBER}です。` : "";
  return [
    {
      slot: "pickup-districts",
      title,
      reading: `棒は地区ごとの受け取り待ち、右の割合は地区の住民に対するもの。${shown.length < districts.length ? `図は多いほうから${MOST_BARS}地区、すべては表に。` : ""}${note}`,
      source: sourceLine(municipality.name, standing!.as_of, synthetic),
      span: "half",
      draw: (options) => districtBars({ rows: shown, chosen: place?.code ?? null }, words, options),
      table: {
        columns: ["地区", "受け取り待ち", "人口", "人口に対して"],
        rows: districts.map((d) => [
          d.name,
          d.waiting ?? NO_NUMBER,
          d.population,
          d.waiting === null ? NO_NUMBER : percent(d.percent),
        ]),
        note: `${dateJa(standing!.as_of)}現在。申請件数から交付枚数を引いた数で、上限です。`,
      },
    },
  ];
}

function districtBars(
  { rows, chosen }: { rows: readonly DistrictWaiting[]; chosen: string | null },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const top = Math.max(1, ...rows.map((r) => r.waiting ?? 0));
  const id = `hatch-pickup-${size}`;
  const unknown = rows.filter((r) => r.waiting === null);
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 25 + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 96,
    marginRight: 108,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: rows.map((r) => r.code), padding: 0.22 },
    marks: [
      Plot.barX(rows, {
        x: (r: DistrictWaiting) => r.waiting ?? 0,
        y: "code",
        fill: (r: DistrictWaiting) => (chosen === null || r.code === chosen ? palette.town : palette.context),
      }),
      Plot.rect(unknown, {
        x1: 0,
        x2: top * 0.3,
        y: "code",
        fill: `url(#${id})`,
        stroke: palette.muted,
      }),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (r: DistrictWaiting) => shorten(r.name, 6.5),
      }),
      Plot.text(rows, {
        x: (r: DistrictWaiting) => r.waiting ?? top * 0.3,
        y: "code",
        dx: 6,
        textAnchor: "start",
        text: (r: DistrictWaiting) =>
          r.waiting === null ? NO_NUMBER : `${number(r.waiting)}人 (${percent(r.percent)})`,
        fill: palette.ink,
      }),
      Plot.ruleX([0], { stroke: palette.muted }),
    ],
  });
  if (unknown.length > 0) addHatch(chart, id, options);
  nameMarks(
    chart,
    "bar",
    rows.map((r) => r.code),
  );
  return chart;
}
