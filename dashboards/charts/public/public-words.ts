import type { Measure } from "../../data/contract/figure.js";
import type { PublicChartId } from "./public-chart.js";

/** A number and what it is compared with: the value of a year before, or of the date before that. */
export interface Finding {
  measure: Measure;
  /** One decimal, as it is published. */
  percent: string;
  /** Residents the measure does not cover. */
  without: number;
  as_of: string;
  before: { as_of: string; points: string | null; without: number } | null;
}

/** One group among others: an age, a district. */
export interface Standout {
  measure: Measure;
  name: string;
  percent: string;
  without: number;
  /** The rate of all residents; null where it is not known. */
  whole: string | null;
  /** Others are withheld: it stands out among those that are told, and nobody says more. */
  othersWithheld: boolean;
}

export interface FlowFinding {
  /** Null where not supplied. */
  applications: number | null;
  issued: number | null;
  held: number | null;
  /** What the first of these has more than the second, now and at the date compared with. */
  gap: number;
  before: { as_of: string; gap: number } | null;
}

/** Everything the charts say, in one language. Numbers come in as numbers and leave with thousands marked. */
export interface PublicWords {
  /** BCP 47, for `lang` attributes. */
  tag: string;
  rate: Readonly<Record<Measure, string>>;
  counts: Readonly<Record<Measure, string>>;
  count: (measure: Measure, n: number) => string;
  people: (n: number) => string;
  /** 2026年10月末; end of October 2026. */
  date: (iso: string) => string;
  /** 2026年10月; Oct 2026. */
  month: (iso: string) => string;
  year: (year: number, short: boolean) => string;
  age: (band: string) => string;
  /** 90%まで, before what is missing. */
  goal: (percent: number) => string;
  /** あと1,234人; 達成. */
  remaining: (people: number) => string;
  withheld: string;
  /** The label of the town's rate among its parts. */
  wholeTown: string;
  planLine: (municipality: string) => string;
  populationOf: (iso: string, short: boolean) => string;
  reached: (measure: Measure, percent: number) => string;
  synthetic: string;
  source: (town: string, asOf: string, synthetic: boolean) => string;
  /** Behind a merged district's name. */
  merged: string;
  mergeNote: (names: readonly string[]) => string;
  others: (n: number) => string;
  columns: Readonly<
    Record<
      "date" | "population" | "age" | "district" | "without" | "step" | "count" | "before" | "goal",
      string
    >
  >;
  stage: Readonly<Record<Measure, string>>;
  notYetIssued: (n: number) => string;
  noLongerHeld: (n: number) => string;
  /** Between applications and cards held, where the issued ones are not told. */
  apart: (n: number) => string;
  /** On the picture that goes with a link. */
  share: {
    label: (measure: Measure) => string;
    /** Empty where there is nothing to compare with. */
    change: (f: Finding) => string;
  };
  /** What a chart is of, in a list to choose from. */
  charts: Readonly<Record<PublicChartId, string>>;
  embed: {
    /** Of the link to the town's page. */
    more: (town: string) => string;
    table: string;
  };
  titles: {
    progress: (f: Finding) => string;
    remaining: (f: Finding) => string;
    ages: (s: Standout) => string;
    districts: (s: Standout) => string;
    flow: (f: FlowFinding) => string;
    /** Where every group is withheld. */
    allWithheld: string;
  };
  readings: {
    progress: (measure: Measure, denominatorChanges: boolean) => string;
    remaining: (measure: Measure) => string;
    groups: (measure: Measure, hidden: boolean) => string;
    flow: (withYearBefore: boolean) => string;
  };
}
