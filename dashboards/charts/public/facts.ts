import type { Measure } from "../../data/contract/figure.js";
import { headline, type Headline } from "../../data/indicators/headline.js";
import { pointsBetween } from "../../data/indicators/rate.js";
import { denominatorChanges } from "../../data/indicators/crossing.js";
import type { Finding } from "./public-words.js";
import type { PublicModel } from "./public-model.js";
import { toldWithout } from "./groups.js";
import { formOf, rateOf, rateText, type Rate } from "./rates.js";
import { wordsIn } from "./words.js";

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

/** The focus' rate of the whole town. */
export const wholeRate = ({ now, focus, model }: Facts): Rate =>
  rateOf(now[focus]!.count, now.population, model.margin)!;

/** As sentences and labels say it: 79.6%; with 約 or as a band where the town tells its totals in tens. */
export function wholeText(facts: Facts): string {
  const rate = wholeRate(facts);
  return rateText(rate, formOf([rate]), wordsIn(facts.model.language));
}

/** The number of the charts' titles and what it is compared with. */
export function findingOf(facts: Facts): Finding {
  const { now, focus, before, model } = facts;
  const current = now[focus]!;
  const then = before?.[focus];
  return {
    measure: focus,
    percent: current.percent!,
    rate: wholeText(facts),
    about: model.margin > 0,
    without: toldWithout({ without: current.without, margin: model.margin }),
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
