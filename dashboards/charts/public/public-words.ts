import type { Measure } from "../../data/contract/figure.js";
import type { PublicChartId } from "./public-chart.js";
import type { RateForm } from "./rate-form.js";

/** A number and what it is compared with: the value of a year before, or of the date before that. */
export interface Finding {
  measure: Measure;
  /** One decimal, as it is published. */
  percent: string;
  /** The rate as a sentence says it: 79.6%, or 約79.6% and the like. */
  rate: string;
  /** Residents the measure does not cover, in tens where `about`. */
  without: number;
  /** The town tells its own totals in tens; then nothing is compared. */
  about: boolean;
  as_of: string;
  before: { as_of: string; points: string | null; without: number } | null;
}

/** What stands out among ages or districts. */
export interface Standout {
  measure: Measure;
  /** One, or two or three that are level within the noise; none where more are: then the rest is of all. */
  names: readonly string[];
  /** The rate of the one that is named, or the band that holds the rates of those meant. */
  rate: string;
  /** Residents without a card in the one that is named, or from the fewest to the most of those meant. */
  people: string;
  /** The rate of all residents. */
  whole: string;
}

export interface FlowFinding {
  /** Null where not supplied. */
  applications: number | null;
  issued: number | null;
  held: number | null;
  /** What the first of these has more than the second, now and at the date compared with. */
  gap: number;
  /** All of them are in tens; then nothing is compared. */
  about: boolean;
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
  /** 約120人: before a number that is in tens. */
  about: (text: string) => string;
  /** A column of such numbers: 保有枚数(約). */
  aboutColumn: (name: string) => string;
  /** 72〜76%. */
  band: (percents: { low: number; high: number }) => string;
  bandColumn: (rate: string) => string;
  /** 約30〜420人; where both are the same, one of them. */
  fromTo: (least: number, most: number, about: boolean) => string;
  /** The one sentence on why counts of districts and ages are in tens. */
  inTens: string;
  /** That the districts do not add up to the town, and why. */
  sums: string;
  /** 2026年10月末; end of October 2026. */
  date: (iso: string) => string;
  /** 2026年10月; Oct 2026. */
  month: (iso: string) => string;
  year: (year: number, short: boolean) => string;
  age: (band: string) => string;
  /** 90%まで, before what is missing. */
  goal: (percent: number) => string;
  /** あと1,234人; 達成. */
  remaining: (people: number, about: boolean) => string;
  /** The label of the town's rate among its parts. */
  wholeTown: string;
  planLine: (municipality: string) => string;
  populationOf: (iso: string, short: boolean) => string;
  reached: (measure: Measure, percent: number) => string;
  synthetic: string;
  source: (town: string, asOf: string, synthetic: boolean) => string;
  /** Behind a merged district's name. */
  merged: string;
  /** 堀松など14地区. */
  several: (first: string, count: number) => string;
  mergeNote: (names: readonly string[]) => string;
  others: (n: number) => string;
  columns: Readonly<
    Record<
      "date" | "population" | "age" | "district" | "without" | "step" | "count" | "before" | "goal",
      string
    >
  >;
  stage: Readonly<Record<Measure, string>>;
  notYetIssued: (n: string) => string;
  noLongerHeld: (n: string) => string;
  /** Between applications and cards held, where the issued ones are not told. */
  apart: (n: string) => string;
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
  };
  readings: {
    progress: (measure: Measure, denominatorChanges: boolean) => string;
    remaining: (measure: Measure) => string;
    groups: (measure: Measure, form: RateForm) => string;
    flow: (withYearBefore: boolean) => string;
  };
}
