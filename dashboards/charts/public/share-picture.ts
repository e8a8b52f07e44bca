import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { FONTS } from "../chart.js";
import { PAPER_PALETTE } from "../palette.js";
import { badge } from "./chart-file.js";
import { factsOf, findingOf } from "./facts.js";
import { townName } from "./public-charts.js";
import type { PublicModel } from "./public-model.js";
import { element, textLines } from "./svg-text.js";
import { breakText, widthInEm } from "./text-width.js";
import { wordsIn } from "./words.js";

/** The size that pages shared in messages and networks show a picture in. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 64;
const INNER = SHARE_WIDTH - 2 * MARGIN;
const BAR = { y: 466, height: 34 };

/**
 * The picture that goes with a link to a town's page, as SVG: whose number, of what day, the number large, what it is
 * compared with, and a bar on the way to everybody. Null where the release has no number.
 */
export function sharePicture(model: PublicModel): string | null {
  const facts = factsOf(model);
  if (!facts) return null;
  const words = wordsIn(model.language);
  const palette = PAPER_PALETTE;
  const finding = findingOf(facts);
  const number = 210;
  // Its figures are narrower than the widths that lines are broken by.
  const numberWidth = widthInEm(finding.percent) * number * 0.94;
  const aside = MARGIN + numberWidth + 110 + 40;
  const said = [words.share.change(finding), words.titles.remaining({ ...finding, before: null })].filter(
    Boolean,
  );
  const lines = said.flatMap((text) => breakText(text, (SHARE_WIDTH - MARGIN - aside) / 36));
  const asideTop = 330 - ((lines.length - 1) * 52) / 2;
  const label = words.share.label(finding.measure);
  const content = [
    element("title", {}, words.titles.progress(finding)),
    element("rect", { width: SHARE_WIDTH, height: SHARE_HEIGHT, fill: palette.surface }),
    element("rect", { width: SHARE_WIDTH, height: 14, fill: palette.town }),
    textLines([`${townName(model)}  ${words.date(finding.as_of)}`], {
      x: MARGIN,
      y: 100,
      size: 40,
      weight: 700,
      fill: palette.ink,
    }),
    model.release.synthetic
      ? badge(words.synthetic, { right: SHARE_WIDTH - MARGIN, top: 570, size: 22 }, palette)
      : "",
    textLines([finding.about ? words.aboutColumn(label) : label], {
      x: MARGIN,
      y: 176,
      size: 40,
      fill: palette.muted,
    }),
    textLines([finding.percent], { x: MARGIN - 8, y: 392, size: number, weight: 700, fill: palette.town }),
    textLines(["%"], { x: MARGIN + numberWidth, y: 392, size: 100, weight: 700, fill: palette.town }),
    textLines(lines, { x: aside, y: asideTop, size: 36, line: 52, fill: palette.ink }),
    bar(facts.now[facts.focus]!.rate ?? 0, words.planLine(model.release.municipality.code)),
  ].join("");
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    width: SHARE_WIDTH,
    height: SHARE_HEIGHT,
    viewBox: `0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}`,
    "font-family": FONTS,
    fill: palette.ink,
  };
  return `${element("svg", frame, { markup: content })}\n`;
}

/** From nobody to everybody, with the plan's line. A rate over 100% fills it. */
function bar(rate: number, planLine: string): string {
  const palette = PAPER_PALETTE;
  const frame = { x: MARGIN, y: BAR.y, width: INNER, height: BAR.height };
  const at = (share: number): number => Math.round(MARGIN + INNER * share);
  const plan = at(PLAN_LINE_PERCENT / 100);
  const mark = { x: plan - 1.5, y: BAR.y - 10, width: 3, height: BAR.height + 20, fill: palette.ink };
  const label = { y: BAR.y + BAR.height + 44, "font-size": 28 };
  return [
    element("rect", { ...frame, fill: "#f2f2f2", stroke: palette.context }),
    element("rect", { ...frame, width: at(Math.min(1, rate)) - MARGIN, fill: palette.town }),
    element("rect", { ...mark, x: plan - 4, width: 8, fill: palette.surface }),
    element("rect", mark),
    element("text", { ...label, x: MARGIN, fill: palette.muted }, "0%"),
    element("text", { ...label, x: plan + 2, "text-anchor": "end", "font-weight": 700 }, planLine),
    element("text", { ...label, x: MARGIN + INNER, "text-anchor": "end", fill: palette.muted }, "100%"),
  ].join("");
}
