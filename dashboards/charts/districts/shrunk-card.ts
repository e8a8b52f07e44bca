import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { percentDecimals } from "../../data/indicators/printed.js";
import { number, percent, rateName, roughly } from "../words.js";
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
  const fine = (r: ShrunkRow, rate: number) => roundedPercent(rate, percentDecimals(r.population, r.leaves));
  const interval = (r: ShrunkRow) =>
    r.shrunk.low === null ? "" : `95%の幅${fine(r, r.shrunk.low)}～${fine(r, r.shrunk.high!)}`;
  const same = prior.strength === Infinity;
  const title = same
    ? "地区の差は偶然で起こる程度で、ならすとどこも同じになる"
    : `ならした${rateName(view.measure!)}が${isLowest(rows) ? "いちばん低いのは" : "低い方は"}${first.name}の${roughly(fine(first, first.shrunk.rate), first.leaves)}(${interval(first)})`;
  const cut = all.length > rows.length ? `全${number(all.length)}地区のうち低い順に${rows.length}地区。` : "";
  const people = same
    ? ""
    : `ほかの地区の様子を住民${number(Math.round(prior.strength))}人分として加えています。`;
  const rough = view.isPublic ? "(約)" : "";
  return {
    ...base,
    title,
    reading: `${cut}○はそのままの率、●はならした率、横の線は95%の幅。住民の少ない地区の率ほど、全体の平均へ寄せて読みます。${people}`,
    draw: (options) =>
      shrunkRates(
        {
          rows,
          mean: prior.mean,
          meanName: `平均${roughly(roundedPercent(prior.mean), first.leaves)}`,
        },
        { title, description: `${rows.length}地区のそのままの率とならした率。` },
        options,
      ),
    table: {
      columns: [
        "地区",
        "人口",
        `${rateName(view.measure!)}${rough}`,
        `ならした率${rough}`,
        "95%の下",
        "95%の上",
      ],
      rows: rows.map((r) => [
        r.name,
        r.population,
        percent(view.standings.find((s) => s.code === r.code)!.percent),
        fine(r, r.shrunk.rate),
        r.shrunk.low === null ? null : fine(r, r.shrunk.low),
        r.shrunk.high === null ? null : fine(r, r.shrunk.high),
      ]),
    },
  };
}

/** Whether the first of the rows is the lowest: of prints only where the next lies beyond its band. */
const isLowest = ([first, next]: readonly ShrunkRow[]): boolean =>
  first!.leaves === 0 || !next || next.shrunk.rate > (first!.shrunk.high ?? first!.shrunk.rate);

/** Districts whose rate could be shrunk, lowest first; ties by code. */
function shrunkRows({ standings, reliability }: DistrictsView): ShrunkRow[] {
  return standings
    .flatMap((s, i) => {
      const { shrunk } = reliability.districts[i]!;
      if (!shrunk || s.rate === null) return [];
      return [
        { code: s.code, name: s.name, population: s.population, leaves: s.leaves, raw: s.rate, shrunk },
      ];
    })
    .sort((a, b) => a.shrunk.rate - b.shrunk.rate || (a.code < b.code ? -1 : 1));
}
