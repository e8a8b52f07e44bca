import type { Plan } from "../../data/indicators/forecast/plan.js";
import { html } from "../../charts/html.js";
import { addressOf, DEFAULT_MONTHS, MOST_MONTHS, MOST_PEOPLE, PACE, viewFrom } from "./view.js";

const FIELDS = ["pace", "extra", "months"] as const;

/**
 * What if: the pace times something, and people from a plan of sessions. Built once, so that a slider being drawn is
 * never replaced; the values follow the address.
 * @param change is told the new values as the address keeps them.
 */
export function planControls(plan: Plan, change: (values: Record<string, string | null>) => void): void {
  const place = document.getElementById("outlook-plan");
  if (!place) return;
  if (!place.hasChildNodes()) build(place, change);
  const { pace, peopleAMonth, months } = plan;
  const values = { pace: String(pace), extra: String(peopleAMonth), months: String(months) };
  for (const input of place.querySelectorAll<HTMLInputElement>("input")) {
    const value = values[input.dataset.key as keyof typeof values];
    // What is being typed is left alone, else "1." would become "1".
    if (input !== document.activeElement || input.type === "range") input.value = value;
  }
  const isUsual = pace === 1 && peopleAMonth === 0;
  place.querySelector<HTMLButtonElement>("button")!.disabled = isUsual;
}

function build(place: HTMLElement, change: (values: Record<string, string | null>) => void): void {
  const number = (key: string, least: number, most: number, step: number) =>
    html`<input
      type="number"
      inputmode="decimal"
      data-key="${key}"
      id="plan-${key}"
      min="${least}"
      max="${most}"
      step="${step}"
    />`;
  place.innerHTML = html`<p class="plan-name">もし…なら</p>
    <div class="plan-field">
      <label for="plan-pace">ペース(倍)</label>
      <span class="plan-row">
        <input
          type="range"
          data-key="pace"
          aria-label="ペース(倍)をつまみで"
          min="${PACE.least}"
          max="${PACE.most}"
          step="${PACE.step}"
        />${number("pace", PACE.least, PACE.most, PACE.step)}
      </span>
    </div>
    <div class="plan-field">
      <label for="plan-extra">出張申請などで足す人数(人/月)</label>${number("extra", 0, MOST_PEOPLE, 1)}
    </div>
    <div class="plan-field">
      <label for="plan-months">続ける月数</label>${number("months", 1, MOST_MONTHS, 1)}
    </div>
    <button type="button" class="button-quiet">今のままに戻す</button>`.text;
  for (const input of place.querySelectorAll<HTMLInputElement>("input")) {
    input.addEventListener("input", () => {
      const typed = new Map(
        FIELDS.map((key) => [key, place.querySelector<HTMLInputElement>(`#plan-${key}`)!.value]),
      );
      typed.set(input.dataset.key as (typeof FIELDS)[number], input.value);
      change(addressOf(viewFrom((key) => typed.get(key as (typeof FIELDS)[number]) ?? null).plan));
    });
    // Leaving a field shows the value that counts: an empty or excessive one has fallen back.
    input.addEventListener("change", () => {
      const key = input.dataset.key!;
      input.value =
        new URLSearchParams(location.search).get(key) ??
        { pace: "1", extra: "0", months: String(DEFAULT_MONTHS) }[key]!;
    });
  }
  place
    .querySelector("button")!
    .addEventListener("click", () => change({ pace: null, extra: null, months: null }));
}
