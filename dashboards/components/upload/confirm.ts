import { html, type Markup } from "../../charts/html.js";
import { plainFailure } from "../failure.js";
import { NotAnswered } from "../http.js";

/**
 * Asks before something is taken out, then does it; the dialog stays with the reason where the server will not.
 * @param act what is done, and answers with what it made. @returns its answer; null where the clerk went back.
 */
export function confirmed<T>(
  { title, text, yes }: { title: string; text: Markup | string; yes: string },
  act: () => Promise<T>,
): Promise<T | null> {
  const dialog = document.createElement("dialog");
  dialog.className = "take-back";
  dialog.setAttribute("aria-labelledby", "take-back-title");
  dialog.innerHTML = html`<h2 id="take-back-title">${title}</h2>
    <p>${text}</p>
    <p class="form-error" role="alert"></p>
    <p class="card-buttons">
      <button type="button" data-no>戻る</button>
      <button type="button" class="button" data-yes>${yes}</button>
    </p>`.text;
  document.body.append(dialog);
  const message = dialog.querySelector(".form-error")!;
  const button = dialog.querySelector<HTMLButtonElement>("[data-yes]")!;
  dialog.querySelector("[data-no]")!.addEventListener("click", () => dialog.close());
  let answer: T | null = null;
  button.addEventListener("click", async () => {
    button.disabled = true;
    message.textContent = "";
    try {
      answer = await act();
      dialog.close();
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error;
      message.textContent = plainFailure(error.ended).advice;
      button.disabled = false;
    }
  });
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.showModal();
  });
}
