import { MEASURES, type Measure } from "../../data/contract/figure.js";
import { FITTED } from "../../data/indicators/forecast/fitted.js";
import { FEWEST_DATES, forecastFrom, type Forecast } from "../../data/indicators/forecast/forecast.js";
import { milestoneDates, type MilestoneDates } from "../../data/indicators/forecast/milestone-dates.js";
import { observationsOf, type Observation } from "../../data/indicators/forecast/observation.js";
import {
  pastForecasts,
  summarisePast,
  type PastForecast,
  type PastSummary,
} from "../../data/indicators/forecast/past-forecasts.js";
import { NO_PLAN, type Plan } from "../../data/indicators/forecast/plan.js";
import { MILESTONES_PERCENT } from "../../data/indicators/milestone.js";
import type { Total } from "../../data/indicators/totals.js";
import type { Town } from "../model.js";

export interface OutlookParts {
  municipality: Town;
  synthetic: boolean;
  /** Oldest first. */
  totals: readonly Total[];
  /** What the address asks for; what has no figures falls back to the default. */
  view?: { asOf?: string | null; measure?: Measure | null; plan?: Plan };
}

/** Forecast and milestones of one way to go on. */
export interface Path {
  forecast: Forecast;
  milestones: MilestoneDates[];
}

/** Everything 見通し says. */
export interface OutlookModel {
  municipality: Town;
  synthetic: boolean;
  /** Measures with any figures, and the one shown; null without figures. */
  measures: readonly Measure[];
  measure: Measure | null;
  /** Dates of the measure shown, oldest first, and the one from which it is looked ahead. */
  dates: readonly string[];
  asOf: string | null;
  latest: string | null;
  /** Up to the origin, and what really came after it. */
  observed: readonly Observation[];
  later: readonly Observation[];
  plan: Plan;
  planned: boolean;
  /** With the plan; null with fewer than two dates. */
  path: Path | null;
  /** As things go; the same as `path` where nothing is planned. */
  usual: Path | null;
  /** What was said on the date before; null where that had too few dates. */
  before: Path | null;
  /** This town's own past forecasts, of all dates. */
  past: readonly PastForecast[];
  pastSummary: readonly PastSummary[];
}

/** The model of 見通し from a town's totals, wherever they were added up. */
export function outlookModel({ municipality, synthetic, totals, view = {} }: OutlookParts): OutlookModel {
  const measures = MEASURES.filter((m) => totals.some((t) => t[m] !== null));
  const measure = measures.find((m) => m === view.measure) ?? defaultMeasure(totals, measures);
  const all = measure ? observationsOf(totals, measure) : [];
  const origin = all.findLast((o) => o.as_of === view.asOf) ?? all.at(-1) ?? null;
  const observed = origin ? all.filter((o) => o.day <= origin.day) : [];
  const plan = view.plan ?? NO_PLAN;
  const planned = plan.pace !== 1 || (plan.peopleAMonth > 0 && plan.months > 0);
  const usual = pathFrom(observed, NO_PLAN);
  const past = measure ? pastOf(totals, measure) : [];
  return {
    municipality,
    synthetic,
    measures,
    measure,
    dates: all.map((o) => o.as_of),
    asOf: origin?.as_of ?? null,
    latest: all.at(-1)?.as_of ?? null,
    observed,
    later: origin ? all.filter((o) => o.day > origin.day) : [],
    plan,
    planned,
    path: planned ? pathFrom(observed, plan) : usual,
    usual,
    before: pathFrom(observed.slice(0, -1), NO_PLAN),
    past,
    pastSummary: summarisePast(past),
  };
}

/** What no control changes is reckoned once for the totals: a slider asks for the model at each of its steps. */
const PAST = new WeakMap<readonly Total[], Map<Measure, readonly PastForecast[]>>();

function pastOf(totals: readonly Total[], measure: Measure): readonly PastForecast[] {
  const known = PAST.get(totals) ?? new Map<Measure, readonly PastForecast[]>();
  PAST.set(totals, known);
  const past = known.get(measure) ?? pastForecasts(observationsOf(totals, measure), FITTED);
  known.set(measure, past);
  return past;
}

/** The measure nearest to holding that has dates enough to look ahead; where none has, the nearest at all. */
function defaultMeasure(totals: readonly Total[], measures: readonly Measure[]): Measure | null {
  const nearest = [...measures].reverse();
  return nearest.find((m) => observationsOf(totals, m).length >= FEWEST_DATES) ?? nearest[0] ?? null;
}

function pathFrom(observed: readonly Observation[], plan: Plan): Path | null {
  const forecast = forecastFrom(observed, FITTED, { plan });
  return forecast && { forecast, milestones: milestoneDates(forecast, MILESTONES_PERCENT) };
}
