import { cardMarkup, type Card } from "../charts/card.js";
import type { ChartDocument } from "../charts/chart.js";
import { PAGE_PALETTE } from "../charts/palette.js";
import type { PageSource } from "../charts/page-source.js";
import { serializeChart } from "../charts/serialize.js";
import { answerFrom } from "../queries/question.js";
import { controlSlot, controlsMarkup, type Control } from "./controls.js";
import { noDataMarkup } from "./no-data.js";
import type { Asked, Page, Shown, Visitor } from "./page.js";

/** The controls of a page by the slot they stand in: `PATH-controls`, those of a group `PATH-GROUP`. */
export function controlSlots(
  path: string,
  code: string,
  controls: readonly Control[],
): Record<string, string> {
  const groups = [undefined, ...new Set(controls.flatMap((c) => c.group ?? []))];
  return Object.fromEntries(
    groups.map((group) => [
      controlSlot(path, group),
      controlsMarkup(controls, { kept: { m: code }, ...(group && { group }) }).text,
    ]),
  );
}

/** Whether a page has anything to ask for this visitor. */
export const hasFigures = ({ figures }: Page, visitor: Visitor): boolean =>
  figures !== undefined && (visitor.door !== "none" || (figures.opensWithout?.(visitor) ?? false));

/**
 * Any address of a page, painted from rows: the inner HTML of every slot, as it is before a script runs or without one.
 * Same source, same bytes.
 */
export function paintPage(
  page: Page,
  source: PageSource,
  { visitor, asked, document }: { visitor: Visitor; asked: Asked; document: ChartDocument },
): Record<string, string> {
  if (!hasFigures(page, visitor)) return { [`${page.path}-lead`]: noDataMarkup(visitor).text };
  const { model, show } = page.figures!;
  const shown = show(answerFrom(model(visitor, asked), source), { brief: true });
  return paintedSlots(page, visitor, shown, document);
}

function paintedSlots(
  page: Page,
  visitor: Visitor,
  { slots, cards, controls }: Shown,
  document: ChartDocument,
): Record<string, string> {
  return {
    ...slots,
    ...controlSlots(page.path, visitor.municipality.code, controls),
    ...Object.fromEntries(cards.map((card) => [card.slot, staticCard(card, document)])),
  };
}

function staticCard(card: Card, document: ChartDocument): string {
  const { draw } = card;
  const chart = (size: "narrow" | "wide") =>
    draw ? serializeChart(draw({ document, size, palette: PAGE_PALETTE })) : "";
  return cardMarkup(card, { narrow: chart("narrow"), wide: chart("wide") }).text;
}
