import { districtCards } from "../charts/districts/cards.js";
import { districtsLead } from "../charts/districts/lead.js";
import type { DistrictFilter } from "../charts/districts/model.js";
import { standingsCsv } from "../charts/districts/table.js";
import { districtsTable } from "../charts/districts/table-markup.js";
import type { PageModel } from "../charts/model.js";
import { modelFromTotals } from "../charts/page-model.js";
import { ageBandLabel } from "../data/contract/age-band.js";
import { ALL, MEASURES, SEXES } from "../data/contract/figure.js";
import { ageChoices } from "../data/indicators/ages/age-choice.js";
import type { Grain } from "../data/indicators/ages/grain.js";
import { orderStandings, STANDING_ORDERS } from "../data/indicators/district-standing.js";
import { DISTRICT_GRAIN } from "../queries/district-grain.js";
import { DISTRICT_LIST } from "../queries/district-list.js";
import { districtTotalsOf, type WhomToCount } from "../queries/district-totals.js";
import { DISTRICT_MAP } from "../queries/page-files.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { addressOf, choice, dateChoice, measureChoice, type Control } from "./controls.js";
import { figuresPage, type Asked } from "./page.js";
import { SEX_OPTIONS } from "./sex-options.js";

interface Model {
  page: PageModel;
  whom: WhomToCount;
  /** Whether whoever looks may give the town's map, and it has none. */
  offersMap: boolean;
}

/** Rows of the table that are painted before any script. */
const FIRST_ROWS = 100;

const ORDERS = [
  { value: "-without", name: "人数の多い順" },
  { value: "rate", name: "率の低い順" },
  { value: "-rate", name: "率の高い順" },
  { value: "-population", name: "人口の多い順" },
  { value: "name", name: "名前の順" },
] as const;

/** Where the residents without a card live: the districts of one date by one measure. */
export const page = figuresPage<Model>({
  path: "districts",
  name: "地区",
  menu: 30,
  figures: {
    keys: ["date", "measure", "age", "sex", "sort"],
    needs: () => ["map"],
    selectsDistrict: true,
    *model({ municipality, synthetic, door, role }, asked) {
      const totals = yield* ask(TOWN_TOTALS);
      const dates = totals.map((t) => t.as_of);
      const asOf = dates.find((d) => d === asked("date")) ?? dates.at(-1);
      const everyGrain = yield* ask(DISTRICT_GRAIN);
      const grain = everyGrain.filter((g) => g.as_of === asOf);
      const { filter, whom } = peopleAsked(grain, asked);
      const map = yield* ask(DISTRICT_MAP);
      const sort = asked("sort");
      const model = modelFromTotals({
        municipality,
        synthetic,
        isPublic: door === "public",
        totals,
        districts: yield* ask(DISTRICT_LIST),
        map,
        grain,
        districtTotals: asOf === undefined ? [] : yield* ask(districtTotalsOf(asOf, whom)),
        view: {
          asOf: asOf ?? null,
          filter,
          measure: MEASURES.find((m) => m === asked("measure")) ?? null,
          order: STANDING_ORDERS.find((o) => o === sort?.replace("-", "")) ?? "without",
          descending: sort ? sort.startsWith("-") : true,
        },
      });
      return { page: model, whom, offersMap: map === null && role !== null && role !== "reader" };
    },
    show({ page: model, whom, offersMap }, { brief }) {
      const { districts: view, municipality } = model;
      const sql = view.asOf === null ? "" : districtTotalsOf(view.asOf, whom).sql;
      const all = controls(model);
      const ordered = orderStandings(view.standings, view.order, view.descending);
      const sorted = (sort: string) =>
        `?${new URLSearchParams({ m: municipality.code, ...addressOf(all), sort })}`;
      const mapLink = { href: `./uploads?m=${municipality.code}#map`, text: "町の境界データを登録" };
      return {
        slots: {
          "districts-lead": districtsLead(model).text,
          "districts-table": districtsTable(model, ordered, { limit: brief ? FIRST_ROWS : null, sorted })
            .text,
        },
        cards: districtCards(model).map((card) =>
          offersMap && card.slot === "districts-map" ? { ...card, links: [mapLink] } : card,
        ),
        controls: all,
        sqlOf: () => sql,
        town: municipality,
        asOf: view.asOf ?? "",
        tables: { districts: standingsCsv(ordered, view) },
      };
    },
  },
});

/** The ages and sex the address asks for, as far as the date's figures tell them apart. */
function peopleAsked(grain: readonly Grain[], asked: Asked): { filter: DistrictFilter; whom: WhomToCount } {
  const age = ageChoices(grain.map((g) => g.age_band)).find((a) => a.key === asked("age"));
  const sex = SEXES.find((s) => s === asked("sex") && grain.some((g) => g.sex === s)) ?? ALL;
  return { filter: { age: age?.key ?? null, sex }, whom: { bands: age?.bands ?? null, sex } };
}

function controls({ districts: view, totals }: PageModel): Control[] {
  if (view.standings.length === 0 || view.asOf === null) return [];
  const { measure, measures, order, descending, ages, sexes, filter } = view;
  const sort = `${descending ? "-" : ""}${order}`;
  const orders = ORDERS.some((o) => o.value === sort)
    ? ORDERS
    : [...ORDERS, { value: sort, name: "選んだ列" }];
  const everyAge = { value: ALL, name: "全年齢" };
  const ageOptions = [everyAge, ...ages.map(({ key }) => ({ value: key, name: ageBandLabel(key) }))];
  return [
    dateChoice(
      totals.map((t) => t.as_of),
      view.asOf,
    ),
    ...measureChoice(measures, measure),
    ...(ages.length > 0 ? [choice("age", "年齢", ageOptions, filter.age ?? ALL, ALL)] : []),
    ...(sexes ? [choice("sex", "性別", SEX_OPTIONS, filter.sex, ALL)] : []),
    choice("sort", "並び", orders, sort, "-without"),
    { kind: "reset", label: "選択を外す", keys: ["district"] },
  ];
}
