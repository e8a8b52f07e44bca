import { html } from "../charts/html.js";

/** The thin bar under the header: what is being prepared, or what went wrong. Announced politely. */
export interface EngineStatus {
  /** Shows the bar: an engine starts. */
  begin(): void;
  /** Between 0 and 1: how much of the engine has arrived. */
  progress(share: number): void;
  done(): void;
  hide(): void;
  /** Keeps the message on the page with a button to try again. */
  failed(message: string): void;
}

/** The words of a failure and the way to try again. */
export function failureMarkup(message: string): string {
  return html`<div class="empty-state" role="alert">
    <h1>数字を表示できません</h1>
    <p>${message}</p>
    <p><a class="button" href="">もう一度読み込む</a></p>
  </div>`.text;
}

/** The bar of the page, hidden until an engine starts; an engine that runs already is simply ready. */
export function engineStatus(): EngineStatus {
  const bar = document.getElementById("engine")!;
  bar.hidden = true;
  bar.className = "engine";
  bar.innerHTML = `<div class="engine-track"><div class="engine-fill"></div></div>
<p class="engine-text"><span role="status" aria-live="polite"></span> <span class="engine-percent" aria-hidden="true"></span></p>`;
  const fill = bar.querySelector<HTMLElement>(".engine-fill")!;
  const words = bar.querySelector<HTMLElement>("[role=status]")!;
  const percent = bar.querySelector<HTMLElement>(".engine-percent")!;
  return {
    begin() {
      bar.hidden = false;
      // Said once; the running number is for the eye only, a screen reader would read every step of it.
      words.textContent = "絞り込みとSQLの準備をしています";
    },
    progress(share) {
      const now = Math.min(100, Math.round(share * 100));
      fill.style.width = `${now}%`;
      percent.textContent = `${now}%`;
    },
    done() {
      if (bar.hidden) return void bar.classList.add("engine-done");
      words.textContent = "準備ができました";
      percent.textContent = "";
      fill.style.width = "100%";
      setTimeout(() => bar.classList.add("engine-done"), 600);
    },
    hide() {
      bar.hidden = true;
    },
    failed(message) {
      bar.hidden = false;
      bar.className = "engine engine-failed";
      bar.innerHTML = `<p class="engine-text" role="alert"></p><button type="button">もう一度読み込む</button>`;
      bar.querySelector("p")!.textContent = message;
      bar.querySelector("button")!.addEventListener("click", () => location.reload());
    },
  };
}
