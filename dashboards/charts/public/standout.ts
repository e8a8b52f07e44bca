import { formOfGroups, isAbout, toldWithout, type Group } from "./groups.js";
import { leaders } from "./leaders.js";
import type { PublicWords, Standout } from "./public-words.js";
import { bandOf, rateText } from "./rates.js";

/** The districts with the most residents without a card, as far as the noise lets it be said. */
export const mostWithout = (groups: readonly Group[]): readonly Group[] =>
  nameable(
    leaders(groups, ({ without, margin }) => ({ value: without, margin })),
    groups,
  );

/** The ages with the lowest rate, as far as the noise lets it be said. */
export const lowestRates = (groups: readonly Group[]): readonly Group[] =>
  nameable(
    leaders(groups, ({ rate }) => ({ value: -rate.value, margin: rate.high - rate.value })),
    groups,
  );

/** More than these level with each other are no finding about any of them. */
const MOST_NAMED = 3;

/** Those in front where they are few enough to be named and others are left behind; else none. */
const nameable = (first: readonly Group[], all: readonly Group[]): readonly Group[] =>
  first.length <= MOST_NAMED && first.length < all.length ? first : [];

/** What a title says of those that stand out, or of all groups where none does. */
export function standoutOf(
  named: readonly Group[],
  all: readonly Group[],
  words: PublicWords,
): Pick<Standout, "names" | "rate" | "people"> {
  const meant = named.length > 0 ? named : all;
  const people = meant.map(toldWithout);
  const [only] = named;
  return {
    names: named.map((g) => g.short),
    rate:
      only && named.length === 1
        ? rateText(only.rate, formOfGroups(all), words)
        : words.band(bandOf(meant.map((g) => g.rate))),
    people: words.fromTo(Math.min(...people), Math.max(...people), meant.some(isAbout)),
  };
}
