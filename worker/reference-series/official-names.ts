import { municipalityCheckDigit } from "../../data/contract/municipality-code.js";
import { MUNICIPALITY_TYPES } from "../../data/contract/reference-series.js";
import { NATION } from "../../data/indicators/published-total.js";

export interface OfficialMunicipality {
  code: string;
  prefecture: string;
  name: string;
}

/** The official list, asked by name or by code. */
export interface OfficialNames {
  /** `石川県` → `17`; null for a name that is none of the 47. */
  prefectureDigits(name: string): string | null;
  /**
   * The code of a municipality of that prefecture (two digits; "" for the whole nation, where a name may begin
   * with its prefecture's: 石川県加賀市); null where no name or more than one fits.
   */
  codeOf(prefecture: string, name: string): string | null;
  isListed(code: string): boolean;
  /** What a reference figure's code stands for; the code itself where the list does not know it. */
  nameOf(code: string): string;
}

/** The code of a prefecture by its two digits: `17` → `170003`. */
export const prefectureCode = (digits: string): string =>
  `${digits}000${municipalityCheckDigit(`${digits}000`)}`;

/** Compatibility forms folded, blanks dropped; 鎌ヶ谷市 and 鎌ケ谷市 are one spelling. */
const normalise = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").replaceAll("ヶ", "ケ");

/**
 * A name as it stands, without its county (羽咋郡志賀町), without its island (三宅島三宅村): the ministry writes
 * all three. The whole name comes first, so that 郡山市 and 大島町 stay what they are.
 */
function readings(name: string): string[] {
  const county = name.replace(/^[^郡]+郡(?=.+[町村]$)/, "");
  const island = name.replace(/^[^島]+島(?=.+[町村]$)/, "");
  return [...new Set([name, county, island])];
}

export function officialNames(list: readonly OfficialMunicipality[]): OfficialNames {
  const prefectures = new Map(list.map((m) => [normalise(m.prefecture), m.code.slice(0, 2)]));
  const listed = new Map(list.map((m) => [m.code, m.name]));
  const byName = new Map<string, string | null>();
  for (const { code, name } of list) {
    const key = normalise(name);
    for (const named of [code.slice(0, 2) + key, key]) byName.set(named, byName.has(named) ? null : code);
  }
  const names = new Map<string, string>([
    ...listed,
    ...list.map((m) => [prefectureCode(m.code.slice(0, 2)), m.prefecture] as const),
    ...Object.entries(MUNICIPALITY_TYPES),
    [NATION, "全国"],
  ]);
  return {
    prefectureDigits: (name) => prefectures.get(normalise(name)) ?? null,
    codeOf: (prefecture, name) => {
      const text = normalise(name);
      const named = prefecture === "" ? [...prefectures].find(([full]) => text.startsWith(full)) : undefined;
      const [digits, rest] = named ? [named[1], text.slice(named[0].length)] : [prefecture, text];
      for (const reading of readings(rest)) {
        const code = byName.get(digits + reading);
        if (code !== undefined) return code;
      }
      return null;
    },
    isListed: (code) => listed.has(code),
    nameOf: (code) => names.get(code) ?? code,
  };
}
