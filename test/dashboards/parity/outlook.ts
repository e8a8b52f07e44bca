import { outlookModel, type OutlookModel } from "../../../dashboards/charts/outlook/model.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import { MEASURES } from "../../../data/contract/figure.js";
import { townTotals } from "../../../data/indicators/totals.js";
import type { Comparison } from "./both-ways.js";

const PLAN = { pace: 1.5, peopleAMonth: 20, months: 12 };

/** What the page says of every measure: from the latest date, and from the one before with a plan. */
function everyView(parts: Parameters<typeof outlookModel>[0]): OutlookModel[] {
  return MEASURES.flatMap((measure) => {
    const latest = outlookModel({ ...parts, view: { measure } });
    const asOf = latest.dates.at(-2) ?? null;
    return [latest, outlookModel({ ...parts, view: { measure, asOf, plan: PLAN } })];
  });
}

/** 見通し by queries. */
export const outlookPage: Comparison = async ({ municipality, synthetic, figures }, { rows }) => {
  const totals = townTotalsFrom(await rows(TOWN_TOTALS));
  return {
    byQueries: everyView({ municipality, synthetic, totals }),
    byRows: everyView({ municipality, synthetic, totals: townTotals(figures) }),
  };
};
