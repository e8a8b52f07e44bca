import { plainTable } from "../../charts/card.js";
import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import type { AuditFault, BoundsCertificate } from "../../data/disclosure/audit/certificate.js";
import type { PlaceName } from "./hidden-table.js";
import type { Report } from "./types.js";
import { elapsed, groupName, measureName, seriesParts } from "./words.js";

/** What the audit proved, in a sentence. */
export function certificateSentence({ certificate: c, policy }: Report): string {
  if (c.hidden === 0) return "秘匿した値がないため、推し量られるものもありません。";
  const width =
    c.smallestWidth === null
      ? "その集まりの人数いっぱいの幅"
      : `幅${number(Math.min(c.smallestWidth, policy.smallestCount))}`;
  const values = `秘匿した${number(c.hidden)}個の値(系列×基準日)`;
  const safe = c.protected === c.hidden ? values : `${values}のうち${number(c.protected)}個`;
  return `${safe}は、公開するすべての数字とこれまでに公開した数字を合わせても、${width}より狭くは推し量れないことを、${c.solver}で確かめました。`;
}

/** The proof with what it does not claim, or the faults and what can be done. */
export function certificateSection(report: Report, town: string, nameOf: PlaceName): Markup {
  const { certificate: c } = report;
  return html`<h2 id="proof">推し量れないことの確かめ</h2>
    <p>${certificateSentence(report)}</p>
    ${
      c.known > 0 &&
      html`<p>
        ${number(c.known)}個は、前の公開版ですでに公開した値です。今回は秘匿しますが、知っている人から取り戻すことはできません。
      </p>`
    }
    ${
      c.exposed > 0 &&
      html`<p>
        ${number(c.exposed)}個は、これまでの公開版と数字の大小関係だけから、今回何を秘匿しても同じだけ推し量れます。
      </p>`
    }
    ${!c.passed && faultsBlock(report, town, nameOf)}
    <details>
      <summary>確かめの記録</summary>
      <dl class="facts">
        ${[
          ["ソルバー", c.solver],
          ["秘匿した値", number(c.hidden)],
          ["守られている値", number(c.protected)],
          ["いちばん狭い幅", number(c.smallestWidth)],
          ["確かめた別の数字の組", number(c.witnesses)],
          ...(c.bounded ? [["うち、上限と下限で確かめた値", number(c.bounded)] as const] : []),
          ["解いた計画問題", number(c.programs)],
          ["いちばん大きい問題(列)", number(c.largestProgram)],
        ].map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${c.bounds && boundsBlock(c.bounds, report, nameOf)}
      <p class="hint">
        公開する数字のどれとも食い違わない別の町の数字を、秘匿した値ごとに計算で見つけています。見つかれば、外からはどちらが本当か分かりません。
      </p>
    </details>`;
}

/** The second proof: what the published files by themselves let anybody work out. */
function boundsBlock(bounds: BoundsCertificate, report: Report, nameOf: PlaceName): Markup {
  const { smallestAt: at, smallestWidth, smallestIsExact } = bounds;
  const facts: [string, string][] = [
    ["調べた秘匿値", number(bounds.hidden)],
    ["足りない幅の値", number(bounds.narrow)],
    [smallestIsExact ? "いちばん狭い幅(正確な値)" : "どの値の幅も、少なくとも", number(smallestWidth)],
    ["いま分かっている中でいちばん狭いところ", at ? boundPlace(at, nameOf) : "―"],
    ["上下の端まで求めた値", number(bounds.exact)],
    ["解いた計画問題", number(bounds.programs)],
    ["いちばん大きい問題(列)", number(bounds.largestProgram)],
    ...(report.bounds_seconds === undefined
      ? []
      : ([["かかった時間", elapsed(Math.round(report.bounds_seconds))]] as [string, string][])),
  ];
  return html`<h3>公開ファイルから求めた上限と下限</h3>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="hint">
      公開するファイルとこれまでの公開版だけを使い、すべての基準日・表・数字を1つにつないだ線形計画で、秘匿した値の取りうる最小と最大を確かめています。どの値にも、そのすべての条件に合う別の数字があります。「正確な値」は、いちばん狭い値を両端まで解いたものです。
    </p>`;
}

