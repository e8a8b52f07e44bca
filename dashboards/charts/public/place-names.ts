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
  const english = new Set(release.districts?.flatMap((d) => (d.name_en === null ? [] : d.code)));
  if (!place.members.every((line) => english.has(line.split("~")[0]!))) return place.name;
  return membersOf(release, place, "en").join(", ");
}

/** The names of a place's districts, in code order. */
export const membersOf = (release: PublicRelease, { members }: Place, language: Language): string[] =>
  members.map((line) => districtName(release, line, language));

/** Whether a place has a name of its own, and not just those of its districts, one after the other. */
export const isOwnName = (release: PublicRelease, place: Place): boolean =>
  place.members.length < 2 || place.name !== membersOf(release, place, "ja").join("・");

/**
 * The name of a district of the ledger, one that is published within a merge too; its code where no list names it.
 * People who were divided among other districts are told apart by when (see Lineage).
 * @param line its code, or the code and the date of the division: 05~2025-04-01
 */
export function districtName({ districts, tables }: PublicRelease, line: string, language: Language): string {
  const [code, until] = line.split("~") as [string, string?];
  const known = districts?.find((d) => d.code === code);
  const english = language === "en" ? known?.name_en : null;
  const own = tables.places.find((p) => p.kind === "district" && p.code === code && p.members.length === 1);
  const name = english ?? known?.name ?? own?.name ?? code;
  if (until === undefined) return name;
  return language === "en" ? `${name} (before ${until})` : `${name}（${until}より前）`;
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
