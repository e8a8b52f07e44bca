import { parseAgeBand } from "../../data/contract/age-band.js";
import { dateParts, isMonthEnd } from "../../data/contract/as-of-date.js";
import { number } from "../words.js";
import type { Finding, FlowFinding, PublicWords, Standout } from "./public-words.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** end of October 2026; 1 June 2022. */
export function dateEn(iso: string): string {
  const { year, month, day } = dateParts(iso);
  const name = `${MONTHS[month - 1]} ${year}`;
  return isMonthEnd(iso) ? `end of ${name}` : `${day} ${name}`;
}

/** With the article that a sentence needs: the end of October 2026. */
const theDate = (iso: string): string => dateEn(iso).replace(/^end/, "the end");

const short = (iso: string): string =>
  `${MONTHS[dateParts(iso).month - 1]!.slice(0, 3)} ${dateParts(iso).year}`;

const RATES = { applications: "application rate", issued: "issuance rate", held: "holding rate" } as const;
const COUNTS = { applications: "applications", issued: "cards issued", held: "cards held" } as const;

const residents = (n: number): string => `${number(n)} resident${n === 1 ? "" : "s"}`;
const fewer = ({ without, before }: Finding): string => {
  if (!before) return "";
  const change = without - before.without;
  if (change === 0) return `, as at ${theDate(before.as_of)}`;
  return `, ${number(Math.abs(change))} ${change < 0 ? "fewer" : "more"} than at ${theDate(before.as_of)}`;
};
const against = (whole: string): string => `, ${whole} for all residents`;

