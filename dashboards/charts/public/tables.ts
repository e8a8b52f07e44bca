import { MEASURES } from "../../data/contract/figure.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import type { CardTable } from "../card.js";
import { number } from "../words.js";
import type { Facts } from "./facts.js";
import { flowSteps } from "./flow-chart.js";
import { formOfGroups, isAbout, toldWithout, type Group } from "./groups.js";
import type { PublicWords } from "./public-words.js";
import { rateText } from "./rates.js";
import { remainingColumns, remainingGoals } from "./remaining-chart.js";

const percentOf = (count: number | null, population: number): string | null => {
  const percent = percentHalfUp(count, population);
  return percent === null ? null : `${percent}%`;
};

/** A number as it is, or with 約. */
const rough = (n: number | null, about: boolean, words: PublicWords): string | number | null =>
  about && n !== null ? words.about(number(n)) : n;

/** Every date, newest first: residents, and of each supplied measure count and rate. */
export function progressTable({ model }: Facts, words: PublicWords): CardTable {
  const measures = MEASURES.filter((m) => model.totals.some((t) => t[m] !== null));
  return {
    columns: [
      words.columns.date,
      words.columns.population,
      ...measures.flatMap((m) => [words.counts[m], words.rate[m]]),
    ],
    rows: model.totals.toReversed().map((t) => [
      words.date(t.as_of),
      t.population,
      ...measures.flatMap((m) => {
        const percent = percentOf(t[m], t.population);
        const about = t.margin > 0;
        return [rough(t[m], about, words), about && percent !== null ? words.about(percent) : percent];
      }),
    ]),
  };
}

/** The goals first, then the columns, newest first. */
export function remainingTable(facts: Facts, words: PublicWords): CardTable {
  return {
    columns: [`${words.columns.goal} / ${words.columns.date}`, words.columns.without],
    rows: [
      ...remainingGoals(facts).map((g) => [`${g.percent}%`, words.remaining(g.people, g.about)]),
      ...remainingColumns(facts)
        .toReversed()
        .map((c) => [words.date(c.as_of), rough(c.without, c.about, words)]),
    ],
  };
}

/** Ages or districts. @param note said under it, for example which districts are published as one. */
export function groupTable(
  groups: readonly Group[],
  { focus }: Facts,
  words: PublicWords,
  { first, note }: { first: "age" | "district"; note?: string | undefined },
): CardTable {
  const form = formOfGroups(groups);
  const about = groups.some(isAbout) ? words.aboutColumn : (name: string) => name;
  const rate = words.rate[focus];
  return {
    columns: [
      words.columns[first],
      words.columns.population,
      about(words.counts[focus]),
      form === "band" ? words.bandColumn(rate) : about(rate),
      about(words.columns.without),
    ],
    rows: groups.map((g) => [
      g.short,
      g.population,
      g.count,
      form === "band" ? rateText(g.rate, form, words) : `${g.rate.percent}%`,
      toldWithout(g),
    ]),
    ...(note !== undefined && { note }),
  };
}

export function flowTable(facts: Facts, words: PublicWords): CardTable {
  const { before, model } = facts;
  const about = model.margin > 0;
  return {
    columns: [
      words.columns.step,
      words.date(facts.now.as_of),
      "%",
      ...(before ? [words.date(before.as_of), `% (${words.month(before.as_of)})`] : []),
    ],
    rows: flowSteps(facts).map((s) => [
      words.counts[s.measure],
      rough(s.count, about, words),
      about ? words.about(`${s.percent}%`) : `${s.percent}%`,
      ...(before ? [s.before, s.beforePercent === null ? null : `${s.beforePercent}%`] : []),
    ]),
  };
}
