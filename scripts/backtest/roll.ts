import type { Fitted } from "../../data/indicators/forecast/forecast.js";
import { Calibration } from "./calibrate-widths.js";
import { fitParameters, lossesOf } from "./fit-parameters.js";
import { pastPairs } from "./past-pairs.js";
import type { TownTables } from "./read-towns.js";
import { typicalSeries } from "./typical-series.js";

/** What was known at an origin. */
export interface KnownAt {
  /** Index of the date. */
  origin: number;
  fitted: Fitted;
}

/**
 * Parameters and widths at each date, each from nothing but dates up to it: parameters from pairs whose targets had
 * come, widths from the errors of forecasts made with the parameters of their own day.
 */
export function rollThrough(tables: TownTables): KnownAt[] {
  const typical = typicalSeries(tables);
  const pairs = pastPairs(tables, typical);
  const losses = lossesOf(pairs);
  const calibrations = { alone: new Calibration("alone"), beside: new Calibration("beside") };
  return tables.dates.flatMap(({ day }, origin) => {
    if (!pairs.some((p) => p.targetDay <= day)) return [];
    const parameters = fitParameters(losses, typical, day);
    const alone = calibrations.alone.widthsAt(day);
    const beside = calibrations.beside.widthsAt(day);
    const here = pairs.filter((p) => p.origin === origin);
    calibrations.alone.add(here, parameters.alone);
    calibrations.beside.add(here, parameters.beside);
    if (!alone || !beside) return [];
    const fitted = {
      alone: { ...parameters.alone, widths: alone },
      beside: { ...parameters.beside, widths: beside },
      typical: typical.slice(0, origin + 1),
    };
    return [{ origin, fitted }];
  });
}
