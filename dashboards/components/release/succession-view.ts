import { html } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { SuccessionList } from "../../data/contract/api/district.js";
import type { OpenSuccession } from "../../data/contract/api/problem.js";
import { districtsOf, orNull, successionsAddress } from "./load.js";
import { send } from "../http.js";
import { clearFaults, showFaults } from "./show-faults.js";
import {
  answerFaults,
  newCodes,
  proposedAnswers,
  successionsOf,
  successionWords,
  unclaimed,
  type SuccessionAnswers,
} from "./succession-answers.js";
import { successionFailure } from "./succession-failure.js";
import { successionForm } from "./succession-form.js";

interface AskOptions {
  town: string;
  signIn: string;
  place: HTMLElement;
  status: HTMLElement;
  /** The newest as-of date of the draft that asks. */
  newest: string;
  onSaved: () => void;
}

/** Asks whose people the changed codes have, records the answer, and then goes on. */
export async function askSuccession(open: OpenSuccession, options: AskOptions): Promise<void> {
  const { town, place, status, newest, onSaved } = options;
  const listed = (await orNull(districtsOf(town))) ?? [];
  const asked = [...open.gone, ...newCodes(open)];
  const others = listed.filter(({ code }) => !asked.some((named) => named.code === code));
  const names = new Map([...others, ...asked].map(({ code, name }) => [code, name]));
  place.innerHTML = successionForm(open, proposedAnswers(open, newest), others).text;
  const form = place.querySelector<HTMLFormElement>("[data-succession]")!;
  const problem = form.querySelector("[data-problem]")!;
  let meant = "";
  const show = () => {
    const answers = readAnswers(form, open);
    for (const [i, { people }] of answers.come.entries())
      form.querySelector<HTMLElement>(`[data-origins="${i}"]`)!.hidden = people !== "others";
    const left = new Set(unclaimed(answers).map(({ code }) => code));
    for (const part of form.querySelectorAll<HTMLElement>("[data-gone]"))
      part.hidden = !left.has(part.dataset.gone!);
    const said = meaning(answers, (code) => names.get(code) ?? code);
    // Written only where it changes: it is read out whenever it is.
    if (said !== meant) form.querySelector("[data-meaning]")!.innerHTML = meant = said;
  };
  form.addEventListener("input", ({ target }) => {
    clearFaults((target as Element).closest("fieldset.setting")!);
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  show();
  status.textContent = "地区のコードについて、答えが要ります。";
  place.querySelector<HTMLElement>("[data-focus]")!.focus();

  async function save(): Promise<void> {
    const answers = readAnswers(form, open);
    problem.textContent = "";
    if (showFaults(form, answerFaults(answers))) return;
    const button = form.querySelector<HTMLButtonElement>("button.button")!;
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    const address = successionsAddress(town);
    const known = await send<SuccessionList>(address);
    const sent =
      known.kind === "done"
        ? await send<SuccessionList>(address, {
            method: "PUT",
            json: { successions: [...known.answer.successions, ...successionsOf(answers)] },
          })
        : known;
    button.removeAttribute("aria-disabled");
    if (sent.kind === "done") return onSaved();
    problem.textContent = successionFailure(sent, "日付と、もとの地区を確かめてください。");
  }
}

/** What the answers so far say, a sentence each with its date. */
function meaning(answers: SuccessionAnswers, nameOf: (code: string) => string): string {
  if (answerFaults(answers).length > 0) return html`<li>まだ答えていないところがあります。</li>`.text;
  return successionsOf(answers)
    .map((s) => html`<li>${dateJa(s.on)}から、${successionWords(s, nameOf)}</li>`.text)
    .join("");
}

function readAnswers(form: HTMLFormElement, open: OpenSuccession): SuccessionAnswers {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? "");
  return {
    come: newCodes(open).map(({ code }, i) => {
      const people = text(`come.${i}.people`);
      return {
        code,
        people: people === "others" || people === "new" ? people : null,
        from: data.getAll(`come.${i}.from`).map(String),
        on: text(`come.${i}.on`),
      };
    }),
    gone: open.gone.map(({ code }, i) => {
      const said = text(`gone.${i}.into`);
      const into = said === "" ? null : said === "none" ? "" : said.slice("into ".length);
      return { code, into, on: text(`gone.${i}.on`) };
    }),
  };
}
