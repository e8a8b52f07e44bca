import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import { statusBadge } from "./archive-table.js";
import { differencesSection } from "./differences.js";
import { publicLinks } from "./now.js";
import { previewSection } from "./preview-markup.js";
import { boundSentence, proofSection } from "./proof.js";
import { placeCount, toldSection } from "./told.js";
import type { Release, Report } from "./types.js";
import { moment, OLDER_METHOD, STATUS_NAMES, type PlaceName } from "./words.js";

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

/** One release, whole: verdict, report, differences, previews. */
export function releaseMarkup(release: Release, around: Surroundings): Markup {
  const { town, isLatest, nameOf } = around;
  const { status, previous } = release;
  return html`<p><a class="back" href="./releases?m=${town}#archive">公開へ戻る</a></p>
    <h1 tabindex="-1" data-title>
      ${dateJa(release.through)}までの${status === "draft" ? "下書き" : "公開版"}
    </h1>
    <p class="badges" data-badge>${statusBadge(release, isLatest)}</p>
    <div data-facts>${facts(release)}</div>
    <div data-result>${verdict(release, around)}</div>
    ${
      release.method === "suppression"
        ? html`<p class="hint">小さな数字を秘匿する、以前の方式で作ったものです。報告は表示しません。</p>`
        : html`<section class="section">${toldSection(release.report, town, nameOf)}</section>
            <section class="section">${proofSection(release.report, town, nameOf)}</section>
            <section class="section">${differencesSection(release.report, previous, town)}</section>`
    }
    <section class="section" data-preview>${previewSection(status === "draft")}</section>`;
}

/** Who did what when, and by which rules. */
export function facts(release: Release): Markup {
  const told: [string, Markup | string | number | false][] = [
    ["作った日時", moment(release.created_at)],
    ["作った人", release.created_by],
    ["公開", release.published_at !== null && `${moment(release.published_at)}(${release.published_by})`],
    ["取り下げ", release.withdrawn_at !== null && `${moment(release.withdrawn_at)}(${release.withdrawn_by})`],
    ["取り下げの理由", release.reason ?? false],
    ["台帳の版", release.revision],
    ["守り方", release.method === "suppression" ? OLDER_METHOD : "10枚単位のおよその数"],
    [
      "1つの数字の住民",
      release.method !== "suppression" && `${number(release.report.policy.smallestResidents)}人以上`,
    ],
    ["内容の指紋(SHA-256)", html`<span class="digest">${release.digest}</span>`],
  ];
  return html`<dl class="facts">
    ${told.flatMap(([name, value]) =>
      value === false
        ? []
        : [
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
          ],
    )}
  </dl>`;
}

/** Whether it can be published or withdrawn, and the buttons for that. */
function verdict(release: Release, around: Surroundings): Markup {
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
function toldWords(report: Report): string {
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
