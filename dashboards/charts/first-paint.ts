import { agesPage } from "./ages/paint.js";
import { cardMarkup, type Card } from "./card.js";
import type { ChartDocument } from "./chart.js";
import { districtPage } from "./districts/one/paint.js";
import { comparisonPage } from "./comparison/published-paint.js";
import { districtCards } from "./districts/cards.js";
import { districtsLead, districtsTable } from "./districts/lead.js";
import { headlineMarkup, progressLead } from "./headline-markup.js";
import { html } from "./html.js";
import { outlookPage } from "./outlook/paint.js";
import { pageModel } from "./page-model.js";
import type { PageSource } from "./page-source.js";
import { PAGE_PALETTE } from "./palette.js";
import { pickupPage } from "./pickup/paint.js";
import { progressCards } from "./progress/cards.js";
import { serializeChart } from "./serialize.js";

/** Rows of the table of districts that go into the page before any script runs. */
const FIRST_ROWS = 100;

/** What a page shows before any script: the text of its slots, and its cards, each in the slot it names. */
export interface PagePaint {
  slots: Record<string, string>;
  cards: readonly Card[];
}

/** The notebooks' pages at their default state, one function each. */
const PAGES: readonly ((source: PageSource) => PagePaint)[] = [
  progressAndDistricts,
  districtPage,
  agesPage,
  pickupPage,
  outlookPage,
  comparisonPage,
];

/**
 * The inner HTML of every slot (`data-slot="NAME"`) of every page at its default state, escaped. Slots that have
 * nothing to say are left out, so that a page's own text stays. Same source, same bytes.
 */
export function firstPaint(
  source: PageSource,
  { document }: { document: ChartDocument },
): Record<string, string> {
  const slots: Record<string, string> = {
    town: html`${source.municipality.prefecture} ${source.municipality.name}`.text,
    "synthetic-badge": syntheticBadge(source.synthetic),
  };
  for (const page of PAGES) Object.assign(slots, paintedSlots(page(source), document));
  return Object.fromEntries(Object.entries(slots).filter(([, text]) => text !== ""));
}

/** The slots of one page with its cards drawn. */
export function paintedSlots({ slots, cards }: PagePaint, document: ChartDocument): Record<string, string> {
  const drawn = cards.map((card) => [card.slot, staticCard(card, document)] as const);
  return { ...slots, ...Object.fromEntries(drawn) };
}

function progressAndDistricts(source: PageSource): PagePaint {
  const model = pageModel(source);
  return {
    slots: {
      "progress-lead": progressLead(model).text,
      "progress-headline": headlineMarkup(model).text,
      "districts-lead": districtsLead(model).text,
      "districts-table": districtsTable(model, FIRST_ROWS).text,
    },
    cards: [...progressCards(model), ...districtCards(model)],
  };
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
