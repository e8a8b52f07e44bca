import { districtPageCards } from "../../../charts/districts/one/cards.js";
import { districtPageSlots } from "../../../charts/districts/one/lead.js";
import {
  defaultMeasure,
  districtPageModel,
  type DistrictPageParts,
} from "../../../charts/districts/one/model.js";
import { html } from "../../../charts/html.js";
import { rateName } from "../../../charts/words.js";
import { MEASURES } from "../../../data/contract/figure.js";
import { ageCellsFrom } from "../../../queries/age-cells.js";
import { districtAgesSql } from "../../../queries/district-ages.js";
import { districtHistoryFrom, districtHistorySql } from "../../../queries/district-history.js";
import { DISTRICT_LIST, districtListFrom } from "../../../queries/district-list.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../../queries/town-totals.js";
import { fromAddress, toAddress } from "../../address.js";
import { mountCards } from "../../card-view.js";
import { dateOptions } from "../../date-options.js";
import type { Database } from "../../database.js";
import { mountFrame } from "../../frame.js";
import { lastAnswer } from "../../last-answer.js";
import { showNoData } from "../../no-data.js";
import { readPageContext } from "../../page-context.js";
import { openPageData } from "../../page-data.js";
import { fillSlots } from "../../slots.js";
import { choice, fillControls } from "../controls.js";

const SLOTS = [
  "district-series",
  "district-places",
  "district-ages",
  "district-structure",
  "district-sessions",
];

type Base = Pick<DistrictPageParts, "municipality" | "synthetic" | "isPublic" | "totals" | "districts">;

/** Two questions, each asked again only where it changes: the history by measure, the ages by date. */
interface Questions {
  history: Database["rows"];
  ages: Database["rows"];
}

/** Starts the page of one district: the one the address names, else the first of the list. */
export async function startDistrict(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "district-lead");
  const database = await openPageData(context, "district-lead");
  if (!database) return;
  const base = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    isPublic: context.door === "public",
    totals: townTotalsFrom(await database.rows(TOWN_TOTALS)),
    districts: districtListFrom(await database.rows(DISTRICT_LIST)),
  };
  const questions = { history: lastAnswer(database), ages: lastAnswer(database) };
  const show = () => showDistrict(questions, base, show);
  await show();
}

async function showDistrict(ask: Questions, base: Base, show: () => Promise<void>): Promise<void> {
  const dates = base.totals.map((t) => t.as_of);
  const asOf = dates.find((d) => d === fromAddress("date")) ?? dates.at(-1) ?? null;
  const code = fromAddress("district") ?? base.districts[0]?.code;
  if (asOf === null || code === undefined) return;
  const measure = MEASURES.find((m) => m === fromAddress("measure")) ?? defaultMeasure(base.totals, asOf);
  const history = districtHistorySql(code, measure);
  const ages = districtAgesSql(asOf, code);
  const [historyRows, ageRows] = await Promise.all([ask.history(history), ask.ages(ages)]);
  const cells = ageCellsFrom(ageRows);
  const model = districtPageModel({
    ...base,
    code,
    history: districtHistoryFrom(historyRows),
    townCells: cells.town,
    ownCells: cells.districts.map(({ district: _, ...cell }) => cell),
    view: { asOf, measure },
  });
  fillSlots(districtPageSlots(model));
  mountCards(districtPageCards(model), SLOTS, (card) => ({
    town: model.municipality,
    asOf,
    sql: ["district-ages", "district-structure"].includes(card.slot) ? ages : history,
  }));
  const place = document.getElementById("district-page-controls");
  if (!place) return;
  fillControls(
    place,
    html`${choice(
        "district",
        "地区",
        base.districts.map((d) => ({ value: d.code, name: d.name })),
        code,
      )}
      <label
        >基準日<select data-key="date">
          ${dateOptions(dates, asOf)}
        </select></label
      >
      ${choice(
        "measure",
        "指標",
        model.measures.map((m) => ({ value: m, name: rateName(m) })),
        measure,
      )}`,
    (values) => {
      toAddress(values);
      void show();
    },
  );
}
