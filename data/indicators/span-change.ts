import { daysBetween, dateParts } from "../contract/as-of-date.js";
import type { Measure } from "../contract/figure.js";
import { rateChange, type RateChange } from "./change.js";
import { denominatorChanges } from "./crossing.js";
import type { Total } from "./totals.js";

/** The end of fiscal year 2022, of which 志賀町DX推進計画 (2023年4月) speaks. */
export const PLAN_DATE = "2023-03-31";

/** How far from the day asked for an as-of date may lie to stand for it. */
const NEAR_DAYS = 20;

/** A switch of the denominator inside a span, and what it alone did to the rate. */
export interface DenominatorSwitch {
  as_of: string;
  population_as_of: string;
  /** Points. */
  populationEffect: number;
}

/** The change of a rate between two as-of dates. */
export interface SpanChange {
  from: Total;
  to: Total;
  change: RateChange;
  switches: readonly DenominatorSwitch[];
}

/** A span that planners ask about; `since_first` where the plan's date has no figure of this measure. */
export type SpanKind = "previous" | "year" | "plan" | "since_first";

const supplies = (measure: Measure) => (t: Total) => t[measure] !== null && t.population > 0;

/**
 * The change of a rate from one as-of date to another, split step by step at every date between them that supplies
 * the measure: so each switch of the denominator shows what it did by itself, and the parts add up to the whole.
 * @param totals oldest first.
 * @returns null where one of the two dates lacks the measure or has no residents, or is not before the other.
 */
export function spanChange(
  totals: readonly Total[],
  measure: Measure,
  from: string,
  to: string,
): SpanChange | null {
  const steps = totals.filter(supplies(measure)).filter((t) => t.as_of >= from && t.as_of <= to);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || first === last || first.as_of !== from || last.as_of !== to) return null;
  const switched = new Set(denominatorChanges(steps));
  const change: RateChange = { total: 0, cardEffect: 0, populationEffect: 0 };
  const switches: DenominatorSwitch[] = [];
  const point = (t: Total) => ({ count: t[measure]!, population: t.population });
  for (let i = 1; i < steps.length; i++) {
    const step = rateChange(point(steps[i - 1]!), point(steps[i]!));
    change.cardEffect += step.cardEffect;
    change.populationEffect += step.populationEffect;
    if (switched.has(steps[i]!)) {
      const { as_of, population_as_of } = steps[i]!;
      switches.push({ as_of, population_as_of: population_as_of!, populationEffect: step.populationEffect });
    }
  }
  change.total = change.cardEffect + change.populationEffect;
  return { from: first, to: last, change, switches };
}

/**
 * What has changed since the date before, since a year ago, and since the plan's date, for those spans that the
 * figures have; where the measure began after the plan's date, since its first figure.
 * @param totals oldest first. @param asOf the date shown; without the measure on it there are no spans.
 */
export function comparedSpans(
  totals: readonly Total[],
  measure: Measure,
  asOf: string,
): (SpanChange & { kind: SpanKind })[] {
  const earlier = totals.filter(supplies(measure)).filter((t) => t.as_of < asOf);
  const nearest = (day: string): string | null => {
    const near = earlier
      .map(({ as_of }) => ({ as_of, days: Math.abs(daysBetween(as_of, day)) }))
      .filter(({ days }) => days <= NEAR_DAYS)
      .sort((a, b) => a.days - b.days);
    return near[0]?.as_of ?? null;
  };
  const plan = asOf > PLAN_DATE ? nearest(PLAN_DATE) : null;
  const starts: { kind: SpanKind; from: string | null }[] = [
    { kind: "previous", from: earlier.at(-1)?.as_of ?? null },
    { kind: "year", from: nearest(yearBefore(asOf)) },
    plan ? { kind: "plan", from: plan } : { kind: "since_first", from: earlier[0]?.as_of ?? null },
  ];
  const seen = new Set<string>();
  return starts.flatMap(({ kind, from }) => {
    if (from === null || seen.has(from)) return [];
    seen.add(from);
    const span = spanChange(totals, measure, from, asOf);
    return span ? [{ kind, ...span }] : [];
  });
}

/** The same day a year before; 29 February becomes the 28th. */
function yearBefore(date: string): string {
  const { year, month, day } = dateParts(date);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  return `${year - 1}${date.slice(4, 8)}${String(Math.min(day, last)).padStart(2, "0")}`;
}
