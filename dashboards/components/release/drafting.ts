import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import { failureLine, failureMarkup, failureOf } from "./failure.js";
import { sendJson } from "./send.js";
import type { Release } from "./types.js";
import { elapsed } from "./words.js";

/** Said to screen readers so often, in seconds: a draft of a city takes minutes. */
const SAY_EVERY_SECONDS = 20;

export interface DraftingOptions {
  town: string;
  /** Address of the page to sign in, leading back here. */
  signIn: string;
  /** Where progress and failures are shown. */
  place: HTMLElement;
  /** What is said at once, and what is said when there is time. */
  alert: HTMLElement;
  status: HTMLElement;
  onDrafted: (release: Release) => void;
}

/** The choice of the last as-of date. @param dates of the ledger, newest first, at least one */
export const draftForm = (dates: readonly string[]): Markup =>
  html`<form class="draft-form" data-draft>
    <label class="field" for="through"
      >どの基準日までを公開するか<select id="through" name="through">
        ${dates.map((date, i) => html`<option value="${date}">${dateJa(date)}まで${i === 0 && "(最新)"}</option>`)}
      </select></label
    >
    <button class="button">下書きを作る</button>
  </form>`;

/** Drafts a release and shows how long it has taken so far; one at a time. */
export class Drafting {
  #isRunning = false;
  #through: string | null = null;

  constructor(private readonly options: DraftingOptions) {}

  /** Tries the last date again. */
  async retry(): Promise<void> {
    if (this.#through) await this.start(this.#through);
  }

  async start(through: string): Promise<void> {
    if (this.#isRunning) return this.#say("下書きを作っています。終わるまでお待ちください。");
    this.#isRunning = true;
    this.#through = through;
    const { town: municipality, place, onDrafted } = this.options;
    this.options.alert.textContent = "";
    const stop = this.#showProgress(through);
    const sent = await sendJson<{ release: Release }>("/api/v1/releases", "POST", { municipality, through });
    stop();
    this.#isRunning = false;
    if (sent.kind === "done") return onDrafted(sent.answer.release);
    const failure = failureOf(sent, "下書き");
    place.innerHTML = failureMarkup(failure, municipality, this.options.signIn).text;
    this.options.status.textContent = "";
    this.options.alert.textContent = failureLine(failure);
    place.querySelector<HTMLElement>("[data-focus]")?.focus();
  }

  #showProgress(through: string): () => void {
    const { place } = this.options;
    place.innerHTML = html`<div class="upload-box">
      <p data-words tabindex="-1">${dateJa(through)}までの下書きを作っています…</p>
      <progress aria-label="下書きを作っています"></progress>
      <p class="hint">
        秘匿するところを選び、どの数字からも推し量れないことを確かめ、ページとグラフを作ります。数十秒から、込み入った表では数分かかります。<span
          data-elapsed
          >0秒</span
        >たちました。
      </p>
    </div>`.text;
    place.querySelector<HTMLElement>("[data-words]")!.focus();
    this.#say("下書きを作っています…");
    const began = performance.now();
    const timer = setInterval(() => {
      const seconds = Math.round((performance.now() - began) / 1000);
      place.querySelector("[data-elapsed]")!.textContent = elapsed(seconds);
      if (seconds % SAY_EVERY_SECONDS === 0)
        this.#say(`下書きを作っています。${elapsed(seconds)}たちました。`);
    }, 1000);
    return () => clearInterval(timer);
  }

  #say(text: string): void {
    this.options.status.textContent = text;
  }
}
