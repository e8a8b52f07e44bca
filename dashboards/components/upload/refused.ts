import type { Refusal } from "../failure.js";
import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { FileIssue } from "../../data/contract/api/issue.js";

/** Codes that another reading of the columns can mend. */
const MENDED_BY_READING = new Set([
  "missing_column",
  "missing_measure",
  "ambiguous_column",
  "mapped_column_missing",
  "mapping_says_twice",
  "no_district_list",
]);

/** Whether all that keeps the file out is how its columns are read, so that the form comes first. */
export const isAboutReading = ({ issues = [], reading }: Refusal): boolean => {
  const errors = issues.filter((i) => i.severity === "error");
  return reading !== undefined && errors.length > 0 && errors.every((i) => MENDED_BY_READING.has(i.code));
};

const errorsOf = (issues: readonly FileIssue[]): number =>
  issues.filter((i) => i.severity === "error").length;

/** The finding of a refusal, in a sentence. */
export function refusedTitle(problem: Refusal): string {
  if (isAboutReading(problem)) return "列の読み方を確かめてください";
  const { issues = [], issue_count: total = issues.length } = problem;
  // Beyond what travels nobody can tell errors from warnings; errors come first, so they are errors or more.
  const count = total > issues.length ? total : errorsOf(issues);
  return `取り込めません。直すところが${number(count)}か所あります`;
}

/** A file that the server read and refused: every reason by row, and how its columns were read. */
export function refusedMarkup(problem: Refusal, fileName: string): Markup {
  const aboutReading = isAboutReading(problem);
  const { reading } = problem;
  const issues = html`<div data-issues></div>`;
  const form = reading && html`<form data-mapping></form>`;
  return html`<div class="upload-box upload-box-${aboutReading ? "ask" : "error"}">
    <h2 tabindex="-1" data-focus>${refusedTitle(problem)}</h2>
    ${
      aboutReading
        ? html`<p>
              「${fileName}」の見出しだけでは決まらない列があります。${
                reading?.proposal
                  ? "見出しから推定した読み方を入れてあります。それぞれ確かめてください。"
                  : "どの列が何かを選んでください。"
              }
            </p>
            ${form}
            <details>
              <summary>決まらなかったところ</summary>
              ${issues}
            </details>`
        : html`<p>「${fileName}」からは何も取り込んでいません。直して、もう一度置いてください。</p>
            ${issues}
            <p class="card-buttons"><button type="button" data-do="another">別のファイルを選ぶ</button></p>
            ${
              form &&
              html`<details>
                <summary>列の読み方を変える</summary>
                ${form}
              </details>`
            }`
    }
  </div>`;
}
