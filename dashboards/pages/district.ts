import { districtPageCards } from "../charts/districts/one/cards.js";
import { districtPageSlots, noDistrictsLead } from "../charts/districts/one/lead.js";
import { defaultMeasure, districtPageModel, type DistrictPageModel } from "../charts/districts/one/model.js";
import type { Town } from "../charts/model.js";
import type { District } from "../data/contract/district.js";
import { MEASURES } from "../data/contract/figure.js";
import { districtAgesOf } from "../queries/district-ages.js";
import { districtHistoryOf } from "../queries/district-history.js";
import { DISTRICT_LIST } from "../queries/district-list.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { choice, dateChoice, measureChoice, type Control } from "./controls.js";
import { figuresPage } from "./page.js";

interface Model {
  municipality: Town;
  dates: readonly string[];
  districts: readonly District[];
  /** Null where there is no district to show, or no date. */
  district: { code: string; asOf: string; model: DistrictPageModel } | null;
}

/** One district through the years, beside the town: the one that the address names, else the first of the list. */
export const page = figuresPage<Model>({
  path: "district",
  name: "地区のページ",
  menu: null,
  partOf: "districts",
  figures: {
    keys: ["district", "date", "measure"],
    *model({ municipality, synthetic, door }, asked) {
      const totals = yield* ask(TOWN_TOTALS);
      const districts = yield* ask(DISTRICT_LIST);
      const dates = totals.map((t) => t.as_of);
      const asOf = dates.find((d) => d === asked("date")) ?? dates.at(-1);
      const code = asked("district") ?? districts[0]?.code;
      const base = { municipality, dates, districts };
      if (asOf === undefined || code === undefined) return { ...base, district: null };
      const measure = MEASURES.find((m) => m === asked("measure")) ?? defaultMeasure(totals, asOf);
      const cells = yield* ask(districtAgesOf(asOf, code));
      const model = districtPageModel({
        municipality,
        synthetic,
        isPublic: door === "public",
        totals,
        districts,
        code,
        history: yield* ask(districtHistoryOf(code, measure)),
        townCells: cells.town,
        ownCells: cells.districts.map(({ district: _, ...cell }) => cell),
        view: { asOf, measure },
      });
      return { ...base, district: { code, asOf, model } };
    },
    show(shown) {
      const { municipality, district } = shown;
      if (!district) {
        const lead = noDistrictsLead(municipality).text;
        return {
          slots: { "district-lead": lead },
          cards: [],
          controls: [],
          sqlOf: () => "",
          town: municipality,
          asOf: "",
        };
      }
      const { code, asOf, model } = district;
      return {
        slots: districtPageSlots(model),
        cards: districtPageCards(model),
        controls: controls(shown, district),
        sqlOf: ({ slot }) =>
          (["district-ages", "district-structure"].includes(slot)
            ? districtAgesOf(asOf, code)
            : districtHistoryOf(code, model.measure)
          ).sql,
        town: municipality,
        asOf,
      };
    },
  },
});

const controls = (
  { dates, districts }: Model,
  { code, asOf, model }: NonNullable<Model["district"]>,
): Control[] => [
  choice(
    "district",
    "地区",
    districts.map((d) => ({ value: d.code, name: d.name })),
    code,
    null,
  ),
  dateChoice(dates, asOf),
  ...measureChoice(model.measures, model.measure),
];
