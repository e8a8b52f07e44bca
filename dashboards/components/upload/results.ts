import type { DryRun } from "../../data/contract/api/dry-run.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import type { Refusal } from "../failure.js";
import { checkedMarkup } from "./checked.js";
import { mountEffect } from "./effect-section.js";
import { mountIssues } from "./issue-table.js";
import { mountMapping } from "./mapping-view.js";
import { isAboutReading, refusedMarkup } from "./refused.js";

/** What a result on the page can ask for. */
export interface ResultActions {
  town: string;
  /** @param synthetic as the clerk has ticked it; as before where it was not asked. */
  check: (mapping: Mapping, synthetic?: boolean) => void;
  takeIn: (acceptWarnings: boolean, synthetic: boolean) => void;
  /** Said to screen readers. */
  say: (text: string) => void;
}

/** Shows what a dry run found, with everything on it alive. */
export function showChecked(
  place: HTMLElement,
  answer: DryRun,
  file: { name: string; synthetic: boolean; note?: string | undefined },
  actions: ResultActions,
): void {
  place.innerHTML = checkedMarkup(answer, file).text;
  mountEffect(place, answer.effect);
  const issues = place.querySelector<HTMLElement>("[data-issues]");
  if (issues) mountIssues(issues, answer.warnings, answer.warning_count, actions.say);
  const form = place.querySelector<HTMLFormElement>("[data-take-in]");
  const isSynthetic = () =>
    form?.querySelector<HTMLInputElement>("[name=synthetic]")?.checked ?? file.synthetic;
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.takeIn(answer.warning_count > 0, isSynthetic());
  });
  const onEdit = () => {
    form?.querySelector(".button")?.setAttribute("disabled", "");
    form?.querySelector("[data-stale]")?.removeAttribute("hidden");
  };
  mountMapping(
    place.querySelector<HTMLFormElement>("[data-mapping]")!,
    answer.reading,
    { isChecked: true },
    { ...actions, onEdit, check: (mapping) => actions.check(mapping, isSynthetic()) },
  );
}

/** Shows why a file was refused, with the form to read it another way. */
export function showRefused(
  place: HTMLElement,
  problem: Refusal,
  fileName: string,
  actions: ResultActions,
): void {
  place.innerHTML = refusedMarkup(problem, fileName).text;
  const { issues = [], issue_count: total = issues.length, reading } = problem;
  mountIssues(place.querySelector<HTMLElement>("[data-issues]")!, issues, total, actions.say);
  const form = place.querySelector<HTMLFormElement>("[data-mapping]");
  if (form && reading) {
    const isChecked = !isAboutReading(problem) && reading.proposal === null;
    mountMapping(form, reading, { isChecked }, { ...actions, onEdit: () => undefined });
  }
}
