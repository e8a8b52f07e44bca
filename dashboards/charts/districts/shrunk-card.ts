import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { number, percent, rateName } from "../words.js";
import type { DistrictsView } from "./model.js";
import { RANKING_LENGTH } from "./ranking.js";
import { shrunkRates, type ShrunkRow } from "./shrunk.js";
import { roundedPercent } from "./table.js";
import { districtsSource } from "./words.js";

/** The rates with their noise taken out, lowest first. */
export function shrunkCard(model: PageModel): Card {
  const { districts: view } = model;
  const { prior } = view.reliability;
  const all = shrunkRows(view);
  const rows = all.slice(0, RANKING_LENGTH);
  const base = { slot: "districts-shrunk", source: districtsSource(model), span: "half" as const };
  if (!prior || rows.length === 0) {
    return {
      ...base,
      title: "地区の率をならすだけの数字がない",
      reading: "ならした率は、数字のある地区が3つ以上あり、率が0%や100%でないときに計算できます。",
      draw: null,
      empty: "住民より多く数えられている地区(累計の申請や交付)は、ならす対象になりません。",
      table: null,
    };
  }
  const first = rows[0]!;
  const interval = (r: ShrunkRow) =>
    r.shrunk.low === null ? "" : `95%の幅${roundedPercent(r.shrunk.low)}～${roundedPercent(r.shrunk.high!)}`;
  const same = prior.strength === Infinity;
  const title = same
    ? "地区の差は偶然で起こる程度で、ならすとどこも同じになる"
    : `ならした${rateName(view.measure!)}がいちばん低いのは${first.name}の${roundedPercent(first.shrunk.rate)}(${interval(first)})`;
  const cut = all.length > rows.length ? `全${number(all.length)}地区のうち低い順に${rows.length}地区。` : "";
  const people = same
    ? ""
    : `ほかの地区の様子を住民${number(Math.round(prior.strength))}人分として加えています。`;
  return {
    ...base,
    title,
    reading: `${cut}○はそのままの率、●はならした率、横の線は95%の幅。住民の少ない地区の率ほど、全体の平均へ寄せて読みます。${people}`,
    draw: (options) =>
      shrunkRates(
        {
          rows,
          mean: prior.mean,
          meanName: `${view.withheld ? "示した地区の平均" : "平均"}${roundedPercent(prior.mean)}`,
        },
        { title, description: `${rows.length}地区のそのままの率とならした率。` },
        options,
      ),
    table: {
      columns: ["地区", "人口", rateName(view.measure!), "ならした率", "95%の下", "95%の上"],
      rows: rows.map((r) => [
        r.name,
        r.population,
        percent(view.standings.find((s) => s.code === r.code)!.percent),
        roundedPercent(r.shrunk.rate),
        r.shrunk.low === null ? null : roundedPercent(r.shrunk.low),
        r.shrunk.high === null ? null : roundedPercent(r.shrunk.high),
      ]),
    },
  };
}

/** Districts whose rate could be shrunk, lowest first; ties by code. */
function shrunkRows({ standings, reliability }: DistrictsView): ShrunkRow[] {
  return standings
    .flatMap((s, i) => {
      const { shrunk } = reliability.districts[i]!;
      if (!shrunk || s.rate === null) return [];
      return [{ code: s.code, name: s.name, population: s.population, raw: s.rate, shrunk }];
    })
    .sort((a, b) => a.shrunk.rate - b.shrunk.rate || (a.code < b.code ? -1 : 1));
}
