import { ageChoices } from "../../../data/indicators/ages/age-choice.js";
import { districtGrain } from "../../../data/indicators/ages/grain.js";
import { districtTotals, townTotals } from "../../../data/indicators/totals.js";
import { districtPageModel } from "../../../dashboards/charts/districts/one/model.js";
import { districtPageParts } from "../../../dashboards/charts/districts/one/paint.js";
import { modelFromTotals } from "../../../dashboards/charts/page-model.js";
import { ageCellsFrom } from "../../../dashboards/queries/age-cells.js";
import { districtAgesSql } from "../../../dashboards/queries/district-ages.js";
import { DISTRICT_GRAIN, districtGrainFrom } from "../../../dashboards/queries/district-grain.js";
import { districtHistoryFrom, districtHistorySql } from "../../../dashboards/queries/district-history.js";
import { DISTRICT_LIST, districtListFrom } from "../../../dashboards/queries/district-list.js";
import { districtTotalsFrom, districtTotalsSql } from "../../../dashboards/queries/district-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../dashboards/queries/town-totals.js";
import type { Comparison } from "./both-ways.js";

/** 地区 by queries, everybody and the oldest women alone. */
export const districtsPage: Comparison = async (source, { rows }) => {
  const { figures } = source;
  const asOf = townTotals(figures).at(-1)!.as_of;
  const grain = districtGrain(figures, asOf);
  const oldest = ageChoices(grain.map((g) => g.age_band)).at(-1) ?? null;
  const sex = grain.some((g) => g.sex === "female") ? ("female" as const) : ("all" as const);
  const filters = [
    { filter: { age: null, sex: "all" as const }, bands: null },
    { filter: { age: oldest?.key ?? null, sex }, bands: oldest?.bands ?? null },
  ];
  const queried = {
    ...source,
    totals: townTotalsFrom(await rows(TOWN_TOTALS)),
    districts: districtListFrom(await rows(DISTRICT_LIST)),
    grain: districtGrainFrom(await rows(DISTRICT_GRAIN)).filter((g) => g.as_of === asOf),
  };
  const added = { ...source, totals: townTotals(figures), grain };
  const byQueries: unknown[] = [];
  const byRows: unknown[] = [];
  for (const { filter, bands } of filters) {
    const whom = { bands, sex: filter.sex };
    const view = { asOf, filter };
    byQueries.push(
      modelFromTotals({
        ...queried,
        districtTotals: districtTotalsFrom(await rows(districtTotalsSql(asOf, whom))),
        view,
      }).districts,
    );
    const counted = figures.filter(
      (f) => (!bands || bands.includes(f.age_band)) && (filter.sex === "all" || f.sex === filter.sex),
    );
    byRows.push(modelFromTotals({ ...added, districtTotals: districtTotals(counted, asOf), view }).districts);
  }
  return { byQueries, byRows };
};

/** A district's page by queries. */
export const districtPage: Comparison = async (source, { rows }) => {
  const totals = townTotalsFrom(await rows(TOWN_TOTALS));
  const districts = districtListFrom(await rows(DISTRICT_LIST));
  const { code } = districts[Math.floor(districts.length / 2)]!;
  const parts = districtPageParts(source, code);
  const { asOf, measure } = parts.view;
  const cells = ageCellsFrom(await rows(districtAgesSql(asOf!, code)));
  const byQueries = districtPageModel({
    ...parts,
    totals,
    districts,
    history: districtHistoryFrom(await rows(districtHistorySql(code, measure))),
    townCells: cells.town,
    ownCells: cells.districts.map(({ district: _, ...cell }) => cell),
  });
  return { byQueries, byRows: districtPageModel(parts) };
};
