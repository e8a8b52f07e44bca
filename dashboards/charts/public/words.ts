import type { Language } from "../../data/contract/town-settings.js";
import type { PublicWords } from "./public-words.js";
import { EASY } from "./words-easy.js";
import { ENGLISH } from "./words-en.js";
import { JAPANESE } from "./words-ja.js";

const WORDS: Readonly<Record<Language, PublicWords>> = { ja: JAPANESE, easy: EASY, en: ENGLISH };

export const wordsIn = (language: Language): PublicWords => WORDS[language];
