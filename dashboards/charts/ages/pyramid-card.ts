import type { Counts } from "../../data/contract/figure.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { sumOfCounts } from "../../data/indicators/totals.js";
import type { Card } from "../card.js";
import { html } from "../html.js";
import { NONE, percent, rateName, WITHHELD } from "../words.js";
import type { AgesModel } from "./model.js";
import { pyramid } from "./pyramid.js";
import { ageName, agesSource } from "./words.js";

/** Residents by age and sex, those with a card filled in. The sex that is chosen changes nothing here. */
export function pyramidCard(model: AgesModel): Card {
  const { table, hasSexes } = model;
  const measure = model.measure!;
  const title = hasSexes ? bySex(model) : "住民の年齢と、カードを持っている人(男女の別は収めていない)";
  const hidden = table.rows.some((r) =>
    hasSexes ? r.male?.[measure] === null || r.female?.[measure] === null : r.both[measure] === null,
  );
  const cell = (counts: Counts | null): (string | number | null)[] =>
    counts === null
      ? [NONE, NONE]
      : [
          counts.population,
          counts[measure] === null && model.isPublic
            ? WITHHELD
            : percent(percentHalfUp(counts[measure], counts.population)),
        ];
  const rate = rateName(measure);
  return {
    slot: "ages-pyramid",
    title,
    reading: `棒の長さは住民の数。青く塗ったところが${rate}に数えられている人、白く残ったところがまだの人。${hidden ? "斜線は、個人がわからないように秘匿している年齢。" : ""}`,
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
      ${hidden && html`<li class="class-hidden">${model.isPublic ? WITHHELD : "数字なし"}</li>`}
    </ul>`,
    table: {
      columns: hasSexes ? ["年齢", "男性", `男性の${rate}`, "女性", `女性の${rate}`] : ["年齢", "人口", rate],
      rows: table.rows.map((r) => [
        ageName(r.age_band),
        ...(hasSexes ? [...cell(r.male), ...cell(r.female)] : cell(r.both)),
      ]),
    },
  };
}

function bySex({ table, measure }: AgesModel): string {
  const of = (sex: "male" | "female"): string | null => {
    const sum = sumOfCounts(table.rows.flatMap((r) => r[sex] ?? []));
    return percentHalfUp(sum[measure!], sum.population);
  };
  const [men, women] = [of("male"), of("female")];
  return men === null || women === null
    ? "住民の年齢と、カードを持っている人"
    : `${rateName(measure!)}は男性${percent(men)}、女性${percent(women)}`;
}
