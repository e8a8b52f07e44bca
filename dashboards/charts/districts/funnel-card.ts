import { LEAVES } from "../../data/disclosure/leaves.js";
import { VERDICTS, type Verdict } from "../../data/indicators/reliability/verdict.js";
import type { Card } from "../card.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { number, rateName } from "../words.js";
import { districtFunnel, isCrowded } from "./funnel.js";
import { funnelPoints, unknownDistricts, type FunnelPoint } from "./funnel-points.js";
import type { DistrictsView } from "./model.js";
import { standingsTable } from "./table.js";
import { VERDICT_MEANINGS, VERDICT_NAMES, VERDICT_SYMBOLS } from "./verdict-words.js";
import { districtsSource, wholeName } from "./words.js";

/** Whether a district is really behind, or whether it is noise. */
export function funnelCard(model: PageModel): Card {
  const { districts: view } = model;
  const points = funnelPoints(view);
  const title = funnelTitle(points, view);
  const base = {
    slot: "districts-funnel",
    title,
    source: districtsSource(model),
    span: isCrowded(points) ? ("full" as const) : ("half" as const),
    table: standingsTable(view.standings.slice(0, 200), view),
  };
  if (points.length === 0) {
    return { ...base, reading: WHY_NOT, draw: null, empty: whyEmpty(view), table: null };
  }
  const townRate = view.reliability.townRate!;
  const unknown = unknownDistricts(view);
  return {
    ...base,
    reading: `1つの印が1つの地区。線の内側は、${wholeName(view)}との差が${view.isPublic ? "、偶然と数の幅だけでも" : "偶然でも"}起こる範囲(点線95%、実線99.8%)で、住民の少ない地区ほど広くなります。${spreadWords(view)}${cumulativeWords(view)}`,
    draw: (options) =>
      districtFunnel(
        { points, townRate, unknown, leaves: view.isPublic ? LEAVES : 0 },
        { title, description: `${points.length}地区の漏斗図。` },
        options,
      ),
    legend: legend(points),
  };
}

const WHY_NOT = "偶然の範囲は、全体の率が0%と100%の間にあるときだけ計算できます。";

/** Counts of the districts by verdict. */
export const countVerdict = (points: readonly FunnelPoint[], verdict: Verdict): number =>
  points.filter((p) => p.verdict === verdict).length;

function funnelTitle(points: readonly FunnelPoint[], view: DistrictsView): string {
  if (points.length === 0) return `${rateName(view.measure!)}では、地区の遅れと偶然を見分けられない`;
  const behind = points.filter((p) => p.verdict === "behind").sort((a, b) => a.distance - b.distance);
  if (behind.length === 0) return "偶然では説明できないほど遅れている地区はない";
  const names = behind
    .slice(0, 3)
    .map((p) => p.name)
    .join("、");
  const more = behind.length > 3 ? "など" : "の";
  const all = behind.length > 1 ? `${more}${number(behind.length)}地区` : "";
  return `${names}${all}の遅れは、偶然では説明できない`;
}

function whyEmpty({ reliability, measure, total }: DistrictsView): string {
  if (reliability.townRate !== null && reliability.townRate >= 1) {
    return `全体の${rateName(measure!)}が100%以上です。累計の数には再申請や亡くなった方、転出した方の分も入り、住民に対する割合ではなくなるため、偶然の範囲を計算できません。保有枚数率で見てください。`;
  }
  return total === null || reliability.townRate === null
    ? "全体の率がわからないため、地区と比べられません。"
    : "まだ数字がないか、だれも数えられていません。";
}

function spreadWords({ reliability }: DistrictsView): string {
  const { phi, overdispersed } = reliability;
  if (phi === null) return "";
  return overdispersed
    ? `地区のばらつきは偶然だけの場合の${phi < 10 ? phi.toFixed(1) : Math.round(phi)}倍で、年齢構成などの違いを含みます。`
    : "地区のばらつきは、全体として偶然で起こる程度です。";
}

/** Applications and issued cards count some residents more than once, which chance about people knows nothing of. */
const cumulativeWords = ({ measure }: DistrictsView): string =>
  measure === "held" ? "" : `${rateName(measure!)}は再申請などの分も数える累計なので、判定は目安です。`;

function legend(points: readonly FunnelPoint[]): Markup {
  const shown = VERDICTS.filter((v) => countVerdict(points, v) > 0);
  return html`<ul class="verdicts">
    ${shown.map(
      (v) =>
        html`<li class="verdict-${v}" title="${VERDICT_MEANINGS[v]}">
          <b aria-hidden="true">${VERDICT_SYMBOLS[v]}</b>${VERDICT_NAMES[v]}
          ${number(countVerdict(points, v))}地区
        </li>`,
    )}
  </ul>`;
}
