import { cardMarkup, type Card } from "../charts/card.js";
import type { ChartDocument } from "../charts/chart.js";
import { PAGE_PALETTE } from "../charts/palette.js";
import type { PageSource } from "../charts/page-source.js";
import { serializeChart } from "../charts/serialize.js";
import { answerFrom } from "../queries/question.js";
import { addressOf, controlsMarkup, type Control } from "./controls.js";
import { noDataMarkup } from "./no-data.js";
import type { Asked, Page, Shown, Visit } from "./page.js";

/** A page as it is painted: the inner HTML of every slot, and the address that says the same with no word too many. */
export interface Painted {
  slots: Record<string, string>;
  address: Record<string, string>;
}

/** The controls of a page by the slot they stand in: `PATH-controls`, those of a group `PATH-GROUP`. */
export function controlSlots(
  path: string,
  code: string,
  controls: readonly Control[],
): Record<string, string> {
  const groups = [undefined, ...new Set(controls.flatMap((c) => c.group ?? []))];
  return Object.fromEntries(
    groups.map((group) => [
      `${path}-${group ?? "controls"}`,
      controlsMarkup(controls, { kept: { m: code }, ...(group && { group }) }).text,
    ]),
  );
}

/** What a page says where its town has no figures at this door. */
export const emptyPage = (page: Page, visit: Visit): Record<string, string> => ({
  [`${page.path}-lead`]: noDataMarkup(visit).text,
});

/** Whether a page has anything to ask for this visit. */
export const hasFigures = ({ figures }: Page, visit: Visit): boolean =>
  figures !== undefined && (visit.door !== "none" || (figures.opensWithout?.(visit) ?? false));

/**
 * Any address of a page, painted from rows: what it shows before a script runs, or without one. Same source, same
 * bytes.
 */
export function paintPage(
  page: Page,
  source: PageSource,
  { visit, asked, document }: { visit: Visit; asked: Asked; document: ChartDocument },
): Painted {
  if (!hasFigures(page, visit)) return { slots: emptyPage(page, visit), address: {} };
  const { model, show } = page.figures!;
  const shown = show(answerFrom(model(visit, asked), source), { brief: true });
  return { slots: paintedSlots(page, visit, shown, document), address: addressOf(shown.controls) };
}

function paintedSlots(
  page: Page,
  visit: Visit,
  { slots, cards, controls }: Shown,
  document: ChartDocument,
): Record<string, string> {
  return {
    ...slots,
    ...controlSlots(page.path, visit.municipality.code, controls),
    ...Object.fromEntries(cards.map((card) => [card.slot, staticCard(card, document)])),
  };
}

function staticCard(card: Card, document: ChartDocument): string {
  const { draw } = card;
  const chart = (size: "narrow" | "wide") =>
    draw ? serializeChart(draw({ document, size, palette: PAGE_PALETTE })) : "";
  return cardMarkup(card, { narrow: chart("narrow"), wide: chart("wide") }).text;
}
