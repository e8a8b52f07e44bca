import { plainTable } from "../../charts/card.js";
import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { Report } from "./types.js";
import { shareOf, TABLE_NAMES } from "./words.js";

/** What is told and what is hidden, counted; a series is one group's one measure on all dates. */
export function coverageSection({
  series,
  series_primary,
  series_hidden,
  as_of_dates,
  tables,
}: Report): Markup {
  const tile = (name: string, value: number, unit: string, note: string, isMain = false) =>
    html`<div class="tile ${isMain && "tile-main"}">
      <h3 class="tile-name">${name}</h3>
      <p class="tile-value">${number(value)}<span class="unit">${unit}</span></p>
      <p class="tile-count">${note}</p>
    </div>`;
  return html`<h2>何を出し、何を秘匿するか</h2>
    <p class="hint">
      1つの系列は、1つの集まり(地区や年齢・性別)の1つの数字を${number(as_of_dates)}基準日分並べたものです。月ごとの差から分からないように、秘匿するときは系列を丸ごと秘匿します。人口はいつも公開します。
    </p>
    <div class="tiles">
      ${tile("公開する", series - series_hidden, "系列", `全${number(series)}系列の${shareOf(series - series_hidden, series)}`, true)}
      ${tile("秘匿する", series_hidden, "系列", `全体の${shareOf(series_hidden, series)}`)}
      ${tile(
        "うち人数の少なさだけで",
        series_primary,
        "系列",
        `全体の${shareOf(series_primary, series)}。残りの${number(Math.max(0, series_hidden - series_primary))}系列は、引き算などで分からないようにするためです`,
      )}
    </div>
    ${
      tables &&
      tables.length > 0 &&
      html`<section class="card coverage">
        <h3 class="card-title">${coverageTitle(tables)}</h3>
        <div class="card-chart card-chart-half" data-coverage>
          <div class="chart-narrow"></div>
          <div class="chart-wide"></div>
        </div>
        <p class="card-reading">
          青い帯が公開する系列、斜線が秘匿する系列の割合です。地区の合計と町の合計など、重なる数字は1度だけ数えています。
        </p>
        <details class="card-table">
          <summary>数字を表で見る</summary>
          <div class="table-scroll" tabindex="0" role="region" aria-label="表ごとの系列の数">
            ${plainTable({
              columns: ["表", "系列", "公開", "秘匿", "秘匿の割合"],
              rows: tables.map(({ kind, series: all, hidden }) => [
                TABLE_NAMES[kind],
                all,
                all - hidden,
                hidden,
                shareOf(hidden, all),
              ]),
            })}
          </div>
        </details>
      </section>`
    }`;
}

/** The table that hides the most of itself, in a sentence. */
export function coverageTitle(tables: NonNullable<Report["tables"]>): string {
  const most = [...tables].sort((a, b) => b.hidden / b.series - a.hidden / a.series)[0]!;
  if (most.hidden === 0) return "どの表も、すべての系列を公開します";
  return `${TABLE_NAMES[most.kind]}の表は${number(most.series)}系列のうち${number(most.hidden)}を秘匿します`;
}
