import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { NamedDistrict, SuccessionList } from "../../data/contract/api/district.js";
import type { Succession } from "../../data/disclosure/succession.js";
import { successionsAddress } from "./load.js";
import { send } from "../http.js";
import { addedSuccession, successionWords } from "./succession-answers.js";
import { successionFailure } from "./succession-failure.js";

/** What the town has answered about codes that changed. @param isOpen whether the visitor may take answers back */
export function successionList(
  successions: readonly Succession[],
  districts: readonly NamedDistrict[],
  isOpen: boolean,
): Markup {
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const words = (s: Succession) =>
    `${dateJa(s.on)}から、${successionWords(s, (code) => names.get(code) ?? "地区")}`;
  return html`<h2 tabindex="-1" data-focus>地区のコードの引き継ぎ</h2>
    <p class="hint">
      地区のコードが変わったときの、下書きの前の答えです。同じ人たちの数字に同じ増減を足すために使います。まだ公開に使っていない答えは消せて、次の下書きでもう一度聞かれます。新しい地区が一覧に加わったのに何も記録がなければ、前からあった地区とみて、その地区の数字のない基準日には町全体の数字を出しません。
    </p>
    ${
      successions.length === 0
        ? html`<p>コードの変わった地区は、まだ記録していません。</p>`
        : html`<ul class="notes">
            ${successions.map(
              (s, i) =>
                html`<li>
                  ${words(s)}
                  ${isOpen && html`<button type="button" class="button-quiet" data-forget="${i}" aria-label="${words(s)}を消す">消す</button>`}
                </li>`,
            )}
          </ul>`
    }
    ${isOpen && ADD_FORM}
    <p class="form-error" role="alert" data-problem></p>`;
}

/** For what no draft asks about: a district that is new, or whose figures began before it was listed. */
const ADD_FORM = html`<details class="succession-add">
  <summary>聞かれていないことを記録する</summary>
  <form data-add-succession>
    <p class="hint">
      地区のコードを空白で区切って入れます。新しくできた地区は「もとの地区」を、なくなった地区は「あとの地区」を空にします。
    </p>
    <label class="field" for="succession-on"
      >いつの基準日から<input type="date" id="succession-on" name="on" required
    /></label>
    <label class="field" for="succession-from"
      >もとの地区のコード<input id="succession-from" name="from" autocomplete="off"
    /></label>
    <label class="field" for="succession-to"
      >あとの地区のコード<input id="succession-to" name="to" autocomplete="off"
    /></label>
    <button class="button-quiet">記録する</button>
  </form>
</details>`;

/** Shows the answers and lets one be taken back. */
export function mountSuccessionList(
  place: HTMLElement,
  recorded: readonly Succession[],
  { town, districts, isOpen }: { town: string; districts: readonly NamedDistrict[]; isOpen: boolean },
): void {
  let successions = recorded;
  const show = () => {
    place.innerHTML = successionList(successions, districts, isOpen).text;
  };
  place.addEventListener("click", (event) => {
    const index = (event.target as Element).closest<HTMLElement>("[data-forget]")?.dataset.forget;
    if (index !== undefined) void forget(Number(index));
  });
  place.addEventListener("submit", (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("[data-add-succession]");
    if (!form) return;
    event.preventDefault();
    const text = (name: string): string => String(new FormData(form).get(name) ?? "");
    const added = addedSuccession({ on: text("on"), from: text("from"), to: text("to") });
    void record([...successions, added], "入れたものは残っています。直してもう一度記録してください。");
  });
  show();

  const forget = (index: number): Promise<void> =>
    record(
      successions.filter((_, i) => i !== index),
      "この答えは残ります。",
    );

  async function record(wanted: readonly Succession[], advice: string): Promise<void> {
    const json: SuccessionList = { successions: [...wanted] };
    const sent = await send<SuccessionList>(successionsAddress(town), { method: "PUT", json });
    if (sent.kind === "done") {
      successions = sent.answer.successions;
      show();
      place.querySelector<HTMLElement>("[data-focus]")!.focus();
      return;
    }
    place.querySelector("[data-problem]")!.textContent = successionFailure(sent, advice);
  }
}
