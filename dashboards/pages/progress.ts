import { headlineMarkup, progressLead } from "../charts/headline-markup.js";
import type { PageModel } from "../charts/model.js";
import { modelFromTotals } from "../charts/page-model.js";
import { progressCards } from "../charts/progress/cards.js";
import { publishedTotalsOf } from "../queries/published-totals.js";
import { ask } from "../queries/question.js";
import { TOWN_TOTALS } from "../queries/town-totals.js";
import { dateChoice, type Control } from "./controls.js";
import { figuresPage } from "./page.js";

/** How far the town has come, and how far it has to go. */
export const page = figuresPage<PageModel>({
  path: "progress",
  name: "進捗",
  menu: 10,
  figures: {
    keys: ["date"],
    *model({ municipality, synthetic }, asked) {
      const totals = yield* ask(TOWN_TOTALS);
      const published = yield* ask(publishedTotalsOf(municipality.code));
      return modelFromTotals({
        municipality,
        synthetic,
        totals,
        published,
        districtTotals: [],
        districts: [],
        view: { asOf: asked("date") },
      });
    },
    show(model) {
      const asOf = model.headline?.as_of ?? "";
      return {
        slots: {
          "progress-lead": progressLead(model).text,
          "progress-headline": headlineMarkup(model).text,
        },
        cards: progressCards(model),
        controls: controls(model),
        sqlOf: ({ slot }) =>
          (slot === "progress-comparison" ? publishedTotalsOf(model.municipality.code) : TOWN_TOTALS).sql,
        town: model.municipality,
        asOf,
      };
    },
  },
});

function controls({ totals, headline }: PageModel): Control[] {
  if (!headline) return [];
  const latest = totals.at(-1)!.as_of;
  const back: Control = { kind: "reset", label: "最新に戻す", keys: ["date"] };
  return [
    dateChoice(
      totals.map((t) => t.as_of),
      headline.as_of,
    ),
    ...(headline.as_of === latest ? [] : [back]),
  ];
}
