import type { Language } from "../data/contract/town-settings.js";
import { READING_EASY } from "./reading-easy.js";
import { READING_EN } from "./reading-en.js";
import { READING_JA } from "./reading-ja.js";
import type { ReadingWords } from "./reading-words.js";

const WORDS: Readonly<Record<Language, ReadingWords>> = {
  ja: READING_JA,
  easy: READING_EASY,
  en: READING_EN,
};

export const readingWords = (language: Language): ReadingWords => WORDS[language];
