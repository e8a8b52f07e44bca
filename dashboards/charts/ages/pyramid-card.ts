import type { Counts, Sex } from "../../data/contract/figure.js";
import { sumOfCounts } from "../../data/indicators/totals.js";
import type { Card } from "../card.js";
import { html } from "../html.js";
import { printedPercent } from "../../data/indicators/printed.js";
import { NO_NUMBER, NONE, percent, rateName, roughly } from "../words.js";
import { leavesOf, type AgesModel } from "./model.js";
import { pyramid } from "./pyramid.js";
import { ageName, agesSource } from "./words.js";

/** Residents by age and sex, those with a card filled in. The sex that is chosen changes nothing here. */
export function pyramidCard(model: AgesModel): Card {
  const { table, hasSexes } = model;
  const measure = model.measure!;
  const title = hasSexes ? bySex(model) : "住民の年齢と、カードを持っている人(男女の別は収めていない)";
  const unknown = table.rows.some((r) =>
    hasSexes ? r.male?.[measure] === null || r.female?.[measure] === null : r.both[measure] === null,
  );
  const cell = (counts: Counts | null, band: string, sex: Sex): (string | number | null)[] =>
    counts === null
      ? [NONE, NONE]
      : [
          counts.population,
          percent(printedPercent(counts[measure], counts.population, leavesOf(model, band, sex))),
        ];
  const rate = rateName(measure);
  const column = `${rate}${model.isPublic ? "(約)" : ""}`;
  return {
    slot: "ages-pyramid",
    title,
    reading: `棒の長さは住民の数。青く塗ったところが${rate}に数えられている人、白く残ったところがまだの人。${unknown ? "斜線は、数字のない年齢。" : ""}`,
    source: agesSource({ ...model, sex: "all" }),
    span: "half",
    draw: (options) =>
      pyramid(
        table,
        { measure, hasSexes },
        { title, description: `${table.rows.length}の年齢階級の人口ピラミッド。` },
        options,
      ),
    legend: html`<ul class="classes">
      <li class="class-holders">数えられている</li>
      <li class="class-others">まだ</li>
      ${unknown && html`<li class="class-unknown">${NO_NUMBER}</li>`}
    </ul>`,
    table: {
      columns: hasSexes
        ? ["年齢", "男性", `男性の${column}`, "女性", `女性の${column}`]
        : ["年齢", "人口", column],
      rows: table.rows.map((r) => [
        ageName(r.age_band),
        ...(hasSexes
          ? [...cell(r.male, r.age_band, "male"), ...cell(r.female, r.age_band, "female")]
          : cell(r.both, r.age_band, "all")),
      ]),
    },
  };
}

function bySex(model: AgesModel): string {
  const { table, measure } = model;
  const of = (sex: "male" | "female"): string | null => {
    const sum = sumOfCounts(table.rows.flatMap((r) => r[sex] ?? []));
    const leaves = table.rows.reduce((n, r) => n + leavesOf(model, r.age_band, sex), 0);
    const text = printedPercent(sum[measure!], sum.population, leaves);
    return text && roughly(percent(text), leaves);
  };
  const [men, women] = [of("male"), of("female")];
  return men === null || women === null
    ? "住民の年齢と、カードを持っている人"
    : `${rateName(measure!)}は男性${men}、女性${women}`;
}
