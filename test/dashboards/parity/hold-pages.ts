import { expect } from "vitest";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { Control } from "../../../dashboards/pages/controls.js";
import type { Page, Shown } from "../../../dashboards/pages/page.js";
import { PAGES } from "../../../dashboards/pages/registry.js";
import type { QueryRow } from "../../../dashboards/queries/query.js";
import { answerBy, answerFrom, type AnyQuestion } from "../../../dashboards/queries/question.js";
import { visitorOf } from "../drawing.js";

/** Whoever answers SQL. */
export interface Answers {
  rows(sql: string): Promise<QueryRow[]>;
}

/** How many choices of each control are tried: all of them, or its last alone. */
type Choices = "every" | "last";

/** Towns of a search that are tried; there are 1,741. */
const TOWNS_TRIED = 12;

/**
 * Holds every page of the site at its default state and at each choice of each of its controls, one varied at a time:
 * every question that a page asks must have the same answer by a query and by rows. Its model is made of nothing else,
 * by the same code; where it stands at its default, the whole models are compared as well.
 * @param isHeld which pages; all where not said
 * @returns how many addresses were held
 */
export async function holdPages(
  source: PageSource,
  database: Answers,
  choices: Choices,
  isHeld: (page: Page) => boolean = () => true,
): Promise<number> {
  const known = new Map<string, unknown>();
  const answer = async (question: AnyQuestion<unknown>): Promise<unknown> => {
    if ("file" in question) return question.from(source);
    if (known.has(question.sql)) return known.get(question.sql);
    const byQuery = question.read(await database.rows(question.sql));
    expect({ sql: question.sql, answer: byQuery }).toEqual({
      sql: question.sql,
      answer: question.from(source),
    });
    known.set(question.sql, byQuery);
    return byQuery;
  };
  let held = 0;
  for (const page of PAGES.filter((p) => p.figures && isHeld(p))) {
    const { model, show } = page.figures!;
    const byRows = show(
      answerFrom(
        model(visitorOf(source), () => null),
        source,
      ),
      { brief: true },
    );
    const shown = await shownAt(page, source, answer, {});
    expect(texts(shown)).toEqual(texts(byRows));
    const addresses = shown.controls.flatMap((control) => addressesOf(control, choices));
    for (const address of addresses) checkShown(page, address, await shownAt(page, source, answer, address));
    held += 1 + addresses.length;
  }
  return held;
}

async function shownAt(
  page: Page,
  source: PageSource,
  answer: (question: AnyQuestion<unknown>) => Promise<unknown>,
  address: Record<string, string>,
): Promise<Shown> {
  const { keys, model, show } = page.figures!;
  const asked = (key: string): string | null => (keys.includes(key) ? (address[key] ?? null) : null);
  return show(await answerBy(model(visitorOf(source), asked), answer), { brief: true });
}

/** Everything a page says, but its drawings. */
const texts = ({ slots, controls, cards, town, asOf }: Shown): unknown => ({
  slots,
  controls,
  town,
  asOf,
  cards: cards.map(({ draw, ...said }) => ({ ...said, draws: draw !== null })),
});

/** What the address asks for is what the control then shows: no choice is refused or forgotten. */
function checkShown(page: Page, address: Record<string, string>, shown: Shown): void {
  const { slots, controls, cards, sqlOf } = shown;
  const [key, value] = Object.entries(address)[0]!;
  const control = controls.find((c) => c.kind !== "reset" && c.key === key);
  if (control) expect([page.path, key, chosenIn(control)]).toEqual([page.path, key, value]);
  expect(Object.values(slots).join()).not.toMatch(/undefined|NaN|\[object/);
  for (const c of controls) if (c.kind !== "reset") expect(page.figures!.keys).toContain(c.key);
  for (const card of cards) expect([card.slot, sqlOf(card)]).not.toEqual([card.slot, ""]);
}

const chosenIn = (control: Control): string | undefined =>
  control.kind === "choice"
    ? control.chosen
    : control.kind === "number"
      ? String(control.value)
      : control.kind === "town"
        ? control.chosen.code
        : undefined;

function addressesOf(control: Control, choices: Choices): Record<string, string>[] {
  const values = valuesOf(control);
  return (choices === "every" ? values : values.slice(-1)).map(([key, value]) => ({ [key]: value }));
}

function valuesOf(control: Control): [string, string][] {
  switch (control.kind) {
    case "choice":
      return control.options.filter(({ value }) => value !== "").map(({ value }) => [control.key, value]);
    case "number":
      return [control.least, control.least + control.step, control.most].map((n) => [control.key, String(n)]);
    case "town": {
      const step = Math.max(1, Math.floor(control.towns.length / TOWNS_TRIED));
      return control.towns.filter((_, i) => i % step === 0).map(({ code }) => [control.key, code]);
    }
    case "reset":
      return [];
  }
}
