import type { Language } from "../../data/contract/town-settings.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { Certificate } from "../../data/disclosure/audit/certificate.js";
import { READING_EASY } from "./reading-easy.js";
import { READING_EN } from "./reading-en.js";
import { READING_JA } from "./reading-ja.js";

/** What 数字のよみかた says; a list is a paragraph each. */
export interface ReadingWords {
  lead: string;
  rates: {
    title: string;
    text: readonly string[];
    formulas: Readonly<Record<"applications" | "issued" | "held", string>>;
    /** 5,000 ÷ 10,000 = 50.0% of this release. */
    example: (count: number, population: number, percent: string) => string;
  };
  difference: { title: string; text: readonly string[] };
  population: {
    title: string;
    text: readonly string[];
    /** One population date on all dates. */
    unchanged: (populationAsOf: string) => string;
    unknown: string;
    switches: string;
    columns: readonly [from: string, base: string, population: string, effect: string];
  };
  rounding: { title: string; text: readonly string[] };
  hiding: {
    title: string;
    text: (policy: DisclosurePolicy) => readonly string[];
    /** What is hidden in this release, as a number of series and no more: by reason would tell about them. */
    some: (hidden: number) => string;
    none: string;
  };
  proof: {
    title: string;
    text: readonly string[];
    facts: (c: Certificate) => readonly (readonly [string, string])[];
  };
  merging: {
    title: string;
    text: readonly string[];
    none: string;
    merge: (name: string, members: string) => string;
  };
  sources: { title: string; text: (town: string, synthetic: boolean) => readonly string[] };
  citing: {
    title: string;
    text: string;
    citation: (c: { town: string; date: string; id: string; licence: string }) => string;
  };
  changes: { title: string; first: string; none: string };
  contents: string;
}

const WORDS: Readonly<Record<Language, ReadingWords>> = {
  ja: READING_JA,
  easy: READING_EASY,
  en: READING_EN,
};

export const readingWords = (language: Language): ReadingWords => WORDS[language];