const about = (text: string): string => `about ${text}`;
const rough = (text: string, isAbout: boolean): string => (isAbout ? about(text) : text);
/** A, B and C. */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const ENGLISH: PublicWords = {
  tag: "en",
  rate: { applications: "Application rate", issued: "Issuance rate", held: "Holding rate" },
  counts: { applications: "Applications", issued: "Cards issued", held: "Cards held" },
  count: (measure, n) => `${number(n)} ${measure === "applications" ? "applications" : "cards"}`,
  people: number,
  about,
  aboutColumn: (name) => `${name} (approx.)`,
  band: ({ low, high }) => `${low}–${high}%`,
  bandColumn: (rate) => `${rate}, 95% range`,
  fromTo: (least, most, isAbout) =>
    rough(least === most ? number(most) : `${number(least)}–${number(most)}`, isAbout),
  inTens:
    "Numbers of cards by district and age are published in tens, as approximate numbers, so that nothing can be learnt about any one person.",
  sums: "The districts do not add up exactly to the whole municipality, because their numbers are approximate, in tens.",
  date: dateEn,
  month: short,
  year: (year, brief) => (brief ? `’${String(year % 100).padStart(2, "0")}` : String(year)),
  age: (band) => {
    const range = parseAgeBand(band);
    if (!range) return "All ages";
    return range.to === null ? `${range.from} and over` : `${range.from}–${range.to}`;
  },
  goal: (percent) => `To ${percent}%:`,
  remaining: (n, isAbout) =>
    n === 0 ? (isAbout ? "nearly reached" : "reached") : `${rough(number(n), isAbout)} to go`,
  wholeTown: "all",
  planLine: (municipality) => (municipality === "173843" ? "The plan’s 88%" : "88% mark"),
  populationOf: (iso, brief) => (brief ? `’${iso.slice(2, 4)}` : `pop. of ${short(iso)}`),
  reached: (measure, percent) => `${RATES[measure]} ${percent}%`,
  synthetic: "サンプル・合成データ / Sample, synthetic data",
  source: (town, asOf, synthetic) =>
    `Source: ${synthetic ? "sample, synthetic data" : `figures of ${town}`}${asOf === null ? "" : `, ${dateEn(asOf)}`}`,
  merged: " (combined)",
  several: (first, count) => `${first} and ${number(count - 1)} more`,
  mergeNote: (names) => `Districts published together: ${names.join(", ")}`,
  others: (n) => `${number(n)} more district${n === 1 ? "" : "s"} in the table`,
  columns: {
    date: "As of",
    population: "Residents",
    age: "Age",
    district: "District",
    without: "Without a card",
    step: "Step",
    count: "Count",
    before: "Compared with",
    goal: "Goal",
  },
  stage: { applications: "Applied", issued: "Issued", held: "Held now" },
  notYetIssued: (n) => `applied, not yet issued: ${n}`,
  apart: (n) => `difference: ${n}`,
  noLongerHeld: (n) => `no longer valid: ${n}`,
  share: {
    label: (measure) => `My Number cards: ${RATES[measure]}`,
    change: ({ before }) => (before?.points ? `${before.points} points since ${theDate(before.as_of)}` : ""),
  },
  charts: {
    progress: "Rates over time",
    remaining: "Residents without a card",
    ages: "By age",
    districts: "By district",
    flow: "Applied, issued, held",
  },
  embed: { more: (town) => `More on the page of ${town}`, table: "The numbers as a table" },
  titles: {
    progress: ({ measure, rate, before }) => {
      const change = before?.points ? `, ${before.points} points since ${theDate(before.as_of)}` : "";
      return `My Number cards: ${RATES[measure]} ${rate}${change}`;
    },
    remaining: (f) =>
      f.without === 0
        ? `${f.about ? "About as" : "As"} many cards as residents${fewer(f)}`
        : `${f.about ? "About " : ""}${residents(f.without)} still without a card${fewer(f)}`,
    ages: ({ measure, names, rate, whole }: Standout) => {
      if (names.length === 0) return `${sentence(RATES[measure])} by age: ${rate}${against(whole)}`;
      if (names.length === 1) return `Lowest ${RATES[measure]} by age: ${names[0]}, ${rate}${against(whole)}`;
      return `Lowest ${RATES[measure]} by age, about level: ${listed(names)}, ${rate}${against(whole)}`;
    },
    districts: ({ measure, names, rate, people, whole }: Standout) => {
      const rates = `(${RATES[measure]} ${rate}${against(whole)})`;
      if (names.length === 0) return `Residents without a card in each district: ${people} ${rates}`;
      if (names.length === 1) return `Most residents without a card: ${names[0]}, ${people} ${rates}`;
      return `Most residents without a card, about level: ${listed(names)}, ${people} ${rates}`;
    },
    flow: ({ applications, issued, held, gap, about: isAbout, before }: FlowFinding) => {
      const n = (count: number): string => rough(number(count), isAbout);
      const compared = before ? ` (${number(before.gap)} at ${theDate(before.as_of)})` : "";
      if (applications !== null && issued !== null) {
        return sentence(
          `${n(applications)} applications, ${n(issued)} cards issued: ${n(gap)} not yet issued${compared}`,
        );
      }
      const first = issued === null ? `${n(applications!)} applications` : `${n(issued)} cards issued`;
      return sentence(`${first}, ${n(held!)} held: ${n(gap)} apart${compared}`);
    },
  },
  readings: {
    progress: (measure, changes) =>
      `The thick line is the ${RATES[measure]}; lines across mark 88%, 90%, 95% and 100%. Rates are counts over residents in the register.${
        changes ? " Where “pop.” is marked, a newer population is divided by." : ""
      }`,
    remaining: (measure) =>
      `Each bar is residents less ${COUNTS[measure]}. Down at a dotted line, that rate is reached.`,
    groups: (measure, form) => {
      const rate = `Rate: ${COUNTS[measure]} over residents`;
      if (form === "exact") return `Bars start at 0. ${rate}.`;
      const tens = `${sentence(COUNTS[measure])} are approximate, in tens.`;
      if (form === "about") return `Bars start at 0. ${tens} ${rate}.`;
      return `Bars start at 0. ${tens} ${rate}, as a range (thin line) such as 72–76%: the true value is inside it with a chance of 95%.`;
    },
    flow: (yearBefore) =>
      `The full frame is all residents. Applications and cards issued add up over time; cards held leave out invalid ones.${
        yearBefore ? " The tick shows the date compared with." : ""
      }`,
  },
};
