import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { DryRun } from "../../data/contract/api/dry-run.js";
import type { FileNote } from "../../data/contract/api/issue.js";
import type { Reading } from "../../data/contract/api/mapping.js";
import { effectSection } from "./effect-section.js";
import { previewTable } from "./preview-table.js";
import { changes, dates, format } from "./words.js";

const ORIGINS: Readonly<Record<Reading["mapping_from"], string>> = {
  request: "この画面で選んだ読み方",
  saved: "保存した読み方",
  none: "見出しの名前のとおり",
};

const touches = ({ changes: { added, changed, removed } }: DryRun): boolean => added + changed + removed > 0;

/** The finding of a check, in a sentence. */
export function checkedTitle(answer: DryRun): string {
  if (answer.known) return "このファイルはすでに取り込まれています";
  if (!touches(answer)) return "台帳と同じ内容です。変わる数字はありません";
  if (answer.warning_count > 0) return `取り込む前に、${number(answer.warning_count)}か所を確かめてください`;
  return `${dates(answer)}の${number(answer.rows)}行を取り込めます`;
}

/** What a dry run found, in the order in which a clerk decides: warnings, effect, what was read, how. */
export function checkedMarkup(
  answer: DryRun,
  file: { name: string; synthetic: boolean; note?: string | undefined },
): Markup {
  return html`<div class="upload-box">
      <h2 tabindex="-1" data-focus>${checkedTitle(answer)}</h2>
      ${file.note && html`<p>${file.note}</p>`}${facts(answer, file.name)}
      ${answer.warning_count > 0 && html`<div data-issues></div>`}
      ${answer.known ? html`<p>同じ内容を二重に取り込むことはありません。</p>` : takeIn(answer, file)}
    </div>
    ${effectSection(answer.effect)}
    <h2>読み取った数字(先頭の${answer.preview.length}行)</h2>
    ${previewTable(answer.preview)}
    <h2>列の読み方</h2>
    <p class="hint">${ORIGINS[answer.reading.mapping_from]}で読みました。違うところは選び直せます。</p>
    <form data-mapping></form>
    ${repairs(answer.notes)}`;
}

function facts(answer: DryRun, fileName: string): Markup {
  const fact = (name: string, value: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  const { header_row: row } = answer.reading;
  return html`<dl class="facts">
    ${fact("ファイル", fileName)}${fact("形式", format(answer))}${fact("基準日", dates(answer))}
    ${fact("行", `${number(answer.rows)}行${row > 1 ? `(見出しは${row}行目)` : ""}`)}
    ${fact("台帳で変わるところ", changes(answer))}
  </dl>`;
}

function takeIn({ warning_count: warnings }: DryRun, { synthetic }: { synthetic: boolean }): Markup {
  return html`<form data-take-in>
    <details class="upload-synthetic" ${synthetic && html` open`}>
      <summary>サンプル・合成データのとき</summary>
      <label class="tick"
        ><input
          type="checkbox"
          name="synthetic"
          ${synthetic && html` checked`}
        />実際の集計ではない数字として取り込む(どの画面とファイルにも「サンプル・合成データ」と出ます)</label
      >
    </details>
    <p class="card-buttons">
      <button class="button">${warnings > 0 ? "確かめました。このまま取り込む" : "取り込む"}</button>
      <button type="button" data-do="another">別のファイルを選ぶ</button>
    </p>
    <p class="hint" data-stale hidden>
      読み方を変えました。取り込む前に、下の「この読み方で確かめる」を押してください。
    </p>
  </form>`;
}

/** Notes that say what is done once the file is taken in. */
const WHEN_TAKEN_IN: Readonly<Record<string, string>> = {
  districts_registered: "取り込むと、新しい地区を地区一覧に加えます",
};

/** What was repaired or passed over, a line a kind. */
export function repairs(notes: readonly FileNote[]): Markup | null {
  const said = notes.filter((n) => n.severity === "note");
  if (said.length === 0) return null;
  return html`<h2>読み替えたところ</h2>
    <ul class="notes">
      ${said.map((n) => html`<li>${WHEN_TAKEN_IN[n.code] ?? n.message.ja}(${number(n.count)}件)</li>`)}
    </ul>`;
}
