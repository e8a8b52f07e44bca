import { describe } from "vitest";
import { agesModel } from "../../../dashboards/charts/ages/model.js";
import { agesParts } from "../../../dashboards/charts/ages/paint.js";
import { ageCellsFrom, ageCellsSql } from "../../../dashboards/queries/age-cells.js";
import { DISTRICT_LIST, districtListFrom } from "../../../dashboards/queries/district-list.js";
import { holdsForEveryTown } from "./parity-towns.js";

describe("年齢 by queries, both sexes and the women alone", () => {
  holdsForEveryTown(async (source, { rows }) => {
    const parts = agesParts(source);
    const cells = ageCellsFrom(await rows(ageCellsSql(parts.asOf!, "figures")));
    const queried = {
      ...parts,
      town: cells.town,
      districtCells: cells.districts,
      districts: districtListFrom(await rows(DISTRICT_LIST)),
    };
    const views = [{}, { sex: "female" as const, mode: "people" as const }];
    return {
      byQueries: views.map((view) => agesModel({ ...queried, view })),
      byRows: views.map((view) => agesModel({ ...parts, view })),
    };
  });
});
