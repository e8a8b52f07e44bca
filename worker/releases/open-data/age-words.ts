import { parseAgeBand } from "../../../data/contract/age-band.js";
import { ALL } from "../../../data/contract/figure.js";

/** 総数, 5-9歳, 90歳以上; the word keeps a spreadsheet from taking 5-9 for a day in May. */
export function ageWords(band: string): string {
  const range = parseAgeBand(band);
  if (!range) return band === ALL ? "総数" : band;
  return range.to === null ? `${range.from}歳以上` : `${range.from}-${range.to}歳`;
}
