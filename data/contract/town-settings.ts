import { DEFAULT_POLICY, type DisclosurePolicy } from "../disclosure/policy.js";

/** The languages of what residents read: Japanese, plain Japanese (やさしい日本語), English. */
export type Language = "ja" | "easy" | "en";
export const LANGUAGES: readonly Language[] = ["ja", "easy", "en"];

/** The same words in every language; one that is missing is said in Japanese. */
export interface Localised {
  ja: string;
  easy?: string | undefined;
  en?: string | undefined;
}

/** Under what terms others may use the open data. */
export type Licence = "CC-BY-4.0" | "PDL-1.0";

/** A chance to apply or to be helped: 出張申請受付, 申請サポート, スマホ教室. */
export interface Session {
  /** ISO date. */
  date: string;
  /** 13:30～16:00, as it is to be read; null where the day is all there is to say. */
  time: string | null;
  place: Localised;
  what: Localised;
}

/** What a municipality decides about its publications. Every release keeps the settings it was made under. */
export interface TownSettings {
  policy: DisclosurePolicy;
  licence: Licence;
  /** Who publishes; the municipality's own name where null. */
  publisher: Localised | null;
  /** Where questions go: an office with its telephone number or a page; null says the town's office. */
  contact: Localised | null;
  /** The name in Latin letters: Shika Town; null writes the Japanese name. */
  name_en: string | null;
  /** How and where to apply, a paragraph each; empty says what holds everywhere. */
  apply: readonly Localised[];
  sessions: readonly Session[];
  /** Origins whose pages may show a chart in a frame: https://www.town.shika.lg.jp; `*` for any. */
  frame_ancestors: readonly string[];
}

/** Six bands of life, each of people with much the same reasons to have a card; a city may choose finer ones. */
export const DEFAULT_AGES: readonly string[] = ["0-14", "15-29", "30-44", "45-59", "60-74", "75+"];

export const DEFAULT_SETTINGS: TownSettings = {
  policy: { ...DEFAULT_POLICY, ages: DEFAULT_AGES },
  licence: "CC-BY-4.0",
  publisher: null,
  contact: null,
  name_en: null,
  apply: [],
  sessions: [],
  frame_ancestors: ["*"],
};

/** The words in a language, in Japanese where it lacks them. */
export const inLanguage = (words: Localised, language: Language): string => words[language] ?? words.ja;
