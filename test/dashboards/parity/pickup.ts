import { pickupDate, pickupModel, type PickupParts } from "../../../dashboards/charts/pickup/model.js";
import { pickupParts } from "../../../dashboards/charts/pickup/parts.js";
import { DISTRICT_LIST, districtListFrom } from "../../../dashboards/queries/district-list.js";
import { districtSeriesFrom, districtSeriesSql } from "../../../dashboards/queries/district-series.js";
import { districtTotalsFrom, districtTotalsSql } from "../../../dashboards/queries/district-totals.js";
import { publishedTotalsFrom, publishedTotalsSql } from "../../../dashboards/queries/published-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import { youngIssuedFrom, youngIssuedSql } from "../../../dashboards/queries/young-issued.js";
import type { Comparison } from "./both-ways.js";

/** 受取 by queries. The whole town at its latest date, and its last district at an earlier one where there are several. */
export const pickupPage: Comparison = async (source, { rows }) => {
  const town = townTotalsFrom(await rows(TOWN_TOTALS));
  const dates = town.map((t) => t.as_of);
  const districts = districtListFrom(await rows(DISTRICT_LIST));
  const last = districts.at(-1)!;
  const byQueries = async (date: string | null, place: PickupParts["place"]): Promise<PickupParts> => {
    const asOf = pickupDate(dates, date);
    return {
      municipality: source.municipality,
      synthetic: source.synthetic,
      isPublic: false,
      place,
      totals: place ? districtSeriesFrom(await rows(districtSeriesSql(place.code))) : town,
      young: youngIssuedFrom(await rows(youngIssuedSql(place?.code ?? null))),
      districtTotals: districtTotalsFrom(await rows(districtTotalsSql(asOf!))),
      districts,
      published: publishedTotalsFrom(await rows(publishedTotalsSql(source.municipality.code))),
      asOf,
      horizon: 36,
    };
  };
  const earlier = dates.at(-2) ?? null;
  const parts = [
    { byQueries: await byQueries(null, null), byRows: pickupParts({ ...source, districts }) },
    {
      byQueries: await byQueries(earlier, { code: last.code, name: last.name }),
      byRows: pickupParts({ ...source, districts }, { date: earlier, district: last.code }),
    },
  ];
  return {
    byQueries: parts.map((p) => [p.byQueries, pickupModel(p.byQueries)]),
    byRows: parts.map((p) => [p.byRows, pickupModel(p.byRows)]),
  };
};
