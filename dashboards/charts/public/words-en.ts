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
const against = (whole: string | null): string => (whole === null ? "" : `, ${whole}% for all residents`);

export const ENGLISH: PublicWords = {
  tag: "en",
  rate: { applications: "Application rate", issued: "Issuance rate", held: "Holding rate" },
  counts: { applications: "Applications", issued: "Cards issued", held: "Cards held" },
  count: (measure, n) => `${number(n)} ${measure === "applications" ? "applications" : "cards"}`,
  people: number,
  date: dateEn,
  month: short,
  year: (year, brief) => (brief ? `’${String(year % 100).padStart(2, "0")}` : String(year)),
  age: (band) => {
    const range = parseAgeBand(band);
    if (!range) return "All ages";
    return range.to === null ? `${range.from} and over` : `${range.from}–${range.to}`;
  },
  goal: (percent) => `To ${percent}%:`,
  remaining: (n) => (n === 0 ? "reached" : `${number(n)} to go`),
  withheld: "withheld",
  wholeTown: "all",
  planLine: (municipality) => (municipality === "173843" ? "The plan’s 88%" : "88% mark"),
  populationOf: (iso, brief) => (brief ? `’${iso.slice(2, 4)}` : `pop. of ${short(iso)}`),
  reached: (measure, percent) => `${RATES[measure]} ${percent}%`,
  synthetic: "サンプル・合成データ / Sample, synthetic data",
  source: (town, asOf, synthetic) =>
    `Source: ${synthetic ? "sample, synthetic data" : `figures of ${town}`}${asOf === null ? "" : `, ${dateEn(asOf)}`}`,
  merged: " (combined)",
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
  notYetIssued: (n) => `applied, not yet issued: ${number(n)}`,
  apart: (n) => `difference: ${number(n)}`,
  noLongerHeld: (n) => `no longer valid: ${number(n)}`,
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
    progress: ({ measure, percent, before }) => {
      const change = before?.points ? `, ${before.points} points since ${theDate(before.as_of)}` : "";
      return `My Number cards: ${RATES[measure]} ${percent}%${change}`;
    },
    remaining: (f) =>
      f.without === 0
        ? `As many cards as residents${fewer(f)}`
        : `${residents(f.without)} still without a card${fewer(f)}`,
    ages: ({ measure, name, percent, whole, othersWithheld }: Standout) =>
      `Lowest ${othersWithheld ? "published " : ""}${RATES[measure]} by age: ${name}, ${percent}%${against(whole)}`,
    districts: ({ measure, name, percent, without, whole, othersWithheld }: Standout) =>
      `Most residents without a card${othersWithheld ? " among published districts" : ""}: ${name}, ${number(without)} (${RATES[measure]} ${percent}%${against(whole)})`,
    flow: ({ applications, issued, held, gap, before }: FlowFinding) => {
      const compared = before ? ` (${number(before.gap)} at ${theDate(before.as_of)})` : "";
      if (applications !== null && issued !== null) {
        return `${number(applications)} applications, ${number(issued)} cards issued: ${number(gap)} not yet issued${compared}`;
      }
      const first =
        issued === null ? `${number(applications!)} applications` : `${number(issued)} cards issued`;
      return `${first}, ${number(held!)} held: ${number(gap)} apart${compared}`;
    },
    allWithheld: "Groups are too small: no figures of parts are published",
  },
  readings: {
    progress: (measure, changes) =>
      `The thick line is the ${RATES[measure]}; lines across mark 88%, 90%, 95% and 100%. Rates are counts over residents in the register.${
        changes ? " Where “pop.” is marked, a newer population is divided by." : ""
      }`,
    remaining: (measure) =>
      `Each bar is residents less ${COUNTS[measure]}. Down at a dotted line, that rate is reached.`,
    groups: (measure, hidden) =>
      `Bars start at 0. Rate: ${COUNTS[measure]} over residents.${
        hidden ? " Hatched, “withheld”: numbers so small that they could tell about single persons." : ""
      }`,
    flow: (yearBefore) =>
      `The full frame is all residents. Applications and cards issued add up over time; cards held leave out invalid ones.${
        yearBefore ? " The tick shows the date compared with." : ""
      }`,
  },
};
