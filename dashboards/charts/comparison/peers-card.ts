import * as Plot from "@observablehq/plot";
import type { PlaceRate } from "../../data/indicators/comparison/place-rate.js";
import type { Card } from "../card.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { dateJa, number } from "../words.js";
import type { ComparisonModel } from "./model.js";
import { placeBarLabels } from "./place-bar-labels.js";
import { comparedRate, MIC, permilleJa } from "./words.js";

type Kind = "town" | "area" | "neighbour" | "size";
interface PeerBar extends PlaceRate {
  kind: Kind;
}

const KINDS: Readonly<Record<Kind, string>> = {
  town: "この市区町村",
  area: "県・全国",
  neighbour: "システムを共同で運用",
  size: "人口が近い",
};

/** The town beside the nation, its prefecture, the towns it runs systems with and those of nearest population. */
export function peersCard(model: ComparisonModel): Card[] {
  const { own, nation, prefecture, neighbours, nearest, measure, asOf, town } = model;
  if (!own) return [];
  const known = new Set<string>();
  const bars = (
    [
      ["town", [own]],
      ["area", [prefecture, nation]],
      ["neighbour", neighbours],
      ["size", nearest],
    ] as const
  ).flatMap(([kind, places]) =>
    places.flatMap((place): PeerBar[] => {
      if (!place || known.has(place.code)) return [];
      known.add(place.code);
      return [{ ...place, kind }];
    }),
  );
  const others = bars.filter((b) => b.kind === "neighbour" || b.kind === "size");
  const behind = others.filter((b) => b.permille < own.permille).length;
  const title =
    others.length === 0
      ? `${town.name}は${permilleJa(own.permille)}`
      : `${neighbours.length > 0 ? "連携する市町と" : ""}人口の近い${others.length}団体のうち、${town.name}より低いのは${behind}`;
  const sorted = bars.toSorted((a, b) => b.permille - a.permille || (a.code < b.code ? -1 : 1));
  const joint =
    neighbours.length > 0 ? "システムを共同で運用する市町は志賀町DX推進計画(2023年4月)によります。" : "";
  return [
    {
      slot: "comparison-peers",
      title,
      reading: `率の高い順。青が${town.name}、枠だけの棒は県と全国。人口の近い団体は同じ人口基準日で近い順に${nearest.length}団体。${joint}`,
      source: `出典:${MIC}、${dateJa(asOf)}現在`,
      span: "half",
      draw: (options) => peerBars(sorted, { title, description: "率の比較。" }, options),
      table: {
        columns: ["団体", "間柄", comparedRate(measure), "人口"],
        rows: sorted.map((b) => [b.name, KINDS[b.kind], permilleJa(b.permille), b.population]),
      },
    },
  ];
}

function peerBars(rows: readonly PeerBar[], words: ChartWords, options: ChartOptions): ChartElement {
  const { palette, size } = options;
  const top = Math.max(10, ...rows.map((r) => r.permille));
  const isTown = (r: PeerBar) => r.kind === "town";
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 27 + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 104,
    marginRight: size === "narrow" ? 104 : 128,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: rows.map((r) => r.code), padding: 0.24 },
    marks: [
      Plot.barX(
        rows.filter((r) => r.kind !== "area"),
        { x: "permille", y: "code", fill: (r: PeerBar) => (isTown(r) ? palette.town : palette.context) },
      ),
      Plot.barX(
        rows.filter((r) => r.kind === "area"),
        { x: "permille", y: "code", fill: palette.surface, stroke: palette.ink, strokeWidth: 1.5 },
      ),
      Plot.ruleX([0], { stroke: palette.muted }),
      ...placeBarLabels(rows, isTown, { letters: 7, value: rateOf }),
    ],
  });
}

/** Its rate, and what makes it worth comparing with. */
function rateOf({ kind, permille, population }: PeerBar): string {
  const kin = { town: "", area: "", size: ` (${number(population)}人)`, neighbour: " (連携)" }[kind];
  return `${permilleJa(permille)}${kin}`;
}
