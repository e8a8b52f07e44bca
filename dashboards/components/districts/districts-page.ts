import { ageChoices } from "../../data/indicators/ages/age-choice.js";
import type { Grain } from "../../data/indicators/ages/grain.js";
import { ALL, MEASURES, SEXES } from "../../data/contract/figure.js";
import { STANDING_ORDERS } from "../../data/indicators/district-standing.js";
import { districtCards } from "../../charts/districts/cards.js";
import { districtsLead } from "../../charts/districts/lead.js";
import type { DistrictFilter } from "../../charts/districts/model.js";
import { modelFromTotals, type ModelParts } from "../../charts/page-model.js";
import { DISTRICT_GRAIN, districtGrainFrom } from "../../queries/district-grain.js";
import { DISTRICT_LIST, districtListFrom } from "../../queries/district-list.js";
import { districtTotalsFrom, districtTotalsSql } from "../../queries/district-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../queries/town-totals.js";
import { fromAddress, toAddress } from "../address.js";
import { mountCards } from "../card-view.js";
import type { Database } from "../database.js";
import { mountFrame } from "../frame.js";
import { lastAnswer } from "../last-answer.js";
import { showNoData } from "../no-data.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { fillSlots } from "../slots.js";
import { districtControls } from "./controls.js";
import { districtMapOf } from "./map-file.js";
import { offerMap } from "./offer-map.js";
import { linkSelection, showSelection } from "./selection.js";
import { mountDistrictTable } from "./table-view.js";

const SLOTS = ["districts-ranking", "districts-funnel", "districts-shrunk", "districts-map"];

/** Starts 地区: figures of one date by one measure, both in the address, with one selection through all of them. */
export async function startDistricts(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "districts-lead");
  const [database, map] = await Promise.all([
    openPageData(context, "districts-lead"),
    districtMapOf(context),
  ]);
  if (!database) return;
  const grain = districtGrainFrom(await database.rows(DISTRICT_GRAIN));
  const base = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    isPublic: context.door === "public",
    totals: townTotalsFrom(await database.rows(TOWN_TOTALS)),
    districts: districtListFrom(await database.rows(DISTRICT_LIST)),
    map,
  };
  const ask = lastAnswer(database);
  const show = async () => {
    await showDistricts(ask, base, grain, show);
    offerMap(context);
  };
  linkSelection((code) => {
    toAddress({ district: code });
    showSelection(code);
  });
  await show();
}

async function showDistricts(
  ask: Database["rows"],
  base: Omit<ModelParts, "districtTotals" | "view">,
  everyGrain: readonly Grain[],
  show: () => Promise<void>,
): Promise<void> {
  const dates = base.totals.map((t) => t.as_of);
  const asOf = dates.find((d) => d === fromAddress("date")) ?? dates.at(-1);
  if (asOf === undefined) return;
  const grain = everyGrain.filter((g) => g.as_of === asOf);
  const { filter, bands } = filterFromAddress(grain);
  const sql = districtTotalsSql(asOf, { bands, sex: filter.sex });
  const rows = await ask(sql);
  const sort = fromAddress("sort");
  const model = modelFromTotals({
    ...base,
    grain,
    districtTotals: districtTotalsFrom(rows),
    view: {
      asOf,
      filter,
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
  document.body.classList.remove("no-districts");
  const change = (values: Record<string, string | null>) => {
    toAddress(values);
    void show();
  };
  districtControls(model, dates, change);
  mountDistrictTable(model, change);
  showSelection(fromAddress("district"));
}

/** The ages and sex the address asks for, as far as the date's figures tell them apart. */
function filterFromAddress(grain: readonly Grain[]): {
  filter: DistrictFilter;
  bands: readonly string[] | null;
} {
  const age = ageChoices(grain.map((g) => g.age_band)).find((a) => a.key === fromAddress("age"));
  const sex = SEXES.find((s) => s === fromAddress("sex") && grain.some((g) => g.sex === s)) ?? ALL;
  return { filter: { age: age?.key ?? null, sex }, bands: age?.bands ?? null };
}
