import { plainTable } from "../../charts/card.js";
import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import { isIsoDate } from "../../data/contract/as-of-date.js";
import type { AuditFault } from "../../data/disclosure/audit-fault.js";
import type { Place } from "../../data/disclosure/place.js";
import { groupName, type PlaceName } from "./words.js";

/** What mends a fault: a part of the settings, the town's own figures, or nobody but who runs the system. */
type Remedy = "ages" | "merges" | "told" | "figures" | "successions" | "system";

const FAULTS: Readonly<Record<AuditFault["kind"], { words: string; remedy: Remedy }>> = {
  not_tens: { words: "10枚単位になっていない数字があります", remedy: "system" },
  above_residents: { words: "保有枚数が住民の数より多くなっています", remedy: "system" },
  out_of_order: { words: "申請・交付・保有の多い少ないの順が合いません", remedy: "figures" },
  few_residents: { words: "住民の少なすぎる集まりの数字があります", remedy: "merges" },
  few_leaves: { words: "年齢や性別の分け方が細かすぎて、もとの数を推し量れます", remedy: "ages" },
  few_leaves_apart: { words: "2つの数字を引き算すると、少ない人数のもとの数を推し量れます", remedy: "ages" },
  sums_disagree: { words: "内訳と合計が大きく食い違っています", remedy: "figures" },
  wrong_margin: { words: "示している幅が、数字の本当の幅と違います", remedy: "system" },
  incomplete: { words: "地区がそろわない日の、町や地域の数字が出ています", remedy: "figures" },
  same_people: {
    words: "2つの地区が同じ人たちの地区になっていて、引き算すると本当の差が分かります",
    remedy: "successions",
  },
  told_exactly: { words: "前に1の位まで公表した日の数字が、およその数で出ています", remedy: "told" },
  other_people: { words: "地区の住民の引き継ぎが、前の公開版と食い違っています", remedy: "successions" },
};

const REMEDIES: Readonly<Record<Remedy, (town: string) => Markup>> = {
  ages: (town) =>
    html`公開する年齢の区切りを粗くする(<a href="./releases?m=${town}&view=settings#ages"
        >設定の「年齢の区切り」</a
      >)`,
  merges: (town) =>
    html`人の少ない地区をまとめる(<a href="./releases?m=${town}&view=settings#merges">設定の「地区の合算」</a
      >)`,
  told: (town) =>
    html`ほかで1の位まで公表した基準日を確かめる(<a href="./releases?m=${town}&view=settings#told"
        >設定の「ほかで公表した基準日」</a
      >)`,
  figures: (town) =>
    html`その基準日の数字を確かめ、足りない地区や誤りがあれば<a href="./uploads?m=${town}">取り込み直す</a>`,
  successions: (town) =>
    html`コードの変わった地区がどの地区の人たちかの答えを確かめる(<a
        href="./releases?m=${town}&view=settings#successions"
        >設定の「地区のコードの引き継ぎ」</a
      >)`,
  system: () => html`システムの誤りかもしれません。この画面を添えて、システムの担当に知らせる`,
};

/** What is wrong, in words. */
export const faultWords = ({ kind }: Pick<AuditFault, "kind">): string => FAULTS[kind].words;

/** Where a fault is: the date, the place by its name, ages and sex, as far as it says so. */
export function faultPlace(at: string, nameOf: PlaceName): string {
  return at
    .split(" − ")
    .map((side) => cellPlace(side, nameOf))
    .join(" と ");
}

function cellPlace(at: string, nameOf: PlaceName): string {
  const [first, ...others] = at.split(" ");
  const date = isIsoDate(first!) ? [dateJa(first!)] : [];
  const rest = date.length > 0 ? others.join(" ") : at;
  if (rest === "") return date.join("");
  // A name may hold blanks itself, so ages and sex are read from the end.
  const cell = /^(town|area|district) (.+) (\S+) (all|male|female)$/.exec(rest);
  if (!cell) return [...date, nameOf("district", rest)].join(" ");
  const [, kind, code, age, sex] = cell as unknown as [string, Place["kind"], string, string, string];
  return [...date, nameOf(kind, code), groupName(age, sex)].join(" ");
}

/** The faults one by one, and what can be done about them. */
export function faultsBlock({ audit }: DisclosureReport, town: string, nameOf: PlaceName): Markup {
  const { faults, fault_count } = audit;
  const remedies = new Set(faults.map(({ kind }) => FAULTS[kind].remedy));
  return html`<h3>直すところ(${number(fault_count)}か所)</h3>
    <p>このままでは公開できません。次のように直してから、下書きを作り直してください。</p>
    <ul class="notes">
      ${[...remedies].map((remedy) => html`<li>${REMEDIES[remedy](town)}</li>`)}
    </ul>
    <div class="table-scroll" tabindex="0" role="region" aria-label="直すところ">
      ${plainTable({
        columns: ["ところ", "どうなっているか"],
        rows: faults.map((fault) => [faultPlace(fault.at, nameOf), faultWords(fault)]),
        ...(fault_count > faults.length && {
          note: `${number(fault_count)}か所のうち、はじめの${number(faults.length)}か所です。`,
        }),
      })}
    </div>`;
}
