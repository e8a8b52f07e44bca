import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { ListedRelease } from "../../data/contract/api/release.js";
import { releaseAddress } from "./now.js";
import { moment, OLDER_METHOD, STATUS_NAMES } from "./words.js";

const COLUMNS = ["作った日時", "基準日", "状態", "公開", "取り下げ", "台帳の版"];

/**
 * All releases, newest first, the withdrawn ones with their reasons. Stacked on a phone, so every cell carries its
 * heading and the roles are said.
 * @param latest the id of the one that residents see.
 */
export function archiveTable(
  releases: readonly ListedRelease[],
  latest: string | undefined,
  town: string,
): Markup {
  if (releases.length === 0) return html`<p class="card-empty">下書きも公開版もまだありません。</p>`;
  return html`<table class="history" role="table" aria-label="公開版の一覧">
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${releases.map((release) => archiveRow(release, release.id === latest, town))}
    </tbody>
  </table>`;
}

function archiveRow(release: ListedRelease, isLatest: boolean, town: string): Markup {
  const cell = (i: number, content: Markup | string | number) =>
    html`<td role="cell" data-label="${COLUMNS[i]}"><span>${content}</span></td>`;
  return html`<tr role="row" class="${release.status === "withdrawn" && "is-undone"}">
    <th scope="row" role="rowheader">
      <a class="row-link" href="${releaseAddress(release, town)}">${moment(release.created_at)}</a>
    </th>
    ${cell(1, `${dateJa(release.through)}まで`)}${cell(2, html`${statusBadge(release, isLatest)}${release.method === "suppression" && html`<br /><span class="reason">${OLDER_METHOD}</span>`}`)}
    ${cell(3, by(release.published_at, release.published_by))}
    ${cell(
      4,
      release.withdrawn_at === null
        ? "—"
        : html`${by(release.withdrawn_at, release.withdrawn_by)}<br /><span class="reason"
              >理由:${release.reason}</span
            >`,
    )}
    ${cell(5, release.revision)}
  </tr>`;
}

const by = (at: string | null, who: string | null): Markup | string =>
  at === null ? "—" : html`${moment(at)}<br /><span class="actor">${who}</span>`;

/** Draft, published (the one that residents see is named), withdrawn. */
export function statusBadge({ status }: ListedRelease, isLatest: boolean): Markup {
  const words = isLatest ? "いま公開中" : STATUS_NAMES[status];
  const kind = isLatest ? "badge-internal" : status === "published" ? "badge-public" : "badge-undone";
  return html`<span class="badge ${kind}">${words}</span>`;
}
