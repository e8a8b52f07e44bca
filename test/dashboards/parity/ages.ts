import { agesModel } from "../../../dashboards/charts/ages/model.js";
import { agesParts } from "../../../dashboards/charts/ages/paint.js";
import { ageCellsFrom, ageCellsSql } from "../../../dashboards/queries/age-cells.js";
import { DISTRICT_LIST, districtListFrom } from "../../../dashboards/queries/district-list.js";
import type { Comparison } from "./both-ways.js";

/** 年齢 by queries, both sexes and the women alone. */
export const agesPage: Comparison = async (source, { rows }) => {
  const districts = districtListFrom(await rows(DISTRICT_LIST));
  const byQueries: unknown[] = [];
  const byRows: unknown[] = [];
  for (const view of [{}, { sex: "female" as const, mode: "people" as const }]) {
    const parts = agesParts(source, undefined, view.sex);
    const cells = ageCellsFrom(await rows(ageCellsSql(parts.asOf!, "figures", view.sex)));
    byRows.push(agesModel({ ...parts, view }));
    byQueries.push(
      agesModel({ ...parts, town: cells.town, districtCells: cells.districts, districts, view }),
    );
  }
  return { byQueries, byRows };
};
