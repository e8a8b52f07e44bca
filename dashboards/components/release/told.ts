import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import type { DisclosureReport, ReportedMerge } from "../../data/contract/api/disclosure-report.js";
import type { Place } from "../../data/disclosure/place.js";
import { IN_TENS, type PlaceName } from "./words.js";

/** How many places of a kind are told. */
export const placeCount = ({ places }: Pick<DisclosureReport, "places">, kind: Place["kind"]): number =>
  places.find((p) => p.kind === kind)?.count ?? 0;

/** What is told exactly and what in tens, a sentence each. */
export function toldLines({ policy }: Pick<DisclosureReport, "policy">): string[] {
  const last = policy.toldExactly.toSorted().at(-1);
  return [
    IN_TENS,
    policy.totals === "exact"
      ? "住民の数と、町全体の合計(全年齢・男女計)は、1の位まで公開します。"
      : "住民の数は1の位まで、町全体の合計は10枚単位のおよその数で公開します。",
    ...(last === undefined
      ? []
      : [
          `${dateJa(last)}までの数字はほかで1の位まで公表しているため、地区や年齢ごとの数字は、その次の基準日から始まります。`,
        ]),
  ];
}

/** Which ages are told, and dates of which the town is not. */
export function limitLines({ ages, incomplete }: Pick<DisclosureReport, "ages" | "incomplete">): string[] {
  const bands = (list: readonly string[]): string => list.map(ageBandLabel).join("、");
  return [
    ages.town.length > 0
      ? `年齢は${bands(ages.town)}に分けます。`
      : "年齢の数字がないか、分けると住民が少なすぎるため、年齢ごとの数字は出しません。",
    ...[...Map.groupBy(incomplete, ({ missing }) => lacking(missing))].map(([names, dates]) => {
      const [first, last] = [dates[0]!.as_of, dates.at(-1)!.as_of];
      const when =
        dates.length === 1 ? dateJa(first) : `${dateJa(first)}から${dateJa(last)}までの${dates.length}基準日`;
      return `${when}は地区がそろっていない(${names})ため、町全体の数字を出しません。`;
    }),
  ];
}

const MISSING_NAMED = 10;

const lacking = (missing: readonly { name: string }[]): string =>
  missing
    .slice(0, MISSING_NAMED)
    .map((d) => d.name)
    .join("、") + (missing.length > MISSING_NAMED ? `など${missing.length}地区` : "");

/** Why districts are told as one. */
export const mergeReason = ({ chosen }: Pick<ReportedMerge, "chosen">, smallest: number): string =>
  chosen === "town"
    ? "公開の設定で町が決めた合算です"
    : `住民が${number(smallest)}人より少ない地区があるためです`;

/** What the release tells: places, dates, how exactly, and which districts stand together and why. */
export function toldSection(report: DisclosureReport, town: string, nameOf: PlaceName): Markup {
  const tile = (name: string, value: number, unit: string, note: string) =>
    html`<div class="tile">
      <h3 class="tile-name">${name}</h3>
      <p class="tile-value">${number(value)}<span class="unit">${unit}</span></p>
      <p class="tile-count">${note}</p>
    </div>`;
  const { merges, policy } = report;
  const [areas, districts] = [placeCount(report, "area"), placeCount(report, "district")];
  return html`<h2>何を公開するか</h2>
    <ul class="notes">
      ${[...toldLines(report), ...limitLines(report)].map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="tiles">
      ${tile("基準日", report.as_of_dates, "日分", `数字の行は${number(report.rows)}行です`)}
      ${areas > 0 && tile("区域", areas, "区域", "年齢ごとに公開します")}
      ${districts > 0 && tile("地区", districts, "地区", merges.length > 0 ? `うち${number(merges.length)}は合算です` : "合算はありません")}
    </div>
    ${districts === 0 && html`<p>住民が少ないため、または地区の数字がないため、町全体だけを公開します。</p>`}
    <h3>合算した地区</h3>
    ${merges.length === 0 ? html`<p>合算した地区はありません。</p>` : mergeTable(merges, policy.smallestResidents, nameOf)}
    <p><a class="row-link" href="./releases?m=${town}&view=settings#merges">地区の合算を決める</a></p>`;
}

const mergeTable = (merges: readonly ReportedMerge[], smallest: number, nameOf: PlaceName): Markup =>
  html`<div class="table-scroll" tabindex="0" role="region" aria-label="合算した地区">
    <table class="merges">
      <thead>
        <tr>
          <th scope="col">公開する名前</th>
          <th scope="col">含まれる地区</th>
          <th scope="col">理由</th>
        </tr>
      </thead>
      <tbody>
        ${merges.map(
          (merge) =>
            html`<tr>
              <th scope="row">${merge.name}</th>
              <td>${merge.members.map((code) => nameOf("district", code)).join("、")}</td>
              <td>${mergeReason(merge, smallest)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
