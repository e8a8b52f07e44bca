import type { Card } from "../card.js";
import { dateJa, number } from "../words.js";
import { distributionChart } from "./distribution-chart.js";
import type { ComparisonModel } from "./model.js";
import { comparedRate, groupOf, MIC, permilleJa } from "./words.js";

/** How the rates of all municipalities, the prefecture's and those of the town's size lie, and where the town is. */
export function distributionCard(model: ComparisonModel): Card[] {
  const { own, groups, town, measure, asOf } = model;
  const nation = groups.find((g) => g.group === "nation");
  if (!own || !nation) return [];
  const { rank } = nation;
  const higher = own.permille - nation.median;
  const against =
    higher === 0
      ? "全国の中央値と同じ"
      : `全国の中央値${permilleJa(nation.median)}より${(Math.abs(higher) / 10).toFixed(1)}ポイント${higher > 0 ? "高い" : "低い"}`;
  const title = `${town.name}の${comparedRate(measure)}${permilleJa(own.permille)}は、${against}`;
  return [
    {
      slot: "comparison-distribution",
      title,
      reading: `上は${number(rank.of)}市区町村を1ポイントごとに数えた分布、下の点は1つが1市区町村。青い線が${town.name}、短い縦線はその集まりの中央値。同規模は人口(同じ人口基準日)が±20%以内の市区町村です。`,
      source: `出典:${MIC}、${dateJa(asOf)}現在`,
      span: "full",
      draw: (options) =>
        distributionChart({ groups, own, town }, { title, description: "市区町村の率の分布。" }, options),
      table: {
        columns: ["集まり", "団体の数", "順位", "百分位", "中央値", "最も低い", "最も高い"],
        rows: groups.map((g) => {
          const rates = g.towns.map((t) => t.permille);
          return [
            groupOf[g.group],
            g.rank.of,
            g.rank.rank,
            g.rank.percentile,
            ...[g.median, Math.min(...rates), Math.max(...rates)].map(permilleJa),
          ];
        }),
        note: "百分位は、率の低い団体の割合に同じ率の団体の半分を足したもの。すべての団体の数字はノートで見られます。",
      },
    },
  ];
}
