import type { Language } from "../data/contract/town-settings.js";
import type { ResidentWords } from "./resident-words.js";
import { EASY } from "./words-easy.js";
import { ENGLISH } from "./words-en.js";
import { JAPANESE } from "./words-ja.js";

const WORDS: Readonly<Record<Language, ResidentWords>> = { ja: JAPANESE, easy: EASY, en: ENGLISH };

export const residentWords = (language: Language): ResidentWords => WORDS[language];
