import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { NamedCode } from "../../data/contract/api/district-map.js";
import type { OpenSuccession } from "../../data/contract/api/problem.js";
import { field } from "./settings-fields.js";
import { newCodes, unclaimed } from "./succession-answers.js";
import type { GoneCodeAnswer, NewCodeAnswer, SuccessionAnswers } from "./succession-answers.js";

/** The questions of a town whose district codes changed. @param others districts that go on as they were */
export function successionForm(
  open: OpenSuccession,
  answers: SuccessionAnswers,
  others: readonly NamedCode[],
): Markup {
  const asked = newCodes(open);
  const left = unclaimed(answers);
  return html`<div class="upload-box">
    <h2 tabindex="-1" data-focus>地区のコードが変わっています</h2>
    <p>
      同じ人たちの数字には、いつも同じ秘密の増減を足します。コードの変わった地区がどの地区の人たちなのかを、はじめに教えてください。答えは記録され、これからの公開に使われます。
    </p>
    <form class="settings succession" data-succession novalidate>
      ${asked.map((named, i) => newCodeQuestion(named, i, answers.come[i]!, open, others))}
      ${open.gone.map((named, i) =>
        goneQuestion(
          named,
          i,
          answers.gone[i]!,
          left.some(({ code }) => code === named.code),
          others,
        ),
      )}
      <div>
        <h3>この答えの意味</h3>
        <ul class="notes" aria-live="polite" data-meaning></ul>
      </div>
      <p class="form-error" role="alert" data-problem></p>
      <p class="card-buttons"><button class="button">答えを記録して、下書きを作る</button></p>
    </form>
  </div>`;
}

const title = ({ code, name }: NamedCode): string => `${name}(コード ${code})`;

function newCodeQuestion(
  named: NamedCode,
  i: number,
  answer: NewCodeAnswer,
  { gone, ended, on }: OpenSuccession,
  others: readonly NamedCode[],
): Markup {
  const name = `come.${i}`;
  const wasEnded = ended.some(({ code }) => code === named.code);
  const first = on[named.code];
  const tick = ({ code, name: place }: NamedCode) =>
    html`<label class="tick"
      ><input
        type="checkbox"
        name="${name}.from"
        value="${code}"
        ${answer.from.includes(code) && html` checked`}
      />${place}(${code})</label
    >`;
  const isOthers = answer.people === "others";
  return html`<fieldset
    class="card setting"
    id="${name}.people"
    tabindex="-1"
    aria-describedby="${name}.people-error"
  >
    <legend>${title(named)}は、どの地区の人たちですか</legend>
    <p class="hint">
      ${wasEnded ? "このコードの地区はなくなったと記録されていますが、数字があります。" : first ? `${dateJa(first)}の数字からあるコードです。` : "新しいコードです。"}
    </p>
    ${radio(`${name}.people`, "others", "次の地区の人たち", isOthers)}
    <div class="succession-origins" data-origins="${i}" ${!isOthers && html` hidden`}>
      <p class="hint">
        名前やコードが変わっただけなら前の地区を1つ、合わさったならもとの地区をすべて、分かれたなら分かれる前の地区を選びます。
      </p>
      <div class="setting-choices">${gone.map(tick)}</div>
      ${
        others.length > 0 &&
        html`<details ${answer.from.some((code) => others.some((o) => o.code === code)) && html` open`}>
          <summary>いまもある地区から選ぶ(その一部が移ったとき)</summary>
          <div class="setting-choices">${others.filter(({ code }) => code !== named.code).map(tick)}</div>
        </details>`
      }
    </div>
    ${radio(`${name}.people`, "new", "新しい住民の地区(ほかの地区だった人はいない)", answer.people === "new")}
    <span class="form-error" id="${name}.people-error"></span>
    ${dateField(`${name}.on`, answer.on)}
  </fieldset>`;
}

function goneQuestion(
  named: NamedCode,
  i: number,
  { into, on }: GoneCodeAnswer,
  isOpen: boolean,
  heirs: readonly NamedCode[],
): Markup {
  const name = `gone.${i}`;
  return html`<fieldset class="card setting" data-gone="${named.code}" ${!isOpen && html` hidden`}>
    <legend>${title(named)}は、どうなりましたか</legend>
    <p class="hint">新しい数字にはないコードです。上の答えのどれにも入っていません。</p>
    ${field(
      `${name}.into`,
      "この地区の人たち",
      html`<select id="${name}.into" name="${name}.into" aria-describedby="${name}.into-error">
        <option value="" ${into === null && html` selected`}>選んでください</option>
        <option value="none" ${into === "" && html` selected`}>なくなった(住む人がいない)</option>
        ${heirs.map(
          (heir) =>
            html`<option value="into ${heir.code}" ${into === heir.code && html` selected`}>
              ${title(heir)}に合わさった
            </option>`,
        )}
      </select>`,
    )}
    ${dateField(`${name}.on`, on)}
  </fieldset>`;
}

const radio = (name: string, value: string, words: string, isChosen: boolean): Markup =>
  html`<label class="tick"
    ><input type="radio" name="${name}" value="${value}" ${isChosen && html` checked`} />${words}</label
  >`;

const dateField = (name: string, value: string): Markup =>
  field(
    name,
    "いつから(はじめの基準日)",
    html`<input type="date" id="${name}" name="${name}" value="${value}" aria-describedby="${name}-error" />`,
  );
