import { failureLine, failureOf, type Failure } from "../failure.js";
import { html, type Markup } from "../../charts/html.js";
import type { Release, ReleaseAnswer } from "../../data/contract/api/release.js";
import { send } from "../http.js";
import { trying } from "./failure.js";

/** How a question ended: done, given up, or refused in a way that the page has to show. */
export type Decision =
  { kind: "done"; release: Release } | { kind: "back" } | { kind: "failed"; failure: Failure };

interface Question {
  title: string;
  body: Markup;
  yes: string;
  /** 公開, 取り下げ: for the words of a failure. */
  act: string;
  address: string;
  /** What is sent; null, with its message shown, where a field does not fit yet. */
  answer: (dialog: HTMLDialogElement) => { body?: unknown } | null;
}

/** Asks, sends, and stays open with the reason where trying again in the dialog makes sense. */
export function ask({ title, body, yes, act, address, answer }: Question): Promise<Decision> {
  const dialog = document.createElement("dialog");
  dialog.className = "take-back";
  dialog.setAttribute("aria-labelledby", "ask-title");
  dialog.innerHTML = html`<h2 id="ask-title">${title}</h2>
    ${body}
    <p class="form-error" role="alert" data-problem></p>
    <p class="card-buttons">
      <button type="button" data-no>戻る</button>
      <button type="button" class="button" data-yes>${yes}</button>
    </p>`.text;
  document.body.append(dialog);
  const message = dialog.querySelector("[data-problem]")!;
  const button = dialog.querySelector<HTMLButtonElement>("[data-yes]")!;
  let decision: Decision = { kind: "back" };
  const decide = async () => {
    const wanted = answer(dialog);
    if (!wanted) return;
    // Not `disabled`: the keyboard stands on it.
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    message.textContent = "";
    const sent = await send<ReleaseAnswer>(address, { method: "POST", json: wanted.body });
    button.removeAttribute("aria-disabled");
    if (sent.kind === "done") {
      decision = { kind: "done", release: sent.answer.release };
      return dialog.close();
    }
    const failure = failureOf(sent, trying(act));
    if (failure.way === "retry" || failure.way === "none") {
      message.textContent = failureLine(failure);
      return;
    }
    decision = { kind: "failed", failure };
    dialog.close();
  };
  dialog.querySelector("[data-no]")!.addEventListener("click", () => dialog.close());
  button.addEventListener("click", () => void decide());
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(decision);
    });
    dialog.showModal();
  });
}
