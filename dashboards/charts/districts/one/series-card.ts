import type { Card } from "../../card.js";
import { percentBand, printedPercent, rateMargin } from "../../../data/indicators/printed.js";
import { percentHalfUp } from "../../../data/indicators/rate.js";
import { dateJa, NONE, percent, points, rateName, roughly } from "../../words.js";
import { verdictText } from "../verdict-words.js";
import type { DistrictMoment, DistrictPageModel } from "./model.js";
import { districtSeries } from "./series.js";
import { sourceOf } from "./source.js";

/**
 * The district's rate beside the town's over time. Of prints the band alone is drawn: their steps are those of ten
 * cards and tell of no month what it brought.
 */
export function seriesCard(model: DistrictPageModel): Card {
  const { moments, name, now, standing } = model;
  const { leaves } = standing!;
  const title = seriesTitle(model);
  const line = leaves > 0 ? "青い帯がこの地区の率の95%の幅" : "青い線がこの地区";
  return {
    slot: "district-series",
    title,
    reading:
      moments.length === 1
        ? "基準日がまだ1つなので、推移はありません。破線は88%。"
        : `${line}、灰色の線が全体。破線は88%。${leaves > 0 ? "帯の幅より小さい上がり下がりは、読み取れません。" : ""}`,
    source: sourceOf(model),
    span: "full",
    draw: moments.some((m) => m.ownRate !== null)
      ? (options) =>
          districtSeries(
            { moments, name, asOf: now!.as_of, leaves },
            { title, description: `${moments.length}の基準日の率。` },
            options,
          )
      : null,
    empty: "この指標の数字は、この地区ではまだありません。",
    table: leaves > 0 ? printTable(model) : exactTable(model),
  };
}

const townPercent = ({ town }: DistrictMoment, measure: DistrictPageModel["measure"]): string =>
  percent(town && percentHalfUp(town[measure], town.population));

function seriesTitle({ name, now, measure, standing }: DistrictPageModel): string {
  const { ownRate, townRate, own } = now!;
  const { leaves } = standing!;
  const rate = rateName(measure);
  if (ownRate === null) return `${name}の${rate}は示せない`;
  const value = roughly(percent(standing!.percent), leaves);
  const told = leaves > 0 ? `${value}(95%の幅${percentBand(own[measure]!, own.population, leaves)}%)` : value;
  if (townRate === null) return `${rate}は${told}`;
  const town = `全体の${townPercent(now!, measure)}`;
  const apart = ownRate - townRate;
  if (leaves > 0) {
    if (Math.abs(apart) <= rateMargin(own.population, leaves))
      return `${rate}は${told}。${town}との差は、幅の中`;
    return `${rate}は${told}。${town}より${apart < 0 ? "低い" : "高い"}`;
  }
  const size = points(100 * apart, 1).replace(/^[-+±]/, "");
  return `${rate}は${told}。${town}より${size}ポイント${apart < 0 ? "低い" : "高い"}`;
}

function exactTable({ moments, measure }: DistrictPageModel): Card["table"] {
  const rate = rateName(measure);
  return {
    columns: ["基準日", "人口", "数", rate, `全体の${rate}`, "順位", "判定"],
    rows: moments
      .toReversed()
      .map((m) => [
        dateJa(m.as_of),
        m.own.population,
        m.own[measure] ?? NONE,
        m.ownRate === null ? NONE : percent(percentHalfUp(m.own[measure], m.own.population)),
        townPercent(m, measure),
        m.own.place === null ? NONE : `${m.own.place} / ${m.own.districts}`,
        verdictText(m.judgement) ?? NONE,
      ]),
  };
}

function printTable({ moments, measure, standing }: DistrictPageModel): Card["table"] {
  const rate = rateName(measure);
  const { leaves } = standing!;
  return {
    columns: ["基準日", "人口", "数(約)", `${rate}(約)`, "95%の幅", `全体の${rate}`],
    rows: moments.toReversed().map((m) => {
      const { [measure]: count, population } = m.own;
      const band = count === null || population === 0 ? NONE : `${percentBand(count, population, leaves)}%`;
      return [
        dateJa(m.as_of),
        population,
        count ?? NONE,
        percent(printedPercent(count, population, leaves)),
        band,
        townPercent(m, measure),
      ];
    }),
  };
}
