import { html, type Markup } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import type { Release } from "../../data/contract/api/release.js";
import { statusBadge } from "./archive-table.js";
import { differencesSection } from "./differences.js";
import { previewSection } from "./preview-markup.js";
import { proofSection } from "./proof.js";
import { toldSection } from "./told.js";
import { verdict, type Surroundings } from "./verdict.js";
import { moment, OLDER_METHOD } from "./words.js";

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
        ? html`<section class="section">
            <p>小さな数字を秘匿する、以前の方式で作ったものです。報告は表示しません。</p>
          </section>`
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
