import { modelFromTotals, pageModel } from "../../../dashboards/charts/page-model.js";
import { DISTRICT_LIST, districtListFrom } from "../../../dashboards/queries/district-list.js";
import { districtTotalsFrom, districtTotalsSql } from "../../../dashboards/queries/district-totals.js";
import { publishedTotalsFrom, publishedTotalsSql } from "../../../dashboards/queries/published-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import type { Comparison } from "./both-ways.js";

/** 進捗 and 地区 by queries. */
export const progressPage: Comparison = async (source, { rows }) => {
  const totals = townTotalsFrom(await rows(TOWN_TOTALS));
  const model = modelFromTotals({
    ...source,
    totals,
    districtTotals: districtTotalsFrom(await rows(districtTotalsSql(totals.at(-1)!.as_of))),
    districts: districtListFrom(await rows(DISTRICT_LIST)),
    published: publishedTotalsFrom(await rows(publishedTotalsSql(source.municipality.code))),
  });
  return { byQueries: model, byRows: pageModel(source) };
};