/** An area is named by its districts there. */
function boundPlace(
  { as_of, cell, measure }: NonNullable<BoundsCertificate["smallestAt"]>,
  nameOf: PlaceName,
): string {
  const { kind, place, age_band, sex } = seriesParts(`${cell}|${measure}`);
  const codes = kind === "town" ? ["all"] : place.flatMap((code) => code.split("+"));
  const where = codes.map((code) => nameOf(kind === "area" ? "district" : kind, code)).join("・");
  const name = measureName(measure as AuditFault["measure"]);
  return `${dateJa(as_of)} ${where} ${groupName(age_band, sex)} ${name}`;
}

/** One series that is not safe, on as many dates as it is not. */
export interface FaultySeries {
  series: string;
  measure: AuditFault["measure"];
  kind: AuditFault["kind"];
  dates: string[];
  /** The smallest over the dates. */
  width: number;
}

/** Faults by series and kind, the narrowest first. */
export function faultySeries(faults: readonly AuditFault[]): FaultySeries[] {
  const groups = Map.groupBy(faults, (f) => `${f.kind} ${f.series}`);
  return [...groups.values()]
    .map((group) => {
      const { series, measure, kind } = group[0]!;
      return {
        series,
        measure,
        kind,
        dates: group.map((f) => f.as_of),
        width: Math.min(...group.map((f) => f.width)),
      };
    })
    .sort((a, b) => a.width - b.width);
}

function faultWords({ kind, width }: FaultySeries, smallest: number): string {
  if (kind === "small") return `引き算などで、${smallest}より少ない人数が分かります`;
  if (kind === "told") return "前に秘匿した値や、その差が分かります";
  return width === 0 ? "値がそのまま分かります" : `幅${width}まで推し量れます`;
}

function faultsBlock({ faults, fault_count, policy }: Report, town: string, nameOf: PlaceName): Markup {
  const found = faultySeries(faults);
  const hasAges = found.some(({ series }) => seriesParts(series).age_band !== "all");
  const hasDistricts = found.some(({ series }) => seriesParts(series).kind === "district");
  const settings = (part: string) => `./releases?m=${town}&view=settings#${part}`;
  return html`<h3>推し量れるところ(${number(fault_count)}か所)</h3>
    <p>
      このまま公開すると、秘匿した値を狭く推し量れます。次のどれかで直してから、下書きを作り直してください。
    </p>
    <ul class="notes">
      ${hasAges && html`<li>公開する年齢の区切りを粗くする(<a href="${settings("ages")}">設定の「年齢の区切り」</a>)</li>`}
      ${
        (hasDistricts || !hasAges) &&
        html`<li>
          人の少ない地区を隣の地区と合算する(<a href="${settings("merges")}">設定の「地区の合算」</a>)
        </li>`
      }
      <li>公開する基準日を前の月までにする、または次の月の数字が入ってからまとめて公開する</li>
    </ul>
    <div class="table-scroll" tabindex="0" role="region" aria-label="推し量れるところ">
      ${plainTable({
        columns: ["ところ", "年齢・性別", "数字", "基準日", "どうなるか"],
        rows: found.map((fault) => {
          const { kind, place, age_band, sex } = seriesParts(fault.series);
          const [first] = fault.dates;
          return [
            place.map((code) => nameOf(kind, code)).join("・"),
            groupName(age_band, sex),
            measureName(fault.measure),
            fault.dates.length === 1 ? dateJa(first!) : `${dateJa(first!)}など${fault.dates.length}基準日`,
            faultWords(fault, policy.smallestCount),
          ];
        }),
        ...(fault_count > faults.length && {
          note: `${number(fault_count)}か所のうち、はじめの${number(faults.length)}か所です。`,
        }),
      })}
    </div>`;
}
