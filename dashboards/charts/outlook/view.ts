import { MEASURES, type Measure } from "../../data/contract/figure.js";
import type { Plan } from "../../data/indicators/forecast/plan.js";

export const PACE = { least: 0.5, most: 3, step: 0.1 } as const;
export const MOST_PEOPLE = 9999;
export const MOST_MONTHS = 36;
export const DEFAULT_MONTHS = 12;

export interface OutlookView {
  asOf: string | null;
  measure: Measure | null;
  plan: Plan;
}

/**
 * What the address asks for: `date`, `measure`, `pace` (times), `extra` (people a month), `months`. What is no
 * number falls back to the default, what is out of range to its end.
 */
export function viewFrom(read: (key: string) => string | null): OutlookView {
  return {
    asOf: read("date"),
    measure: MEASURES.find((m) => m === read("measure")) ?? null,
    plan: {
      pace: Math.round(within(read("pace"), 1, PACE.least, PACE.most) * 10) / 10,
      peopleAMonth: Math.round(within(read("extra"), 0, 0, MOST_PEOPLE)),
      months: Math.round(within(read("months"), DEFAULT_MONTHS, 1, MOST_MONTHS)),
    },
  };
}

function within(text: string | null, usual: number, least: number, most: number): number {
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
}
