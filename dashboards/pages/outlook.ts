import { outlookCards } from "../charts/outlook/cards.js";
import { outlookLead, outlookTiles } from "../charts/outlook/lead.js";
import { outlookModel, type OutlookModel } from "../charts/outlook/model.js";
import { DEFAULT_MONTHS, MOST_MONTHS, MOST_PEOPLE, PACE, viewFrom } from "../charts/outlook/view.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { dateChoice, measureChoice, type Control } from "./controls.js";
import { figuresPage } from "./page.js";

/** Where the town comes to as things go, and what if the pace or people from sessions were added. */
export const page = figuresPage<OutlookModel>({
  path: "outlook",
  name: "見通し",
  menu: 20,
  figures: {
    keys: ["date", "measure", "pace", "extra", "months"],
    *model({ municipality, synthetic }, asked) {
      const totals = yield* ask(TOWN_TOTALS);
      return outlookModel({ municipality, synthetic, totals, view: viewFrom(asked) });
    },
    show(model) {
      return {
        slots: { "outlook-lead": outlookLead(model).text, "outlook-tiles": outlookTiles(model).text },
        cards: outlookCards(model),
        controls: [...whatIsShown(model), ...(model.path ? whatIf(model) : [])],
        sqlOf: () => TOWN_TOTALS.sql,
        town: model.municipality,
        asOf: model.asOf ?? "",
      };
    },
  },
});

function whatIsShown({ dates, asOf, measures, measure }: OutlookModel): Control[] {
  if (asOf === null) return [];
  return [dateChoice(dates, asOf, { label: "見通しを立てる基準日" }), ...measureChoice(measures, measure)];
}

const whatIf = ({ plan: { pace, peopleAMonth, months } }: OutlookModel): Control[] =>
  (
    [
      {
        kind: "number",
        key: "pace",
        label: "ペース(倍)",
        least: PACE.least,
        most: PACE.most,
        step: PACE.step,
        value: pace,
        usual: 1,
        slider: true,
      },
      {
        kind: "number",
        key: "extra",
        label: "出張申請などで足す人数(人/月)",
        least: 0,
        most: MOST_PEOPLE,
        step: 1,
        value: peopleAMonth,
        usual: 0,
      },
      {
        kind: "number",
        key: "months",
        label: "続ける月数",
        least: 1,
        most: MOST_MONTHS,
        step: 1,
        value: months,
        usual: DEFAULT_MONTHS,
      },
      {
        kind: "reset",
        label: "今のままに戻す",
        keys: ["pace", "extra", "months"],
        disabled: pace === 1 && peopleAMonth === 0,
      },
    ] as const
  ).map((control) => ({ ...control, group: "plan" }));
