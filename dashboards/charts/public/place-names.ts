import { ALL } from "../../data/contract/figure.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import type { Language } from "../../data/contract/town-settings.js";
import type { Place } from "../../data/disclosure/place.js";

/**
 * A place's name as readers of a language write it. In English a district goes by the list's English name; a merge,
 * which has none of its own, by those of its districts where all have one. Areas are known by their Japanese name alone.
 */
export function placeName(release: PublicRelease, place: Place, language: Language): string {
  if (place.code === ALL || language !== "en" || place.kind !== "district") return place.name;
  const names = place.members.map((code) => districtName(release, code, "en"));
  const listed = new Set(release.districts?.flatMap((d) => d.name_en ?? []));
  return names.every((name) => listed.has(name)) ? names.join(", ") : place.name;
}

/** The name of a district of the ledger, one that is published within a merge too; its code where no list names it. */
export function districtName({ districts, tables }: PublicRelease, code: string, language: Language): string {
  const known = districts?.find((d) => d.code === code);
  const english = language === "en" ? known?.name_en : null;
  const own = tables.places.find((p) => p.kind === "district" && p.code === code && p.members.length === 1);
  return english ?? known?.name ?? own?.name ?? code;
}

/** Names of districts with their readings, as far as the town's list has them. */
export const districtReadings = ({ districts = [] }: PublicRelease): ReadonlyMap<string, string> =>
  new Map(
    districts.flatMap(({ name, kana }): [string, string][] =>
      kana && /\p{Script=Han}/u.test(name) ? [[name, hiragana(kana)]] : [],
    ),
  );

/** Readings are set in hiragana. */
const hiragana = (kana: string): string =>
  kana
    .normalize("NFKC")
    .replaceAll(/[\u30a1-\u30f6]/gu, (c) => String.fromCodePoint(c.codePointAt(0)! - 0x60));
