import type { Card } from "../card.js";
import { html } from "../html.js";
import { countToMilestone, PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { number, planLineName, rateName, remaining } from "../words.js";
import { agesTable } from "./gap-card.js";
import { lineChart } from "./line-chart.js";
import type { AgesModel } from "./model.js";
import { agesSource, ofWhom } from "./words.js";

/** What each age lacks to the plan's line, and to everybody. */
export function lineCard(model: AgesModel): Card {
  const { gaps, municipality } = model;
  const measure = model.measure!;
  const below = gaps.filter((g) => (g.toPlanLine ?? 0) > 0);
  const people = below.reduce((sum, g) => sum + g.toPlanLine!, 0);
  const hidden = gaps.some((g) => g.toPlanLine === null);
  const line = planLineName(municipality.code);
  const told = hidden ? "示せる年齢では、" : "";
  const title =
    below.length === 0
      ? `${told}どの年齢も${line}に届いている`
      : `${told}${ofWhom(model)}${rateName(measure)}が${line}に届かないのは${below.length}の年齢で、合わせて${remaining(people)}`;
  const { total } = model.shown;
  const whole = total[measure];
  const wholeWords =
    whole === null
      ? ""
      : `全体では88%まで${remaining(countToMilestone(whole, total.population, PLAN_LINE_PERCENT))}で、届いた年齢が補っています。`;
  return {
    slot: "ages-line",
    title,
    reading: `橙は88%まで、白く残ったところはそこから100%までの人数。数字は「88%まで・100%まで」。${below.length > 0 ? wholeWords : ""}`,
    source: agesSource(model),
    span: "half",
    draw: (options) => lineChart(gaps, { title, description: "年齢ごとに、88%と100%までの人数。" }, options),
    legend: html`<ul class="classes">
      <li class="class-short">88%まで</li>
      <li class="class-rest">100%まで(${number(gaps.reduce((sum, g) => sum + (g.without ?? 0), 0))}人)</li>
    </ul>`,
    table: agesTable(model),
  };
}
