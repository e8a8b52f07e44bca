import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { Succession } from "../../data/disclosure/succession.js";
import { successionsAddress } from "./load.js";
import { sendJson } from "./send.js";
import { successionWords } from "./succession-answers.js";
import { successionFailure } from "./succession-failure.js";
import type { ListedDistrict } from "./types.js";

/** What the town has answered about codes that changed. @param isOpen whether the visitor may take answers back */
export function successionList(
  successions: readonly Succession[],
  districts: readonly ListedDistrict[],
  isOpen: boolean,
): Markup {
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const words = (s: Succession) =>
    `${dateJa(s.on)}から、${successionWords(s, (code) => names.get(code) ?? "地区")}`;
  return html`<h2 tabindex="-1" data-focus>地区のコードの引き継ぎ</h2>
    <p class="hint">
      地区のコードが変わったときの、下書きの前の答えです。同じ人たちの数字に同じ増減を足すために使います。まだ公開に使っていない答えは消せて、次の下書きでもう一度聞かれます。
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
    <p class="form-error" role="alert" data-problem></p>`;
}

/** Shows the answers and lets one be taken back. */
export function mountSuccessionList(
  place: HTMLElement,
  recorded: readonly Succession[],
  { town, districts, isOpen }: { town: string; districts: readonly ListedDistrict[]; isOpen: boolean },
): void {
  let successions = recorded;
  const show = () => {
    place.innerHTML = successionList(successions, districts, isOpen).text;
  };
  place.addEventListener("click", (event) => {
    const index = (event.target as Element).closest<HTMLElement>("[data-forget]")?.dataset.forget;
    if (index !== undefined) void forget(Number(index));
  });
  show();

  async function forget(index: number): Promise<void> {
    const left = successions.filter((_, i) => i !== index);
    const sent = await sendJson(successionsAddress(town), "PUT", { successions: left });
    if (sent.kind === "done") {
      successions = left;
      show();
      place.querySelector<HTMLElement>("[data-focus]")!.focus();
      return;
    }
    place.querySelector("[data-problem]")!.textContent = successionFailure(sent, "この答えは残ります。");
  }
}
