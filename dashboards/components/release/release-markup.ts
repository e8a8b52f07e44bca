import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import { statusBadge } from "./archive-table.js";
import { certificateSection } from "./certificate.js";
import { coverageSection } from "./coverage.js";
import { differencesSection } from "./differences.js";
import { hiddenSection, type PlaceName } from "./hidden-table.js";
import { publicLinks } from "./now.js";
import { previewSection } from "./preview.js";
import type { Release } from "./types.js";
import { moment, STATUS_NAMES } from "./words.js";

/** What the page knows around a release. */
export interface Surroundings {
  town: string;
  mayPublish: boolean;
  /** It is what residents see now. */
  isLatest: boolean;
  /** Another was published since this draft was made, so that it cannot be published any more. */
  isStale: boolean;
  /** The ledger's revision now; null where that is not known. */
  revision: number | null;
  nameOf: PlaceName;
}

/** One release, whole: verdict, report, differences, previews. */
export function releaseMarkup(release: Release, around: Surroundings): Markup {
  const { town, isLatest, nameOf } = around;
  const { status, report } = release;
  return html`<p><a class="back" href="./releases?m=${town}#archive">公開へ戻る</a></p>
    <h1 tabindex="-1" data-title>
      ${dateJa(release.through)}までの${status === "draft" ? "下書き" : "公開版"}
    </h1>
    <p class="badges" data-badge>${statusBadge(release, isLatest)}</p>
    <div data-facts>${facts(release)}</div>
    <div data-result>${verdict(release, around)}</div>
    <section class="section">
      ${coverageSection(report)}
      <div data-hidden>${hiddenSection(report)}</div>
    </section>
    <section class="section">${certificateSection(report, town, nameOf)}</section>
    <section class="section">${differencesSection(release, town)}</section>
    <section class="section" data-preview>${previewSection(status === "draft")}</section>`;
}

/** Who did what when, and by which rules. */
export function facts(release: Release): Markup {
  const { policy } = release.report;
  const told: [string, Markup | string | number | false][] = [
    ["作った日時", moment(release.created_at)],
    ["作った人", release.created_by],
    ["公開", release.published_at !== null && `${moment(release.published_at)}(${release.published_by})`],
    ["取り下げ", release.withdrawn_at !== null && `${moment(release.withdrawn_at)}(${release.withdrawn_by})`],
    ["取り下げの理由", release.reason ?? false],
    ["台帳の版", release.revision],
    ["最小の件数・人口", `${policy.smallestCount}・${policy.smallestPopulation}人`],
    ["合算した地区", policy.merges.length > 0 && policy.merges.map(({ name }) => name).join("、")],
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

function draftVerdict({ report, revision: drafted }: Release, around: Surroundings): Markup {
  const { town, mayPublish, isStale, revision } = around;
  const redraft = mayPublish && html`<button type="button" data-do="redraft">下書きを作り直す</button>`;
  if (isStale) {
    return html`<div class="upload-box upload-box-error">
      <h2 tabindex="-1" data-focus>この下書きは古くなりました</h2>
      <p>下書きの後でほかの公開版が公開されたため、このままでは公開できません。作り直してください。</p>
      <p class="card-buttons">${redraft}</p>
    </div>`;
  }
  if (!report.certificate.passed) {
    return html`<div class="upload-box upload-box-error">
      <h2 tabindex="-1" data-focus>このままでは公開できません</h2>
      <p>
        秘匿した値を推し量れるところが${number(report.fault_count)}か所あります。<a href="#proof"
          >どこか・どう直すか</a
        >を見て、設定を直してから下書きを作り直してください。
      </p>
      <p class="card-buttons">
        <a class="button" href="./releases?m=${town}&view=settings">公開の設定を開く</a>${redraft}
      </p>
    </div>`;
  }
  const moved = revision !== null && revision > drafted;
  return html`<div class="upload-box">
    <h2 tabindex="-1" data-focus>${STATUS_NAMES.draft}です。公開できます</h2>
    <p>
      ${number(report.series)}系列のうち${number(report.series_hidden)}系列を秘匿し、推し量れないことを確かめました。下の報告とプレビューを見て、よければ公開してください。まだ住民には見えません。
    </p>
    ${
      moved &&
      html`<p>
        <b>台帳はこの下書きの後で変わっています(版${drafted} → 版${revision})。</b
        >新しい数字で公開するには、下書きを作り直してください。
      </p>`
    }
    <p class="card-buttons">
      ${mayPublish && html`<button type="button" class="button" data-do="publish">公開する</button>`}
      <a class="button-quiet" href="#preview">プレビューを見る</a>${moved && redraft}
    </p>
  </div>`;
}
