import { html, type Markup } from "../../charts/html.js";
import type { ReleaseJob } from "../../data/contract/api/release-job.js";
import { elapsed, jobWords, STEPS } from "./words.js";

/** Said to screen readers so often, in seconds: a draft of a city takes minutes. */
const SAY_EVERY_SECONDS = 20;

/** @param what 2026年10月末までの下書き */
const progressMarkup = (what: string): Markup =>
  html`<div class="upload-box">
    <p data-words tabindex="-1">${what}を作っています…</p>
    <progress aria-label="下書きの進み具合"></progress>
    <p class="hint">
      <span data-step>${STEPS.figures}</span>。<span data-elapsed>0秒</span
      >たちました。この画面を閉じても続きます。
    </p>
  </div>`;

/** Shows how far a draft is; says it when a new step begins, and every now and then. */
export class DraftProgress {
  #timer: ReturnType<typeof setInterval>;
  #step: ReleaseJob["step"] | null = null;

  constructor(
    private readonly place: HTMLElement,
    what: string,
    private readonly say: (text: string) => void,
  ) {
    place.innerHTML = progressMarkup(what).text;
    say(`${what}を作っています…`);
    const began = performance.now();
    this.#timer = setInterval(() => {
      const seconds = Math.round((performance.now() - began) / 1000);
      place.querySelector("[data-elapsed]")!.textContent = elapsed(seconds);
      const step = place.querySelector("[data-step]")!.textContent;
      if (seconds > 0 && seconds % SAY_EVERY_SECONDS === 0) say(`${step}。${elapsed(seconds)}たちました。`);
    }, 1000);
  }

  focus(): void {
    this.place.querySelector<HTMLElement>("[data-words]")!.focus();
  }

  show(job: ReleaseJob): void {
    const bar = this.place.querySelector("progress")!;
    if (job.total === null) bar.removeAttribute("value");
    else {
      bar.max = Math.max(1, job.total);
      bar.value = job.done;
    }
    this.place.querySelector("[data-step]")!.textContent = jobWords(job);
    if (this.#step !== null && this.#step !== job.step) this.say(STEPS[job.step]);
    this.#step = job.step;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
