import { html } from "../../charts/html.js";
import { ApiProblem, requestJson } from "../api.js";
import type { Upload } from "./types.js";
import { changes, dates, japanese, received } from "./words.js";

/**
 * Asks before an upload is taken back, then does it; the dialog stays with the reason where the server will not.
 * @returns the revision it made; null where the clerk went back.
 */
export function confirmTakeBack(upload: Upload): Promise<number | null> {
  const dialog = document.createElement("dialog");
  dialog.className = "take-back";
  dialog.setAttribute("aria-labelledby", "take-back-title");
  dialog.innerHTML = html`<h2 id="take-back-title">${dates(upload)}の取り込みを取り消しますか</h2>
    <p>
      ${received(upload)}に取り込んだもの(${changes(upload)})です。台帳を取り込み前の数字に戻します。記録は消えず、取り消したことも残ります。
    </p>
    <p class="form-error" role="alert"></p>
    <p class="card-buttons">
      <button type="button" data-no>戻る</button>
      <button type="button" class="button" data-yes>取り込みを取り消す</button>
    </p>`.text;
  document.body.append(dialog);
  const message = dialog.querySelector(".form-error")!;
  const yes = dialog.querySelector<HTMLButtonElement>("[data-yes]")!;
  dialog.querySelector("[data-no]")!.addEventListener("click", () => dialog.close());
  let revision: number | null = null;
  yes.addEventListener("click", async () => {
    yes.disabled = true;
    message.textContent = "";
    try {
      const answer = await requestJson(`/api/v1/uploads/${encodeURIComponent(upload.id)}/take-back`, {
        method: "POST",
      });
      ({ revision } = answer as { revision: number });
      dialog.close();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      message.textContent = japanese(error.detail ?? error.title);
      yes.disabled = false;
    }
  });
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(revision);
    });
    dialog.showModal();
  });
}
