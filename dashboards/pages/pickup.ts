import { pickupCards } from "../charts/pickup/cards.js";
import { pickupLead, pickupTiles } from "../charts/pickup/lead.js";
import { DEFAULT_HORIZON, HORIZONS, pickupModel, type PickupModel } from "../charts/pickup/model.js";
import type { District } from "../data/contract/district.js";
import { DISTRICT_LIST } from "../queries/district-list.js";
import { districtSeriesOf } from "../queries/district-series.js";
import { districtTotalsOf } from "../queries/district-totals.js";
import { publishedTotalsOf } from "../queries/published-totals.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { youngIssuedOf } from "../queries/young-issued.js";
import { choice, dateChoice, type Control } from "./controls.js";
import { figuresPage } from "./page.js";

interface Model {
  /** Of the town, oldest first. */
  dates: readonly string[];
  asOf: string | null;
  /** Districts to choose from: none at the public door, where flows of districts are no sums of prints. */
  districts: readonly District[];
  horizon: number;
  pickup: PickupModel;
}

/** Who waits for a card that is made, whether the counter keeps up, and the renewals ahead. */
export const page = figuresPage<Model>({
  path: "pickup",
  name: "受取",
  menu: 50,
  figures: {
    keys: ["date", "district", "horizon"],
    *model({ municipality, synthetic, door }, asked) {
      const isPublic = door === "public";
      const town = yield* ask(TOWN_TOTALS);
      const dates = town.map((t) => t.as_of);
      const asOf = dates.find((date) => date === asked("date")) ?? dates.at(-1) ?? null;
      const listed = yield* ask(DISTRICT_LIST);
      const districts = isPublic ? [] : listed;
      const place = districts.find((d) => d.code === asked("district")) ?? null;
      const horizon = HORIZONS.find((h) => String(h) === asked("horizon")) ?? DEFAULT_HORIZON;
      const pickup = pickupModel({
        municipality,
        synthetic,
        isPublic,
        place: place && { code: place.code, name: place.name },
        totals: place ? yield* ask(districtSeriesOf(place.code)) : town,
        young: yield* ask(youngIssuedOf(place?.code ?? null)),
        districtTotals: asOf === null || isPublic ? [] : yield* ask(districtTotalsOf(asOf)),
        districts: listed,
        published: yield* ask(publishedTotalsOf(municipality.code)),
        asOf,
        horizon,
      });
      return { dates, asOf, districts, horizon, pickup };
    },
    show(model) {
      const { pickup, asOf } = model;
      const { place } = pickup;
      const series = place ? districtSeriesOf(place.code) : TOWN_TOTALS;
      return {
        slots: { "pickup-lead": pickupLead(pickup).text, "pickup-tiles": pickupTiles(pickup).text },
        cards: pickupCards(pickup),
        controls: controls(model),
        sqlOf: ({ slot }) => (slot === "pickup-districts" ? districtTotalsOf(asOf!) : series).sql,
        town: pickup.municipality,
        asOf: asOf ?? "",
      };
    },
  },
});

function controls({ dates, asOf, districts, horizon, pickup }: Model): Control[] {
  if (asOf === null) return [];
  const everybody = { value: "", name: "町全体" };
  return [
    dateChoice(dates, asOf),
    ...(districts.length > 1
      ? [
          choice(
            "district",
            "地区",
            [everybody, ...districts.map((d) => ({ value: d.code, name: d.name }))],
            pickup.place?.code ?? "",
            "",
          ),
        ]
      : []),
    choice(
      "horizon",
      "更新の見込み",
      HORIZONS.map((h) => ({ value: String(h), name: `${h}か月先まで` })),
      String(horizon),
      String(DEFAULT_HORIZON),
    ),
  ];
}
