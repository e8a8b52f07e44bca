import type { AgeGap } from "../../data/indicators/ages/age-gap.js";
import type { Card } from "../card.js";
import type { Measure } from "../../data/contract/figure.js";
import { leading, toTens } from "../../data/indicators/printed.js";
import { counted, NONE, percent, rateName, roughly } from "../words.js";
import { gapChart } from "./gap-chart.js";
import type { AgesModel } from "./model.js";
import { ageName, agesSource, missing, ofWhom, wholePercent } from "./words.js";

/** What each age adds to the gap. */
export function gapCard(model: AgesModel): Card {
  const { gaps } = model;
  const measure = model.measure!;
  const title = gapTitle(model);
  return {
    slot: "ages-gap",
    title,
    reading: `棒は${missing(measure)}のうちその年齢の割合、縦の短い線は${ofWhom(model)}住民のうちの割合。橙と太字は、${model.isPublic ? "数の幅を引いても" : ""}住民の割合より多く残っている年齢。`,
    source: agesSource(model),
    span: "half",
    draw: (options) =>
      gapChart(gaps, { title, description: `${gaps.length}の年齢階級の棒グラフ。` }, options),
    table: agesTable(model),
  };
}

function gapTitle(model: AgesModel): string {
  const measure = model.measure!;
  const what = `${ofWhom(model)}${missing(measure)}`;
  const most = mostWithout(model.gaps);
  if (most.length === 0) return `${what}の年齢は、数字がないため示せない`;
  return mostWords(most, { what, measure }) ?? `${what}はいない`;
}

/**
 * The age with the most residents without; of prints every one that may be it, youngest first. None where no age has a
 * number.
 */
export function mostWithout(gaps: readonly AgeGap[]): AgeGap[] {
  const known = gaps.filter((g) => g.without !== null).toSorted((a, b) => b.without! - a.without!);
  const first = known[0];
  if (!first || first.leaves === 0) return known.slice(0, 1);
  const foremost = leading(known, ({ without, leaves }) => ({ value: without!, leaves }));
  return gaps.filter((g) => foremost.includes(g));
}

/** The sentence about them; null where nobody is without. @param most at least one */
export function mostWords(
  most: readonly AgeGap[],
  { what, measure }: { what: string; measure: Measure },
): string | null {
  const first = most.reduce((a, b) => (b.without! > a.without! ? b : a));
  if (first.without === 0 && first.leaves === 0) return null;
  const people = `${counted(first.without, first.leaves)}人`;
  if (most.length > 1) {
    const names = most.map((g) => ageName(g.age_band)).join("、");
    return `${what}が多いのは${names}(${people})。その中の順は、数の幅の中で決められない`;
  }
  const rate = roughly(percent(first.percent), first.leaves);
  return `${what}がいちばん多いのは${ageName(first.age_band)}の${people}(${rateName(measure)}${rate})`;
}

/** Every number of the ages, youngest first. */
export function agesTable(model: AgesModel): Card["table"] {
  const rough = model.isPublic ? "(約)" : "";
  return {
    columns: [
      "年齢",
      "人口",
      `${rateName(model.measure!)}${rough}`,
      `持っていない人${rough}`,
      "そのうちの割合",
      "住民のうちの割合",
      `88%まで${rough}`,
    ],
    rows: model.gaps.map((g) => [
      ageName(g.age_band),
      g.population,
      percent(g.percent),
      g.without ?? NONE,
      g.shareOfGap === null ? NONE : wholePercent(g.shareOfGap),
      g.shareOfPopulation === null ? NONE : wholePercent(g.shareOfPopulation),
      g.toPlanLine === null ? NONE : g.leaves > 0 ? toTens(g.toPlanLine) : g.toPlanLine,
    ]),
  };
}
