import type { Card } from "../charts/card.js";
import { headlineMarkup, progressLead } from "../charts/headline-markup.js";
import { modelFromTotals, type ModelParts } from "../charts/page-model.js";
import { progressCards } from "../charts/progress/cards.js";
import { publishedTotalsFrom, publishedTotalsSql } from "../queries/published-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../queries/town-totals.js";
import { fromAddress, toAddress } from "./address.js";
import { mountCards } from "./card-view.js";
import { mountFrame } from "./frame.js";
import { showNoData } from "./no-data.js";
import { readPageContext } from "./page-context.js";
import { openPageData } from "./page-data.js";
import { progressControls } from "./progress-controls.js";
import { fillSlots } from "./slots.js";

const SLOTS = ["series", "remaining", "change", "years", "comparison"].map((name) => `progress-${name}`);

/** Starts 進捗: from the first paint to live figures made from DuckDB's rows, at the date the address names. */
export async function startProgress(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "progress-lead");
  const database = await openPageData(context, "progress-lead");
  if (!database) return;
  const published = publishedTotalsSql(context.municipality.code);
  const parts = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    totals: townTotalsFrom(await database.rows(TOWN_TOTALS)),
    districtTotals: [],
    districts: [],
    published: publishedTotalsFrom(await database.rows(published)),
  };
  showProgress(parts, published);
}

function showProgress(parts: Omit<ModelParts, "view">, published: string): void {
  const model = modelFromTotals({ ...parts, view: { asOf: fromAddress("date") } });
  const asOf = model.headline?.as_of;
  if (asOf === undefined) return;
  fillSlots({
    "progress-lead": progressLead(model).text,
    "progress-headline": headlineMarkup(model).text,
  });
  mountCards(progressCards(model), SLOTS, (card: Card) => ({
    town: model.municipality,
    asOf,
    sql: card.slot === "progress-comparison" ? published : TOWN_TOTALS,
  }));
  const dates = parts.totals.map((t) => t.as_of);
  progressControls(dates, asOf, (date) => {
    toAddress({ date });
    showProgress(parts, published);
  });
}
