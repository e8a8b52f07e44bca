import { ageBandStart, parseAgeBand } from "../../contract/age-band.js";
import { ALL, type Figure } from "../../contract/figure.js";
import type { Place, ProtectedLabel } from "./label.js";

/** Which of a date's figures (leaves) make up each published cell. */
export interface Layout {
  /** Leaves of the date, by their index in the system. */
  leaves: readonly number[];
  /** For each cell of the system its leaves; null where the date cannot supply it. */
  members: readonly (readonly number[] | null)[];
}

/** Reads a date's figures as leaves. @param leafOf gives equal figures of all dates one index. */
export function layoutOf(
  rows: readonly Figure[],
  cells: readonly ProtectedLabel[],
  leafOf: (row: Figure) => number,
): Layout {
  const bands = new Set(rows.map((r) => r.age_band));
  const members = cells.map((cell) => {
    const inside = rows.filter((row) => holds(cell, row));
    return inside.length > 0 && coversAges(bands, cell.age_band) ? inside.map(leafOf) : null;
  });
  return { leaves: rows.map(leafOf), members };
}

const inPlace = (place: Place, district: string): boolean =>
  place.kind === "town" || place.districts.has(district);

function holds({ place, age_band, sex }: ProtectedLabel, row: Figure): boolean {
  if (!inPlace(place, row.district) || (sex !== ALL && row.sex !== sex)) return false;
  if (age_band === ALL) return true;
  const range = parseAgeBand(row.age_band);
  const around = parseAgeBand(age_band)!;
  if (!range || range.from < around.from) return false;
  return around.to === null || (range.to !== null && range.to <= around.to);
}

/** A date's bands sum to a band where they begin with it and the next begins after it. */
function coversAges(bands: ReadonlySet<string>, band: string): boolean {
  const around = parseAgeBand(band);
  if (!around) return true;
  if (bands.has(ALL)) return false;
  const starts = new Set([...bands].map(ageBandStart));
  return starts.has(around.from) && (around.to === null || starts.has(around.to + 1));
}
