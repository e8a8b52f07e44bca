import { cardMarkup, type Card } from "./card.js";
import type { ChartDocument } from "./chart.js";
import { districtCards } from "./district-cards.js";
import { districtsLead, districtsTable } from "./districts-markup.js";
import { headlineMarkup, progressLead } from "./headline-markup.js";
import { html } from "./html.js";
import type { PageModel } from "./model.js";
import { PAGE_PALETTE } from "./palette.js";
import { progressCards } from "./progress-cards.js";
import { serializeChart } from "./serialize.js";

/** Rows of the table of districts that go into the page before any script runs. */
const FIRST_ROWS = 100;

/**
 * The inner HTML of every slot (`data-slot="NAME"`) of every page at its default state, escaped. Slots that have
 * nothing to say are left out, so that a page's own text stays. Same model, same bytes.
 */
export function firstPaint(
  model: PageModel,
  { document }: { document: ChartDocument },
): Record<string, string> {
  const slots: Record<string, string> = {
    town: html`${model.municipality.prefecture} ${model.municipality.name}`.text,
    "synthetic-badge": syntheticBadge(model.synthetic),
    "progress-lead": progressLead(model).text,
    "progress-headline": headlineMarkup(model).text,
    "districts-lead": districtsLead(model).text,
    "districts-table": districtsTable(model, FIRST_ROWS).text,
  };
  for (const card of [...progressCards(model), ...districtCards(model)]) {
    slots[card.slot] = staticCard(card, document);
  }
  return Object.fromEntries(Object.entries(slots).filter(([, text]) => text !== ""));
}

/** The badge that says that figures are made up; empty where they are reported. */
export const syntheticBadge = (synthetic: boolean): string =>
  synthetic ? html`<span class="badge badge-sample">サンプル・合成データ</span>`.text : "";

function staticCard(card: Card, document: ChartDocument): string {
  const { draw } = card;
  const chart = (size: "narrow" | "wide") =>
    draw ? serializeChart(draw({ document, size, palette: PAGE_PALETTE })) : "";
  return cardMarkup(card, { narrow: chart("narrow"), wide: chart("wide") }).text;
}
