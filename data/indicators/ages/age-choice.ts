import { ageBandStart, parseAgeBand } from "../../contract/age-band.js";
import { ALL } from "../../contract/figure.js";

/** Ages that can be looked at by themselves: one band, or several that make up a span planners speak of. */
export interface AgeChoice {
  /** Written as a band: `65+`, `15-64`. */
  key: string;
  /** The bands it is the sum of, youngest first. */
  bands: readonly string[];
}

/** Spans that planners speak of: 年少・生産年齢・老年人口 (総務省統計局の年齢3区分), and the older half of the last. */
const SPANS = ["0-14", "15-64", "65+", "75+"];

/**
 * What can be chosen of a date's bands: the spans they make up exactly, then each band, youngest first; none where
 * ages are not told apart.
 */
export function ageChoices(bands: readonly string[]): AgeChoice[] {
  const told = [...new Set(bands)].filter((b) => b !== ALL).sort((a, b) => ageBandStart(a) - ageBandStart(b));
  if (told.length < 2) return [];
  const spans = SPANS.flatMap((key) => {
    const parts = bandsWithin(key, told);
    return parts && parts.length > 1 && parts.length < told.length ? [{ key, bands: parts }] : [];
  });
  return [...spans, ...told.map((key) => ({ key, bands: [key] }))];
}

/**
 * The bands that a span is the sum of, youngest first.
 * @param key written as a band, `65+`.
 * @returns null where no bands make it up exactly, or the text is no span.
 */
export function bandsWithin(key: string, bands: readonly string[]): string[] | null {
  const span = parseAgeBand(key);
  if (!span) return null;
  const end = (to: number | null) => to ?? Infinity;
  const inside = bands.filter((band) => {
    const range = parseAgeBand(band);
    return range !== null && range.from >= span.from && end(range.to) <= end(span.to);
  });
  inside.sort((a, b) => ageBandStart(a) - ageBandStart(b));
  let next = span.from;
  for (const band of inside) {
    const range = parseAgeBand(band)!;
    if (range.from !== next) return null;
    next = end(range.to) + 1;
  }
  return inside.length > 0 && next === end(span.to) + 1 ? inside : null;
}
