import { comparisonDate, comparisonModel, type ComparisonModel } from "../charts/comparison/model.js";
import { comparisonCards } from "../charts/comparison/cards.js";
import { comparisonLead, comparisonTiles, notImportedLead } from "../charts/comparison/lead.js";
import { comparisonCard } from "../charts/comparison/published-card.js";
import { comparedRate } from "../charts/comparison/words.js";
import type { Town } from "../charts/model.js";
import { nearestDate } from "../data/indicators/comparison/nearest-date.js";
import { neighboursOf } from "../data/indicators/comparison/peers.js";
import type { NamedTown, ReferenceDate } from "../data/indicators/comparison/place-rate.js";
import { COMPARED_MEASURES } from "../data/indicators/comparison/reference-place.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import { nationAgesOf, ownAgesOf } from "../queries/age-counts.js";
import { JOINT_SYSTEMS } from "../queries/page-files.js";
import { publishedTotalsOf } from "../queries/published-totals.js";
import { ask } from "../queries/question.js";
import { rankSeriesOf } from "../queries/rank-series.js";
import { placeRatesOf, REFERENCE_DATES, REFERENCE_NAMES } from "../queries/reference-towns.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { choice, dateChoice, type Control } from "./controls.js";
import { figuresPage, type Asked, type Shown, type Visitor } from "./page.js";

interface Model {
  home: Town;
  /** The town among all others; null where no tables are imported. */
  compared: {
    dates: readonly ReferenceDate[];
    names: readonly NamedTown[];
    /** The date without a word in the address. */
    usualDate: string;
    model: ComparisonModel;
  } | null;
  /** Where no tables are imported: the series that come with the product. */
  published: readonly PublishedTotal[];
}

/** A town among all others, on a published date. */
export const page = figuresPage<Model>({
  path: "comparison",
  name: "比較",
  menu: 60,
  figures: {
    keys: ["town", "date", "measure"],
    needs: ({ reference }) => (reference ? ["reference"] : []),
    // What the ministry publishes about a town is there before the town has figures of its own.
    opensWithout: () => true,
    *model(visitor, asked) {
      const home = visitor.municipality;
      const compared = visitor.reference ? yield* compare(visitor, asked) : null;
      const published = compared || visitor.door === "none" ? [] : yield* ask(publishedTotalsOf(home.code));
      return { home, compared, published };
    },
    show: ({ home, compared, published }) =>
      compared ? showCompared(home, compared) : showPublished(home, published),
  },
});

function* compare({ municipality: home, synthetic }: Visitor, asked: Asked) {
  const dates = yield* ask(REFERENCE_DATES);
  const names = yield* ask(REFERENCE_NAMES);
  const systems = yield* ask(JOINT_SYSTEMS);
  const town = names.find((t) => t.code === asked("town")) ?? home;
  // A measure that has no date falls back to cards issued.
  const measure =
    COMPARED_MEASURES.find((m) => m === asked("measure") && dates.some((d) => d[m] > 0)) ?? "issued";
  const own = town.code === home.code ? (yield* ask(TOWN_TOTALS)).map((t) => t.as_of) : [];
  const ownLatest = own.at(-1) ?? null;
  const asOf = comparisonDate(dates, measure, { asked: asked("date"), ownLatest });
  const usualDate = comparisonDate(dates, measure, { asked: null, ownLatest });
  if (asOf === null || usualDate === null) return null;
  const ownDate = nearestDate(own, asOf);
  const model = comparisonModel({
    town,
    dates: dates.filter((d) => d[measure] > 0),
    asOf,
    measure,
    ownLatest,
    series: yield* ask(rankSeriesOf(town.code, measure)),
    towns: yield* ask(placeRatesOf("towns", asOf, measure)),
    areas: yield* ask(placeRatesOf("areas", asOf, measure)),
    nationAges: yield* ask(nationAgesOf(asOf, measure)),
    ownAges:
      ownDate === null ? null : { as_of: ownDate, synthetic, ages: yield* ask(ownAgesOf(ownDate, measure)) },
    neighbours: neighboursOf(town.code, systems),
  });
  return { dates, names, usualDate, model };
}

function showCompared(home: Town, compared: NonNullable<Model["compared"]>): Shown {
  const { model } = compared;
  const { town, asOf, measure } = model;
  const sql: Readonly<Record<string, string>> = {
    "comparison-rank": rankSeriesOf(town.code, measure).sql,
    "comparison-ages": nationAgesOf(asOf, measure).sql,
  };
  return {
    slots: {
      "comparison-lead": comparisonLead(model).text,
      "comparison-tiles": comparisonTiles(model).text,
    },
    cards: comparisonCards(model),
    controls: controls(home, compared),
    sqlOf: ({ slot }) => sql[slot] ?? placeRatesOf("towns", asOf, measure).sql,
    town,
    asOf,
  };
}

function controls(home: Town, { dates, names, usualDate, model }: NonNullable<Model["compared"]>): Control[] {
  const { town, asOf, measure } = model;
  const measures = COMPARED_MEASURES.filter((m) => dates.some((d) => d[m] > 0));
  return [
    { kind: "town", key: "town", towns: names, chosen: town, usual: home.code },
    dateChoice(
      model.dates.map((d) => d.as_of),
      asOf,
      { label: "公表の基準日", usual: usualDate },
    ),
    ...(measures.length > 1
      ? [
          choice(
            "measure",
            "指標",
            measures.map((m) => ({ value: m, name: comparedRate(m) })),
            measure,
            "issued",
          ),
        ]
      : []),
    ...(town.code === home.code
      ? []
      : [{ kind: "reset" as const, label: `${home.name}に戻す`, keys: ["town"] }]),
  ];
}

function showPublished(home: Town, published: readonly PublishedTotal[]): Shown {
  const cards = comparisonCard({ municipality: home, published }).map((card) => ({
    ...card,
    slot: "comparison-published",
  }));
  return {
    slots: { "comparison-lead": notImportedLead(home.name, cards.length > 0).text },
    cards,
    controls: [],
    sqlOf: () => publishedTotalsOf(home.code).sql,
    town: home,
    asOf: published.at(-1)?.as_of ?? "",
  };
}
