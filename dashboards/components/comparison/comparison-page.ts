import { comparisonModel } from "../../charts/comparison/model.js";
import { COMPARISON_SLOTS, comparisonPaint } from "../../charts/comparison/paint.js";
import { publishedPaint } from "../../charts/comparison/published-paint.js";
import type { PageContext } from "../../data/contract/page-context.js";
import systemsFile from "../../data/reference/joint-systems.csv";
import { jointSystems, neighboursOf } from "../../data/indicators/comparison/peers.js";
import { COMPARED_MEASURES } from "../../data/indicators/comparison/reference-place.js";
import { placeRatesSql, REFERENCE_DATES, REFERENCE_NAMES } from "../../queries/reference-towns.js";
import { referenceDatesFrom, referenceNamesFrom } from "../../queries/reference-towns.js";
import { nationAgesSql } from "../../queries/age-counts.js";
import { publishedTotalsFrom, publishedTotalsSql } from "../../queries/published-totals.js";
import { rankSeriesSql } from "../../queries/rank-series.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../queries/town-totals.js";
import { fromAddress, toAddress } from "../address.js";
import { mountCards } from "../card-view.js";
import { mountFrame } from "../frame.js";
import { lastAnswer } from "../last-answer.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { fillSlots } from "../slots.js";
import { comparisonControls } from "./comparison-controls.js";
import { askComparison, type Questions } from "./ask-comparison.js";
import { referenceTables } from "./reference-files.js";
import { townSearch } from "./town-search.js";

/** Starts 比較: a town among all others on a published date, by a measure; town, date and measure in the address. */
export async function startComparison(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (!context.reference) return startPublished(context);
  const database = await openPageData(context, "comparison-lead", [referenceTables(context.reference)]);
  if (!database) return;
  const systems = jointSystems(systemsFile);
  const base: Questions = {
    home: context.municipality,
    synthetic: context.synthetic,
    dates: referenceDatesFrom(await database.rows(REFERENCE_DATES)),
    ownDates: townTotalsFrom(await database.rows(TOWN_TOTALS)).map((t) => t.as_of),
    rows: database.rows,
    series: lastAnswer(database),
    towns: lastAnswer(database),
  };
  const names = referenceNamesFrom(await database.rows(REFERENCE_NAMES));
  if (base.dates.length === 0) return startPublished(context);
  const controls = document.getElementById("comparison-controls")!;
  const search = townSearch(document.getElementById("comparison-search")!, names, (code) => {
    toAddress({ town: code === context.municipality.code ? null : code });
    void redraw();
  });
  let turn = 0;
  const redraw = async (): Promise<void> => {
    const mine = ++turn;
    const asked = fromAddress("town") ?? context.municipality.code;
    const town = names.find((t) => t.code === asked) ?? context.municipality;
    const measure = COMPARED_MEASURES.find((m) => m === fromAddress("measure")) ?? "issued";
    const parts = await askComparison(base, town, {
      date: fromAddress("date"),
      measure,
      neighbours: neighboursOf(town.code, systems),
    });
    // A control that was changed meanwhile has asked again.
    if (mine !== turn || !parts) return;
    const { slots, cards } = comparisonPaint(comparisonModel(parts));
    fillSlots(slots);
    search.show(town);
    mountCards(cards, COMPARISON_SLOTS, ({ slot }) => ({
      town,
      asOf: parts.asOf,
      sql:
        slot === "comparison-rank"
          ? rankSeriesSql(town.code, parts.measure)
          : slot === "comparison-ages"
            ? nationAgesSql(parts.asOf, parts.measure)
            : placeRatesSql("towns", parts.asOf, parts.measure),
    }));
    comparisonControls(
      controls,
      {
        dates: base.dates,
        asOf: parts.asOf,
        measure: parts.measure,
        home: town.code === context.municipality.code,
        name: context.municipality.name,
      },
      (values) => {
        toAddress(values);
        void redraw();
      },
    );
  };
  await redraw();
}

/** Without imported tables: the series that come with the product, where they hold the town, and how to import. */
async function startPublished(context: PageContext): Promise<void> {
  const { municipality, door } = context;
  document.body.classList.add("no-reference");
  const sql = publishedTotalsSql(municipality.code);
  const database = door === "none" ? null : await openPageData(context, "comparison-lead");
  const published = database ? publishedTotalsFrom(await database.rows(sql)) : [];
  const { slots, cards } = publishedPaint({ municipality, published });
  fillSlots(slots);
  mountCards(cards, COMPARISON_SLOTS, () => ({
    town: municipality,
    asOf: published.at(-1)?.as_of ?? "",
    sql,
  }));
}
