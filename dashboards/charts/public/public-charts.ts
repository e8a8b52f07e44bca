import { ageGroups, agesChart } from "./ages-chart.js";
import { districtGroups, districtsChart } from "./districts-chart.js";
import { factsOf, findingOf, wholeText, type Facts } from "./facts.js";
import { flowChart, flowFinding, flowSteps } from "./flow-chart.js";
import { formOfGroups, isAbout, type Group } from "./groups.js";
import { progressChart } from "./progress-chart.js";
import type { PublicChart } from "./public-chart.js";
import type { PublicModel } from "./public-model.js";
import type { PublicWords, Standout } from "./public-words.js";
import { remainingChart, remainingColumns } from "./remaining-chart.js";
import { lowestRates, mostWithout, standoutOf } from "./standout.js";
import { flowTable, groupTable, progressTable, remainingTable } from "./tables.js";
import { wordsIn } from "./words.js";

/**
 * The charts of a release in the model's language, in the order of PUBLIC_CHART_IDS. One that has nothing to show
 * is left out: ages or districts that were not published, a course of one date, a flow of one measure.
 */
export function publicCharts(model: PublicModel): PublicChart[] {
  const facts = factsOf(model);
  if (!facts) return [];
  const words = wordsIn(model.language);
  return [progress, remaining, ages, districts, flow].flatMap((make) => make(facts, words) ?? []);
}

/** The town's name as readers of the model's language write it. */
export function townName({ release, language }: PublicModel): string {
  return (language === "en" && release.settings.name_en) || release.municipality.name;
}

type Content = Omit<PublicChart, "source" | "draw"> & {
  draw: typeof progressChart;
};

/** A chart with the words that every chart has. */
function chart(facts: Facts, words: PublicWords, { draw, ...content }: Content): PublicChart {
  const { model } = facts;
  const source = words.source(townName(model), facts.now.as_of, model.release.synthetic);
  const said = { title: content.title, description: content.reading };
  return { ...content, source, draw: (options) => draw(facts, words, said, options) };
}

function progress(facts: Facts, words: PublicWords): PublicChart | null {
  const dates = facts.model.totals.filter((t) => t[facts.focus] !== null && t.population > 0);
  if (dates.length < 2) return null;
  return chart(facts, words, {
    id: "progress",
    title: words.titles.progress(findingOf(facts)),
    reading: words.readings.progress(facts.focus, facts.denominatorChanges),
    table: progressTable(facts, words),
    draw: progressChart,
  });
}

function remaining(facts: Facts, words: PublicWords): PublicChart | null {
  if (remainingColumns(facts).length === 0) return null;
  return chart(facts, words, {
    id: "remaining",
    title: words.titles.remaining(findingOf(facts)),
    reading: words.readings.remaining(facts.focus),
    table: remainingTable(facts, words),
    draw: remainingChart,
  });
}

function ages(facts: Facts, words: PublicWords): PublicChart | null {
  const groups = ageGroups(facts, words);
  if (groups.length < 2) return null;
  return chart(facts, words, {
    id: "ages",
    title: words.titles.ages(standout(facts, lowestRates(groups), groups)),
    reading: words.readings.groups(facts.focus, formOfGroups(groups)),
    table: groupTable(groups, facts, words, { first: "age" }),
    draw: agesChart,
  });
}

function districts(facts: Facts, words: PublicWords): PublicChart | null {
  const groups = districtGroups(facts, words);
  if (groups.length < 2) return null;
  const merged = groups.filter((g) => g.merged).map((g) => g.name);
  const notes = [
    ...(groups.some(isAbout) ? [words.sums] : []),
    ...(merged.length > 0 ? [words.mergeNote(merged)] : []),
  ];
  return chart(facts, words, {
    id: "districts",
    title: words.titles.districts(standout(facts, mostWithout(groups), groups)),
    reading: words.readings.groups(facts.focus, formOfGroups(groups)),
    table: groupTable(groups, facts, words, {
      first: "district",
      note: notes.length > 0 ? notes.join(" ") : undefined,
    }),
    draw: districtsChart,
  });
}

function flow(facts: Facts, words: PublicWords): PublicChart | null {
  const finding = flowFinding(facts);
  if (!finding) return null;
  return chart(facts, words, {
    id: "flow",
    title: words.titles.flow(finding),
    reading: words.readings.flow(flowSteps(facts).some((s) => s.before !== null)),
    table: flowTable(facts, words),
    draw: flowChart,
  });
}

const standout = (facts: Facts, named: readonly Group[], all: readonly Group[]): Standout => ({
  measure: facts.focus,
  whole: wholeText(facts),
  ...standoutOf(named, all, wordsIn(facts.model.language)),
});
