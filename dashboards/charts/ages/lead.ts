import { html, type Markup } from "../html.js";
import { leading } from "../../data/indicators/printed.js";
import { isShort, type AgeGap } from "../../data/indicators/ages/age-gap.js";
import { printNote } from "../print-note.js";
import { counted, dateJa, number, percent, rateName, roughly } from "../words.js";
import { everybodyWithout } from "./everybody.js";
import { mostWithout, mostWords } from "./gap-card.js";
import type { AgesModel } from "./model.js";
import { ageName, missing, ofWhom, wholePercent } from "./words.js";

/** The heading of 年齢; where ages are not told apart it says why and where to go. */
export function agesLead(model: AgesModel): Markup {
  const { municipality, asOf, measure, isPublic } = model;
  if (asOf === null) return html`<h1>${municipality.name}の数字はまだありません</h1>`;
  if (model.gaps.length === 0 || !measure) {
    const { code } = municipality;
    return html`<p class="eyebrow">年齢 ${dateJa(asOf)}現在</p>
      <div class="empty-state">
        <h1>この基準日の数字は、年齢に分かれていません</h1>
        <p>
          ${
            isPublic
              ? html`年齢別の数字は公表されていません。庁内の方は<a href="./sign-in?m=${code}">サインイン</a
                  >すると、取り込んだ数字を見られます。`
              : "年齢階級の列がある集計ファイルを取り込むと、どの年齢にまだ持っていない人が多いかがここに表示されます。"
          }
        </p>
        <ul>
          <li><a href="./progress?m=${code}">全体の進捗を見る</a></li>
          <li><a href="./districts?m=${code}">地区ごとの数字を見る</a></li>
        </ul>
      </div>`;
  }
  const unknown = model.gaps.filter((g) => g.without === null).length;
  return html`<p class="eyebrow">年齢 ${dateJa(asOf)}現在・${rateName(measure)}</p>
    <h1>${finding(model)}</h1>
    ${
      unknown > 0 &&
      html`<p class="lead">${model.gaps.length}の年齢のうち${unknown}は、数字がありません。</p>`
    }${printNote(isPublic)}`;
}

function finding(model: AgesModel): string {
  const { older, gaps, isPublic } = model;
  const measure = model.measure!;
  const what = `${ofWhom(model)}${missing(measure)}`;
  if (older) {
    return `${what}の${isPublic ? "約" : ""}${wholePercent(older.shareOfGap)}は${older.from}歳以上。住民に占める割合は${wholePercent(older.shareOfPopulation)}`;
  }
  const most = mostWithout(gaps);
  if (most.length === 0) return `${what}の年齢は、数字がないため示せません`;
  return mostWords(most, { what, measure }) ?? `${what}はいません`;
}

/** Three numbers beneath the heading, each beside what it is compared with. */
export function agesTiles(model: AgesModel): Markup {
  const { gaps, shown, measure } = model;
  if (gaps.length === 0 || !measure) return html``;
  const told = gaps.filter((g) => g.rate !== null && g.population > 0);
  if (told.length < 2) return html``;
  const byRate = told.toSorted((a, b) => a.rate! - b.rate!);
  const [lowest, highest] = [endOf(byRate), endOf(byRate.toReversed())];
  const most = mostWithout(gaps);
  const first = most.reduce((a, b) => (b.without! > a.without! ? b : a));
  const tile = (name: string, value: string, unit: string, note: string): Markup =>
    html`<div class="tile">
      <h2 class="tile-name">${name}</h2>
      <p class="tile-value tile-value-small">${value}<span class="unit">${unit}</span></p>
      <p class="tile-count">${note}</p>
    </div>`;
  const rateWord = rateName(measure);
  const share = first.shareOfGap === null ? "—" : roughly(wholePercent(first.shareOfGap), first.leaves);
  return html`${tile(`${rateWord}がいちばん低い年齢`, lowest.names, "", `${lowest.rate}(いちばん高い${highest.names}は${highest.rate})`)}
  ${tile(`${missing(measure)}がいちばん多い年齢`, nameOf(most), "", `${counted(first.without, first.leaves)}人(${ofWhom(model)}全体${everybodyWithout(model)}人の${share})`)}
  ${tile("88%に届いていない年齢", String(gaps.filter(isShort).length), `/ ${gaps.length}`, `住民${number(shown.total.population)}人`)}`;
}

/** One age, either of two, or the first of more. */
const nameOf = (ages: readonly AgeGap[]): string =>
  ages.length > 2
    ? `${ageName(ages[0]!.age_band)}など${ages.length}つのどれか`
    : ages.map((g) => ageName(g.age_band)).join("か");

/** The age at one end of the rates, which begin there; of prints every one that may be the end. */
function endOf(byRate: readonly AgeGap[]): { names: string; rate: string } {
  const first = byRate[0]!;
  const ends =
    first.leaves === 0
      ? [first]
      : leading(byRate, ({ rate, leaves, population }) => ({ value: rate!, leaves, population }));
  return { names: nameOf(ends), rate: roughly(percent(first.percent), first.leaves) };
}
