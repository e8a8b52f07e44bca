import { districtCards } from "../charts/district-cards.js";
import { districtsLead } from "../charts/districts-markup.js";
import { modelFromTotals, type ModelParts } from "../charts/page-model.js";
import { MEASURES } from "../data/contract/figure.js";
import { STANDING_ORDERS } from "../data/indicators/district-standing.js";
import { DISTRICT_LIST, districtListFrom } from "../queries/district-list.js";
import { districtTotalsFrom, districtTotalsSql } from "../queries/district-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../queries/town-totals.js";
import { fromAddress, toAddress } from "./address.js";
import { mountCards } from "./card-view.js";
import { districtControls } from "./district-controls.js";
import { linkSelection, showSelection } from "./district-selection.js";
import { mountDistrictTable } from "./district-table.js";
import type { Database } from "./duckdb.js";
import { mountFrame } from "./frame.js";
import { showNoData } from "./no-data.js";
import { readPageContext } from "./page-context.js";
import { openPageData } from "./page-data.js";
import { fillSlots } from "./slots.js";

const SLOTS = ["districts-ranking", "districts-map"];

/** Starts 地区: figures of one date by one measure, both in the address, with one selection through all of them. */
export async function startDistricts(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "districts-lead");
  const database = await openPageData(context, "districts-lead");
  if (!database) return;
  const base = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    totals: townTotalsFrom(await database.rows(TOWN_TOTALS)),
    districts: districtListFrom(await database.rows(DISTRICT_LIST)),
  };
  const show = () => showDistricts(database, base, show);
  linkSelection((code) => {
    toAddress({ district: code });
    showSelection(code);
  });
  await show();
}

async function showDistricts(
  database: Database,
  base: Omit<ModelParts, "districtTotals" | "view">,
  show: () => Promise<void>,
): Promise<void> {
  const dates = base.totals.map((t) => t.as_of);
  const asOf = dates.find((d) => d === fromAddress("date")) ?? dates.at(-1);
  if (asOf === undefined) return;
  const sql = districtTotalsSql(asOf);
  const sort = fromAddress("sort");
  const model = modelFromTotals({
    ...base,
    districtTotals: districtTotalsFrom(await database.rows(sql)),
    view: {
      asOf,
      measure: MEASURES.find((m) => m === fromAddress("measure")) ?? null,
      order: STANDING_ORDERS.find((o) => o === sort?.replace("-", "")) ?? "without",
      descending: sort ? sort.startsWith("-") : true,
    },
  });
  fillSlots({ "districts-lead": districtsLead(model).text });
  mountCards(districtCards(model), SLOTS, () => ({ town: model.municipality, asOf, sql }));
  if (model.districts.standings.length === 0) {
    document.body.classList.add("no-districts");
    return;
  }
  const change = (values: Record<string, string | null>) => {
    toAddress(values);
    void show();
  };
  districtControls(model, dates, change);
  mountDistrictTable(model, change);
  showSelection(fromAddress("district"));
}
