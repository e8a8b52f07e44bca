import { readReferenceCsv } from "../reference/read-reference.js";
import { allocate } from "./allocate.js";
import { around1, type Random } from "./random.js";

export const SAMPLE_MUNICIPALITY = "173843";
const FIRST_DATE = "2021-04-01";
export const LAST_DATE = "2026-10-31";

/** The town's totals on one as-of date, to which the cells of that date add up. */
export interface TownTotal {
  as_of: string;
  population: number;
  population_as_of: string;
  applications: number;
  issued: number;
  /** Null before 2023-06-30, when the ministry began to publish holdings. */
  held: number | null;
}

/** The register population of 1 January and the first as-of date that uses it; from 2023 on made up. */
export const POPULATION_BASES = [
  { population_as_of: "2020-01-01", usedFrom: FIRST_DATE, population: 20_023 },
  { population_as_of: "2021-01-01", usedFrom: "2021-08-01", population: 19_552 },
  { population_as_of: "2022-01-01", usedFrom: "2022-08-31", population: 19_178 },
  { population_as_of: "2023-01-01", usedFrom: "2023-08-31", population: 18_850 },
  { population_as_of: "2024-01-01", usedFrom: "2024-08-31", population: 18_480 },
  { population_as_of: "2025-01-01", usedFrom: "2025-08-31", population: 17_880 },
  { population_as_of: "2026-01-01", usedFrom: "2026-08-31", population: 17_500 },
] as const;

/**
 * Applications are made up throughout. They follow the deadlines of マイナポイント (end of April 2021,
 * the wave from June 2022, the last one at the end of February 2023) and pass 88% of 19,178 in March 2023,
 * as the town's plan says. A count between two dates of the list is interpolated.
 */
const APPLICATIONS: readonly [string, number][] = [
  ["2021-04-01", 6_420],
  ["2021-05-01", 6_980],
  ["2021-08-01", 7_320],
  ["2021-12-01", 7_640],
  ["2022-03-01", 8_150],
  ["2022-05-01", 8_720],
  ["2022-06-01", 9_110],
  ["2022-06-30", 9_650],
  ["2022-07-31", 10_420],
  ["2022-08-31", 11_340],
  ["2022-09-30", 12_310],
  ["2022-10-31", 13_020],
  ["2022-11-30", 13_760],
  ["2022-12-31", 14_830],
  ["2023-01-31", 15_560],
  ["2023-02-28", 16_720],
  ["2023-03-31", 16_902],
  ["2023-06-30", 16_965],
  ["2023-12-31", 17_025],
  ["2024-02-29", 17_030],
  ["2024-07-31", 17_095],
  ["2025-01-31", 17_160],
  ["2025-07-31", 17_205],
  ["2026-01-31", 17_245],
  ["2026-07-31", 17_285],
  ["2026-10-31", 17_310],
];

/** Cards issued after the last published date: the counters work off what had been applied for. */
const ISSUED_LATER: readonly [string, number][] = [
  ["2023-01-31", 13_840],
  ["2023-02-28", 14_520],
  ["2023-03-31", 15_140],
  ["2023-04-30", 15_560],
  ["2023-06-30", 15_950],
  ["2023-12-31", 16_400],
  ["2024-02-29", 16_450],
  ["2024-07-31", 16_690],
  ["2025-01-31", 16_930],
  ["2025-07-31", 17_020],
  ["2026-01-31", 17_085],
  ["2026-07-31", 17_140],
  ["2026-10-31", 17_205],
];

/** Cards issued and no longer held (died, moved, expired, reissued): the gap between issued and held. */
const ABOLISHED: readonly [string, number][] = [
  ["2023-06-30", 2_140],
  ["2023-12-31", 2_170],
  ["2024-02-29", 2_190],
  ["2024-07-31", 2_260],
  ["2025-01-31", 2_310],
  ["2025-07-31", 2_335],
  ["2026-01-31", 2_365],
  ["2026-07-31", 2_410],
  ["2026-10-31", 2_465],
];

/** The ministry's as-of dates to 2022-06-30, then every month end to LAST_DATE. */
function asOfDates(published: readonly string[]): string[] {
  const dates = published.filter((date) => date <= "2022-06-30");
  for (let month = 7; dates.at(-1) !== LAST_DATE; month++) {
    // Day 0 of the month after is the last day; the months count on beyond December.
    dates.push(new Date(Date.UTC(2022, month, 0)).toISOString().slice(0, 10));
  }
  return dates;
}

/** The cumulative count on every date from the first anchor on: exact on the anchors, never falling between. */
function interpolate(
  dates: readonly string[],
  anchors: readonly (readonly [string, number])[],
  random: Random,
) {
  const counts = new Map<string, number>([anchors[0]!]);
  for (let i = 1; i < anchors.length; i++) {
    const [from, before] = anchors[i - 1]!;
    const [to, after] = anchors[i]!;
    const between = dates.filter((date) => date > from && date <= to);
    const weights = between.map(() => around1(random, 0.25));
    let count = before;
    for (const [k, part] of allocate(after - before, weights).entries()) {
      count += part;
      counts.set(between[k]!, count);
    }
  }
  return counts;
}

/** The town's totals on the sample's 67 as-of dates, oldest first. Published figures where there are any. */
export function planTown(random: Random): TownTotal[] {
  const published = readReferenceCsv("published-series.csv").filter(
    (r) => r.code === SAMPLE_MUNICIPALITY && r.as_of! >= FIRST_DATE,
  );
  const dates = asOfDates(published.map((r) => r.as_of!));
  const issuedPublished = published.map((r): [string, number] => [r.as_of!, Number(r.issued)]);
  const applications = interpolate(dates, APPLICATIONS, random);
  const issued = interpolate(dates, [...issuedPublished, ...ISSUED_LATER], random);
  const abolished = interpolate(dates, ABOLISHED, random);
  return dates.map((as_of) => {
    const base = POPULATION_BASES.findLast((b) => b.usedFrom <= as_of)!;
    const gap = abolished.get(as_of);
    return {
      as_of,
      population: base.population,
      population_as_of: base.population_as_of,
      applications: applications.get(as_of)!,
      issued: issued.get(as_of)!,
      held: gap === undefined ? null : issued.get(as_of)! - gap,
    };
  });
}
