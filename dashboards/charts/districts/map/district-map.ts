import * as Plot from "@observablehq/plot";
import type { DistrictMap } from "../../../data/contract/district-shape.js";
import type { DistrictStanding } from "../../../data/indicators/district-standing.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../../chart.js";
import { addHatch } from "../../hatch.js";
import { rateClasses } from "../../rate-classes.js";
import { svgElement } from "../../svg-element.js";
import { NONE, number, percent, roughly } from "../../words.js";
import { spanOf } from "../grid.js";
import { LINE_HEIGHT, mapLabels, type MapLabel } from "./map-labels.js";
import { outlinesOf, type MapFrame, type MapOutlines } from "./outlines.js";
import { addScaleBar, SCALE_STRIP } from "./scale-bar.js";

/** The districts that the town's map has no shape for. */
export function withoutShape(map: DistrictMap, standings: readonly DistrictStanding[]): DistrictStanding[] {
  const drawn = new Set(map.shapes.map((shape) => shape.code));
  return standings.filter((s) => !drawn.has(s.code));
}

/**
 * The town's own map: each district in its borders, darker where the rate is higher, with its name and rate where
 * they have room. Districts of the map that have no figures are drawn empty.
 * @param standings each with a shape in the map.
 */
export function districtMap(
  map: DistrictMap,
  standings: readonly DistrictStanding[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const outlines = outlinesOf(map, frameOf(standings, options));
  const classes = rateClasses(standings);
  const labels = mapLabels(standings, outlines, { em: size === "wide" ? 13 : 12 });
  const ink = ({ standing: s }: MapLabel) =>
    s.rate === null ? palette.ink : palette.onScale[classes.classOf(s.rate)]!;
  const chart = drawChart(options, words, {
    width: outlines.width,
    height: outlines.height + SCALE_STRIP,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.text(labels, {
        x: "x",
        y: "y",
        text: "text",
        lineHeight: LINE_HEIGHT,
        fill: ink,
        // The hatch under a text would be read as part of it.
        stroke: ({ standing }: MapLabel) => (standing.count === null ? palette.surface : "none"),
        strokeWidth: 5,
        // What the pointer is shown is the district's.
        pointerEvents: "none",
      }),
    ],
  });
  nameMarks(
    chart,
    "text",
    labels.map(({ standing }) => standing.code),
  );
  addDistricts(chart, outlines, standings, options);
  addScaleBar(chart, outlines, options);
  return chart;
}

/** Hundreds of districts take the whole width of the page; what is higher than a screen is no overview. */
const frameOf = (standings: readonly DistrictStanding[], { size }: ChartOptions): MapFrame => {
  const span = spanOf(standings);
  return {
    width: WIDTHS[span][size],
    maxHeight: size === "narrow" ? 440 : span === "full" ? 700 : 520,
  };
};

/** The districts themselves, below the labels. */
function addDistricts(
  chart: ChartElement,
  { byCode }: MapOutlines,
  standings: readonly DistrictStanding[],
  options: ChartOptions,
): void {
  const { document, palette, size, tips } = options;
  const { classOf } = rateClasses(standings);
  const hatch = `hatch-map-${size}`;
  const group = svgElement(document, "g", {
    "data-mark": "district",
    "fill-rule": "evenodd",
    stroke: palette.surface,
    "stroke-linejoin": "round",
  });
  const named = new Set(standings.map((s) => s.code));
  for (const { code, path } of byCode.values())
    if (!named.has(code))
      group.append(svgElement(document, "path", { d: path, fill: "none", stroke: palette.grid }));
  // Those without a rate come last: their borders are seen, and no neighbour's lies over them.
  const [told, untold] = [true, false].map((isTold) =>
    standings.filter(({ rate }) => (rate !== null) === isTold),
  );
  for (const s of [...told!, ...untold!]) {
    const fill =
      s.count === null
        ? `url(#${hatch})`
        : s.rate === null
          ? palette.surface
          : palette.scale[classOf(s.rate)]!;
    const mark = svgElement(document, "path", { d: byCode.get(s.code)!.path, fill, "data-district": s.code });
    if (s.rate === null) mark.setAttribute("stroke", palette.muted);
    if (tips) {
      const tip = svgElement(document, "title", {});
      tip.textContent = tipOf(s);
      mark.append(tip);
    }
    group.append(mark);
  }
  chart.prepend(group);
  if (standings.some((s) => s.count === null)) addHatch(chart, hatch, { document, palette });
}

const tipOf = (s: DistrictStanding): string =>
  `${s.name} ${s.percent === null ? NONE : roughly(percent(s.percent), s.leaves)}、住民${number(s.population)}人`;
