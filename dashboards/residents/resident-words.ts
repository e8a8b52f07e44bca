import type { Measure } from "../data/contract/figure.js";
import type { Language, Licence } from "../data/contract/town-settings.js";
import type { Comparison, Share } from "./finding.js";

/** What a language calls itself, and how it is marked for machines. */
export const LANGUAGE_NAMES: Readonly<Record<Language, { name: string; tag: "ja" | "en" }>> = {
  ja: { name: "日本語", tag: "ja" },
  easy: { name: "やさしい日本語", tag: "ja" },
  en: { name: "English", tag: "en" },
};

/** A way to apply: its name, and what is done. */
export interface Way {
  name: string;
  how: string;
}

/** Everything the residents' page says beside its charts. Numbers come in as numbers. */
export interface ResidentWords {
  title: (town: string) => string;
  skip: string;
  languages: string;
  sample: string;
  towns: string;
  chooseTown: string;
  notebooks: string;
  asOf: (date: string) => string;
  /** The finding as a sentence; without a share (everybody, or more) by its percent. */
  finding: (town: string, measure: Measure, share: Share | null, percent: string | null) => string;
  nothingYet: (town: string) => string;
  /** What comes to stand here. */
  nothingYetMore: string;
  /** What the rate is, after its name. */
  meaning: Readonly<Record<Measure, string>>;
  /** @param count as it is said: 14,330枚, 約14,330枚. */
  ofResidents: (measure: Measure, count: string, population: number) => string;
  /** The band around a rate that is told in tens. */
  bandOfRate: string;
  since: (before: NonNullable<Comparison["before"]>) => string;
  aYear: string;
  /** @param line the town's name for the 88% line. */
  fromLine: (line: string) => string;
  points: (signed: string) => string;
  left: Readonly<Record<Measure, string>>;
  /** @param left what is meant, one of `left`. */
  leftNote: (left: string) => string;
  otherBase: string;
  howToApply: string;
  charts: string;
  showTable: string;
  tableOf: (title: string) => string;
  tableCut: (rows: number) => string;
  applyTitle: string;
  applyIntro: string;
  ways: readonly Way[];
  receive: string;
  noForm: string;
  phoneTitle: string;
  phone: string;
  phoneOther: string;
  applySource: string;
  sessionsTitle: string;
  sessionsNone: string;
  /** A day with its weekday: 11月30日(月). */
  day: (iso: string) => string;
  contactTitle: string;
  contact: (town: string) => string;
  shareTitle: string;
  shareAddress: string;
  shareBy: (where: string) => string;
  mail: string;
  embed: string;
  dataTitle: string;
  dataIntro: string;
  dataAll: string;
  aboutTitle: string;
  readingTitle: string;
  readingLink: string;
  back: string;
  publisher: string;
  licenceTitle: string;
  licence: Readonly<Record<Licence, string>>;
  releaseTitle: string;
  issued: (date: string, id: string) => string;
  copy: string;
}
