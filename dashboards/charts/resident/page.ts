import type { PublicRelease } from "../../data/contract/public-release.js";
import { inLanguage, type Language, type Localised } from "../../data/contract/town-settings.js";
import { publicCharts } from "../public/public-charts.js";
import type { PublicChart } from "../public/public-chart.js";
import { publicModel, type PublicModel } from "../public/public-model.js";
import { wordsIn } from "../public/words.js";
import type { PublicWords } from "../public/public-words.js";
import { furiganaVoice, ORDINARY, type Voice } from "./furigana.js";
import { residentWords, type ResidentWords } from "./words.js";

/** A release as one language tells it. */
export interface Page extends Voice {
  release: PublicRelease;
  model: PublicModel;
  language: Language;
  words: ResidentWords;
  /** What charts and tables call things. */
  labels: PublicWords;
  charts: readonly PublicChart[];
  /** The municipality's name in this language. */
  town: string;
  /** What the town itself wrote in its settings. */
  local: (words: Localised) => string;
  /** An id that is unique in the document; a copy holds several languages. */
  id: (name: string) => string;
}

/** @param prefix of the document's ids where it holds several pages. */
export function pageOf(release: PublicRelease, language: Language, prefix = ""): Page {
  const model = publicModel(release, language);
  const { municipality, settings, tables } = release;
  const names = [municipality.name, municipality.prefecture, ...tables.places.map((p) => p.name)];
  return {
    release,
    model,
    language,
    words: residentWords(language),
    labels: wordsIn(language),
    charts: publicCharts(model),
    town: language === "en" ? (settings.name_en ?? municipality.name) : municipality.name,
    local: (words) => inLanguage(words, language),
    id: (name) => prefix + name,
    ...(language === "easy" ? furiganaVoice(names.filter((name) => name !== "all")) : ORDINARY),
  };
}

/** Where the Worker serves a page of a release. */
export const addressOf =
  (path: "/" | "/reading", municipality: string) =>
  (language: Language): string =>
    `${path}?m=${municipality}&lang=${language}`;
