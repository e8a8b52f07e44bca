import type { Card } from "../card.js";
import { html } from "../html.js";
import { countToMilestone, PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { isShort } from "../../data/indicators/ages/age-gap.js";
import { toTens } from "../../data/indicators/printed.js";
import { number, planLineName, rateName, remaining } from "../words.js";
import { everybodyWithout } from "./everybody.js";
import { agesTable } from "./gap-card.js";
import { lineChart } from "./line-chart.js";
import type { AgesModel } from "./model.js";
import { agesSource, ofWhom } from "./words.js";

/** What each age lacks to the plan's line, and to everybody. */
export function lineCard(model: AgesModel): Card {
  const { gaps, municipality, isPublic } = model;
  const measure = model.measure!;
  const below = gaps.filter(isShort);
  const people = below.reduce((sum, g) => sum + g.toPlanLine!, 0);
  const line = planLineName(municipality.code);
  const told = gaps.some((g) => g.toPlanLine === null) ? "示せる年齢では、" : "";
  const lacking = isPublic ? `あと約${number(toTens(people))}人` : remaining(people);
  const title =
    below.length === 0
      ? `${told}${isPublic ? `${line}にはっきり届かない年齢はない` : `どの年齢も${line}に届いている`}`
      : `${told}${ofWhom(model)}${rateName(measure)}が${line}に届かないのは${below.length}の年齢で、合わせて${lacking}`;
  const { total } = model.shown;
  const whole = total[measure];
  const wholeShort = whole === null ? null : countToMilestone(whole, total.population, PLAN_LINE_PERCENT);
  // Ages that are short within the noise are not among those below: then nobody makes up for them.
  const isMadeUp = wholeShort !== null && below.length < gaps.length && (!isPublic || wholeShort < people);
  const wholeWords = isMadeUp ? `全体では88%まで${remaining(wholeShort)}で、届いた年齢が補っています。` : "";
  return {
    slot: "ages-line",
    title,
    reading: `橙は88%まで、白く残ったところはそこから100%までの人数。数字は「88%まで・100%まで」。${below.length > 0 ? wholeWords : ""}`,
    source: agesSource(model),
    span: "half",
    draw: (options) => lineChart(gaps, { title, description: "年齢ごとに、88%と100%までの人数。" }, options),
    legend: html`<ul class="classes">
      <li class="class-short">88%まで</li>
      <li class="class-rest">100%まで(${everybodyWithout(model)}人)</li>
    </ul>`,
    table: agesTable(model),
  };
}
