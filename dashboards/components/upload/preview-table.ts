import { html, type Markup } from "../../charts/html.js";
import { COUNT_NAMES, dateJa, number } from "../../charts/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import type { PreviewRow } from "../../data/contract/api/dry-run.js";
import { ALL, MEASURES } from "../../data/contract/figure.js";
import { SEX_NAMES } from "./upload-detail.js";

/** The first rows of a file as the figures they were read to; columns that hold nothing are left out. */
export function previewTable(rows: readonly PreviewRow[]): Markup {
  const measures = MEASURES.filter((m) => rows.some((r) => r[m] !== null));
  const hasAges = rows.some((r) => r.age_band !== ALL);
  const hasSexes = rows.some((r) => r.sex !== ALL);
  const head = (name: string, numeric = false) =>
    html`<th scope="col" ${numeric && html` class="num"`}>${name}</th>`;
  const count = (n: number | null) => html`<td class="num">${number(n)}</td>`;
  return html`<div class="table-scroll preview" tabindex="0" role="region" aria-label="読み取った数字">
    <table>
      <thead>
        <tr>
          ${head("行", true)}${head("地区")}${head("基準日")}${hasAges && head("年齢")}${hasSexes && head("性別")}
          ${head("人口", true)}${measures.map((m) => head(COUNT_NAMES[m], true))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (r) =>
            html`<tr>
              <th scope="row" class="num">${number(r.row)}</th>
              <td>${r.district_name ?? (r.district === ALL ? "町全体" : r.district)}</td>
              <td>${dateJa(r.as_of)}</td>
              ${hasAges && html`<td>${ageBandLabel(r.age_band)}</td>`}${hasSexes && html`<td>${SEX_NAMES[r.sex] ?? r.sex}</td>`}
              ${count(r.population)}${measures.map((m) => count(r[m]))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
