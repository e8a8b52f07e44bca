import { agesCards } from "../charts/ages/cards.js";
import { agesLead, agesTiles } from "../charts/ages/lead.js";
import { agesModel, HEAT_MODES, type AgesModel } from "../charts/ages/model.js";
import { ALL, MEASURES, SEXES, type Sex } from "../data/contract/figure.js";
import { ageCellsOf } from "../queries/age-cells.js";
import { DISTRICT_GRAIN } from "../queries/district-grain.js";
import { DISTRICT_LIST } from "../queries/district-list.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { choice, dateChoice, measureChoice, type Control } from "./controls.js";
import { figuresPage } from "./page.js";
import { SEX_OPTIONS } from "./sex-options.js";

interface Model {
  /** Oldest first. */
  dates: readonly string[];
  /** What the cells were asked by; empty without a date. */
  sql: string;
  ages: AgesModel;
}

const MODES = [
  { value: "share", name: "率" },
  { value: "people", name: "人数" },
];

/** Of which ages the residents without a card are. */
export const page = figuresPage<Model>({
  path: "ages",
  name: "年齢",
  menu: 40,
  figures: {
    keys: ["date", "measure", "sex", "show"],
    needs: ({ door }) => (door === "public" ? ["town-ages"] : []),
    selectsDistrict: true,
    *model({ municipality, synthetic, door }, asked) {
      const isPublic = door === "public";
      const dates = (yield* ask(TOWN_TOTALS)).map((t) => t.as_of);
      const asOf = dates.find((d) => d === asked("date")) ?? dates.at(-1) ?? null;
      const grain = yield* ask(DISTRICT_GRAIN);
      const sex: Sex = SEXES.find((s) => s === asked("sex")) ?? ALL;
      // A date that does not tell the sexes apart shows everybody, whatever the address says.
      const told = grain.some((g) => g.as_of === asOf && g.sex === sex);
      const cells =
        asOf === null ? null : ageCellsOf(asOf, isPublic ? "town_ages" : "figures", told ? sex : ALL);
      const { town, districts } = cells ? yield* ask(cells) : { town: [], districts: [] };
      const ages = agesModel({
        municipality,
        synthetic,
        isPublic,
        asOf,
        town,
        districtCells: districts,
        districts: yield* ask(DISTRICT_LIST),
        view: {
          measure: MEASURES.find((m) => m === asked("measure")) ?? null,
          sex,
          mode: HEAT_MODES.find((m) => m === asked("show")) ?? "share",
        },
      });
      return { dates, sql: cells?.sql ?? "", ages };
    },
    show({ dates, sql, ages }) {
      return {
        slots: { "ages-lead": agesLead(ages).text, "ages-tiles": agesTiles(ages).text },
        cards: agesCards(ages),
        controls: ages.asOf === null ? [] : controls(ages, dates),
        sqlOf: () => sql,
        town: ages.municipality,
        asOf: ages.asOf ?? "",
      };
    },
  },
});

const controls = (
  { asOf, measure, measures, hasSexes, sex, mode, districts }: AgesModel,
  dates: readonly string[],
): Control[] => [
  dateChoice(dates, asOf!),
  ...measureChoice(measures, measure),
  ...(hasSexes ? [choice("sex", "性別", SEX_OPTIONS, sex, ALL)] : []),
  ...(districts.length > 0 ? [choice("show", "地区×年齢の図", MODES, mode, "share")] : []),
];
