import type { Measure } from "../../data/contract/figure.js";
import { headline, type Headline } from "../../data/indicators/headline.js";
import { pointsBetween } from "../../data/indicators/rate.js";
import { denominatorChanges } from "../../data/indicators/crossing.js";
import type { Finding } from "./public-words.js";
import type { PublicModel } from "./public-model.js";

/** What the charts of a release are about. */
export interface Facts {
  model: PublicModel;
  now: Headline;
  focus: Measure;
  /** A year before where there is one with the measure, else the date before; null on the first date. */
  before: Headline | null;
  /** The population behind the rates changes its date on the way. */
  denominatorChanges: boolean;
}

/** @returns null where the release holds nothing that could be drawn. */
export function factsOf(model: PublicModel): Facts | null {
  const { headline: now, focus, totals } = model;
  if (!now || !focus || now.population === 0) return null;
  const previous = now.previous_as_of && headline(now.municipality, totals, now.previous_as_of);
  const before = [model.yearBefore, previous].find((h) => h && h[focus] !== null) || null;
  return { model, now, focus, before, denominatorChanges: denominatorChanges(totals).length > 0 };
}

/** The number of the charts' titles and what it is compared with. */
export function findingOf({ now, focus, before }: Facts): Finding {
  const current = now[focus]!;
  const then = before?.[focus];
  return {
    measure: focus,
    percent: current.percent!,
    without: current.without,
    as_of: now.as_of,
    before:
      before && then
        ? {
            as_of: before.as_of,
            points: then.percent === null ? null : pointsBetween(then.percent, current.percent!),
            without: then.without,
          }
        : null,
  };
}
