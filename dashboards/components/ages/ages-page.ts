import { agesCards } from "../../charts/ages/cards.js";
import { agesModel, HEAT_MODES, type AgesParts } from "../../charts/ages/model.js";
import { agesSlots } from "../../charts/ages/paint.js";
import { ALL, MEASURES, SEXES } from "../../data/contract/figure.js";
import type { Grain } from "../../data/indicators/ages/grain.js";
import { ageCellsFrom, ageCellsSql, type AgesTable } from "../../queries/age-cells.js";
import { DISTRICT_GRAIN, districtGrainFrom } from "../../queries/district-grain.js";
import { DISTRICT_LIST, districtListFrom } from "../../queries/district-list.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../queries/town-totals.js";
import { fromAddress, toAddress } from "../address.js";
import { mountCards } from "../card-view.js";
import { linkSelection, showSelection } from "../districts/selection.js";
import type { Database } from "../database.js";
import { mountFrame } from "../frame.js";
import { lastAnswer } from "../last-answer.js";
import { showNoData } from "../no-data.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { fillSlots } from "../slots.js";
import { agesControls } from "./controls.js";
import { releaseAges } from "./release-ages.js";

const SLOTS = ["ages-gap", "ages-pyramid", "ages-heat", "ages-line", "ages-internet"];

/** Starts 年齢: which ages the residents without a card are of, by the date, measure and sex in the address. */
export async function startAges(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "ages-lead");
  const isPublic = context.door === "public";
  const database = await openPageData(context, "ages-lead", isPublic ? [releaseAges(context)] : []);
  if (!database) return;
  const base = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    districts: districtListFrom(await database.rows(DISTRICT_LIST)),
    isPublic,
  };
  const dates = townTotalsFrom(await database.rows(TOWN_TOTALS)).map((t) => t.as_of);
  const grain = districtGrainFrom(await database.rows(DISTRICT_GRAIN));
  const ask = lastAnswer(database);
  const show = () => showAges(ask, base, dates, grain, show);
  linkSelection((code) => {
    toAddress({ district: code });
    showSelection(code);
  });
  await show();
}

async function showAges(
  ask: Database["rows"],
  base: Pick<AgesParts, "municipality" | "synthetic" | "districts" | "isPublic">,
  dates: readonly string[],
  grain: readonly Grain[],
  show: () => Promise<void>,
): Promise<void> {
  const asOf = dates.find((d) => d === fromAddress("date")) ?? dates.at(-1);
  if (asOf === undefined) return;
  const table: AgesTable = base.isPublic ? "town_ages" : "figures";
  // A date that does not tell the sexes apart shows everybody, whatever the address says.
  const told = grain.some((g) => g.as_of === asOf && g.sex === fromAddress("sex"));
  const sex = SEXES.find((s) => s === fromAddress("sex")) ?? ALL;
  const sql = ageCellsSql(asOf, table, told ? sex : ALL);
  const cells = ageCellsFrom(await ask(sql));
  const model = agesModel({
    ...base,
    asOf,
    town: cells.town,
    districtCells: cells.districts,
    view: {
      measure: MEASURES.find((m) => m === fromAddress("measure")) ?? null,
      sex,
      mode: HEAT_MODES.find((m) => m === fromAddress("show")) ?? "share",
    },
  });
  fillSlots(agesSlots(model));
  mountCards(agesCards(model), SLOTS, () => ({ town: model.municipality, asOf, sql }));
  agesControls(model, dates, (values) => {
    toAddress(values);
    void show();
  });
  showSelection(fromAddress("district"));
}
