import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import type { Release } from "../../data/contract/api/release.js";
import { publicLinks } from "./now.js";
import { boundSentence } from "./proof.js";
import { placeCount } from "./told.js";
import { STATUS_NAMES, type PlaceName } from "./words.js";

/** What the page knows around a release. */
export interface Surroundings {
  town: string;
  mayPublish: boolean;
  /** It is what residents see now. */
  isLatest: boolean;
  /** Another was published since this draft was made, so that it cannot be published any more. */
  isStale: boolean;
  /** Another draft is being made. */
  isDrafting: boolean;
  /** The ledger's revision now; null where that is not known. */
  revision: number | null;
  nameOf: PlaceName;
}

/** Whether it can be published or withdrawn, and the buttons for that. */
export function verdict(release: Release, around: Surroundings): Markup {
  if (release.status === "draft") return draftVerdict(release, around);
  const { town, isLatest, mayPublish } = around;
  const heading = isLatest
    ? "いま住民に見えている公開版です"
    : release.status === "published"
      ? "前に公開した版です(いまは新しい版が見えています)"
      : "取り下げた公開版です";
  return html`<div class="upload-box">
    <h2 tabindex="-1" data-focus>${heading}</h2>
    ${isLatest && publicLinks(town)} ${release.status === "withdrawn" && html`<p>理由:${release.reason}</p>`}
    ${
      release.status === "published" &&
      mayPublish &&
      html`<p class="card-buttons"><button type="button" data-do="withdraw">取り下げる</button></p>`
    }
  </div>`;
}

function draftVerdict(release: Release, around: Surroundings): Markup {
  const { town, mayPublish, isStale, isDrafting, revision } = around;
  const redraft = mayPublish && html`<button type="button" data-do="redraft">下書きを作り直す</button>`;
  const drafting =
    isDrafting &&
    html`<p class="hint">
      いま、下書きを作っています。<a href="./releases?m=${town}#draft">進み具合を見る</a>
    </p>`;
  if (isStale || release.method === "suppression") {
    const why =
      release.method === "suppression"
        ? "小さな数字を秘匿する、以前の方式で作った下書きのため"
        : "下書きの後でほかの公開版が公開されたため";
    return html`<div class="upload-box upload-box-error">
      <h2 tabindex="-1" data-focus>この下書きは古くなりました</h2>
      <p>${why}、このままでは公開できません。作り直してください。</p>
      ${drafting}
      <p class="card-buttons">${redraft}</p>
    </div>`;
  }
  const { report } = release;
  if (!report.audit.passed) {
    return html`<div class="upload-box upload-box-error">
      <h2 tabindex="-1" data-focus>このままでは公開できません</h2>
      <p>
        直すところが${number(report.audit.fault_count)}か所あります。<a href="#proof">どこか・どう直すか</a
        >を見て、直してから下書きを作り直してください。
      </p>
      ${drafting}
      <p class="card-buttons">
        <a class="button" href="./releases?m=${town}&view=settings">公開の設定を開く</a>${redraft}
      </p>
    </div>`;
  }
  const moved = revision !== null && revision > release.revision;
  return html`<div class="upload-box">
    <h2 tabindex="-1" data-focus>${STATUS_NAMES.draft}です。公開できます</h2>
    <p>
      ${toldWords(report)}${boundSentence(report.audit)}下の報告とプレビューを見て、よければ公開してください。まだ住民には見えません。
    </p>
    ${
      moved &&
      html`<p>
        <b>台帳はこの下書きの後で変わっています(版${release.revision} → 版${revision})。</b
        >新しい数字で公開するには、下書きを作り直してください。
      </p>`
    }
    ${drafting}
    <p class="card-buttons">
      ${mayPublish && html`<button type="button" class="button" data-do="publish">公開する</button>`}
      <a class="button-quiet" href="#preview">プレビューを見る</a>${moved && redraft}
    </p>
  </div>`;
}

/** 町全体・2区域・16地区の、67基準日の数字です. */
function toldWords(report: DisclosureReport): string {
  const kinds = [
    ["area", "区域"],
    ["district", "地区"],
  ] as const;
  const places = kinds.flatMap(([kind, name]) => {
    const count = placeCount(report, kind);
    return count === 0 ? [] : [`${number(count)}${name}`];
  });
  return `${["町全体", ...places].join("・")}の、${number(report.as_of_dates)}基準日の数字です。`;
}
