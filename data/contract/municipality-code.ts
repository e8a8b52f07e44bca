/**
 * 全国地方公共団体コード: five digits and a check digit. Weights 6,5,4,3,2; the check digit is the
 * last digit of 11 − (Σ mod 11). Source: 総務省「全国地方公共団体コード仕様」.
 */
const WEIGHTS = [6, 5, 4, 3, 2] as const;

/**
 * The check digit for the first five digits of a municipality's code.
 * @param fiveDigits exactly five ASCII digits; anything else gives null.
 * @example municipalityCheckDigit("17384") // "3"
 */
export function municipalityCheckDigit(fiveDigits: string): string | null {
  if (!/^\d{5}$/.test(fiveDigits)) return null;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(fiveDigits[i]), 0);
  return String((11 - (sum % 11)) % 10);
}

/** Whether the text is six ASCII digits of which the last is the right check digit. */
export function isMunicipalityCode(code: string): boolean {
  return /^\d{6}$/.test(code) && municipalityCheckDigit(code.slice(0, 5)) === code[5];
}

/** What became of a code as somebody wrote it. */
export type CodeReading =
  | { ok: true; code: string; repair: "none" | "check_digit_added" | "leading_zero_restored" }
  | { ok: false; reason: "not_digits" | "wrong_length" | "wrong_check_digit" | "ambiguous" };

/**
 * Reads a municipality's code, restoring what spreadsheets lose: a missing check digit
 * (17384 → 173843) or a leading zero (11002 → 011002). Five digits can be either; where
 * both readings are well-formed prefectures the answer is `ambiguous`, never a guess —
 * unless `expected` (the token's or the mapping's municipality) settles it.
 */
export function readMunicipalityCode(text: string, expected?: string): CodeReading {
  if (!/^\d+$/.test(text)) return { ok: false, reason: "not_digits" };
  if (text.length === 6) {
    return isMunicipalityCode(text)
      ? { ok: true, code: text, repair: "none" }
      : { ok: false, reason: "wrong_check_digit" };
  }
  if (text.length !== 5 && text.length !== 4) return { ok: false, reason: "wrong_length" };

  const restored = text.padStart(6, "0");
  const completed = text.padStart(5, "0");
  const readings: CodeReading[] = [];
  if (isPrefecture(restored) && isMunicipalityCode(restored)) {
    readings.push({ ok: true, code: restored, repair: "leading_zero_restored" });
  }
  const withDigit = completed + municipalityCheckDigit(completed);
  if (isPrefecture(withDigit)) {
    readings.push({
      ok: true,
      code: withDigit,
      repair: text.length === 5 ? "check_digit_added" : "leading_zero_restored",
    });
  }
  const wanted = readings.find((r) => r.ok && r.code === expected);
  if (wanted) return wanted;
  if (readings.length === 1) return readings[0]!;
  return { ok: false, reason: readings.length === 0 ? "wrong_check_digit" : "ambiguous" };
}

/** The two leading digits name one of the 47 prefectures. */
function isPrefecture(code: string): boolean {
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}
