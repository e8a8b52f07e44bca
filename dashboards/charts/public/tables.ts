import { MEASURES } from "../../data/contract/figure.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import type { CardTable } from "../card.js";
import type { Facts } from "./facts.js";
import { flowSteps } from "./flow-chart.js";
import type { Group } from "./groups.js";
import type { PublicWords } from "./public-words.js";
import { remainingColumns, remainingGoals } from "./remaining-chart.js";

const percentOf = (count: number | null, population: number): string | null => {
  const percent = percentHalfUp(count, population);
  return percent === null ? null : `${percent}%`;
};

/** Every date, newest first: residents, and of each supplied measure count and rate. */
export function progressTable({ model }: Facts, words: PublicWords): CardTable {
  const measures = MEASURES.filter((m) => model.totals.some((t) => t[m] !== null));
  return {
    columns: [
      words.columns.date,
      words.columns.population,
      ...measures.flatMap((m) => [words.counts[m], words.rate[m]]),
    ],
    rows: model.totals
      .toReversed()
      .map((t) => [
        words.date(t.as_of),
        t.population,
        ...measures.flatMap((m) => [t[m], percentOf(t[m], t.population)]),
      ]),
  };
}

/** The goals first, then the columns, newest first. */
export function remainingTable(facts: Facts, words: PublicWords): CardTable {
  return {
    columns: [`${words.columns.goal} / ${words.columns.date}`, words.columns.without],
    rows: [
      ...remainingGoals(facts).map((g) => [`${g.percent}%`, words.remaining(g.people)]),
      ...remainingColumns(facts)
        .toReversed()
        .map((c) => [words.date(c.as_of), c.without]),
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
  return {
    columns: [
      words.columns[first],
      words.columns.population,
      words.counts[focus],
      words.rate[focus],
      words.columns.without,
    ],
    rows: groups.map((g) =>
      g.hidden
        ? [g.name, g.population, words.withheld, words.withheld, words.withheld]
        : [g.name, g.population, g.count, g.percent === null ? null : `${g.percent}%`, g.without],
    ),
    ...(note !== undefined && { note }),
  };
}

export function flowTable(facts: Facts, words: PublicWords): CardTable {
  const { before } = facts;
  return {
    columns: [
      words.columns.step,
      words.date(facts.now.as_of),
      "%",
      ...(before ? [words.date(before.as_of), `% (${words.month(before.as_of)})`] : []),
    ],
    rows: flowSteps(facts).map((s) => [
      words.counts[s.measure],
      s.count,
      `${s.percent}%`,
      ...(before ? [s.before, s.beforePercent === null ? null : `${s.beforePercent}%`] : []),
    ]),
  };
}
