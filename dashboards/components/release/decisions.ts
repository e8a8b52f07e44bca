import { html } from "../../charts/html.js";
import { dateJa, number } from "../../charts/words.js";
import type { Release } from "../../data/contract/api/release.js";
import { ask, type Decision } from "./confirm.js";
import { IN_TENS, throughWords } from "./words.js";

const MAX_REASON = 500;

const at = ({ id }: Release, act: string): string => `/api/v1/releases/${encodeURIComponent(id)}/${act}`;

/** Asks before a draft is published, then publishes it. */
export const confirmPublish = (release: Release): Promise<Decision> =>
  ask({
    title: `${dateJa(release.through)}までの数字を公開しますか`,
    body: html`<p>
        公開すると、だれでも見られる住民向けページ・グラフ・オープンデータがすぐに切り替わります。${IN_TENS}
      </p>
      <p>あとで取り下げられますが、すでに読まれた数字を取り戻すことはできません。</p>`,
    yes: "公開する",
    act: "公開",
    address: at(release, "publish"),
    answer: () => ({}),
  });

/** Asks for the reason, which everybody can read afterwards, and withdraws the release. */
export function confirmWithdraw(release: Release): Promise<Decision> {
  const decision = ask({
    title: `${throughWords(release)}の公開版を取り下げますか`,
    body: html`<p>
        住民向けページとオープンデータは、前の公開版に戻ります(ほかになければ「まだ公開がない」になります)。取り下げた公開版は戻せません。
      </p>
      <p class="field">
        <label for="reason">取り下げの理由<span class="required">(必須)</span></label>
        <textarea
          id="reason"
          rows="4"
          required
          aria-describedby="reason-hint reason-count reason-error"
        ></textarea>
        <span class="hint" id="reason-hint"
          >公開版の記録に残り、だれでも読めます。人の名前や連絡先は書かないでください。</span
        >
        <span class="hint" id="reason-count" data-count>0/${MAX_REASON}字</span>
        <span class="form-error" id="reason-error" data-error></span>
      </p>
      <div class="unseen" role="status" data-said></div>`,
    yes: "取り下げる",
    act: "取り下げ",
    address: at(release, "withdraw"),
    answer: (dialog) => {
      const field = dialog.querySelector("textarea")!;
      const reason = field.value.trim();
      const fault =
        reason === ""
          ? "理由を書いてください。"
          : reason.length > MAX_REASON
            ? `${MAX_REASON}字までです。${reason.length - MAX_REASON}字減らしてください。`
            : "";
      dialog.querySelector("[data-error]")!.textContent = fault;
      field.setAttribute("aria-invalid", String(fault !== ""));
      if (fault === "") return { body: { reason } };
      field.focus();
      return null;
    },
  });
  const field = document.querySelector<HTMLTextAreaElement>("dialog textarea#reason")!;
  const dialog = field.closest("dialog")!;
  field.addEventListener("input", () => {
    const { length } = field.value.trim();
    dialog.querySelector("[data-count]")!.textContent = `${number(length)}/${MAX_REASON}字`;
    // Said when it matters, not at every letter.
    if (length > MAX_REASON)
      dialog.querySelector("[data-said]")!.textContent = `${length - MAX_REASON}字多すぎます`;
  });
  return decision;
}
