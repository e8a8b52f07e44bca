import type { PublicRelease } from "../data/contract/public-release.js";
import { inLanguage, type Language, type Localised } from "../data/contract/town-settings.js";
import { publicCharts } from "../charts/public/public-charts.js";
import type { PublicChart } from "../charts/public/public-chart.js";
import { publicModel, type PublicModel } from "../charts/public/public-model.js";
import { wordsIn } from "../charts/public/words.js";
import type { PublicWords } from "../charts/public/public-words.js";
import { districtReadings, isOwnName, membersOf } from "../charts/public/place-names.js";
import { ENGLISH_VOICE, furiganaVoice, ORDINARY, type Voice } from "./furigana.js";
import type { ResidentWords } from "./resident-words.js";
import { residentWords } from "./words.js";

/** What every page has, of a release or of none. */
export interface Frame extends Voice {
  language: Language;
  words: ResidentWords;
  /** Six digits. */
  code: string;
  /** The municipality's name in this language. */
  town: string;
  /** Some figures are made up, and the page says so. */
  synthetic: boolean;
  /** An id that is unique in the document; a copy holds several languages. */
  id: (name: string) => string;
}

/** A release as one language tells it. */
export interface Page extends Frame {
  release: PublicRelease;
  model: PublicModel;
  /** What charts and tables call things. */
  labels: PublicWords;
  charts: readonly PublicChart[];
  /** Puts 約 before a number of the whole town where the town tells its own totals in tens. */
  rough: (text: string) => string;
  /** What the town itself wrote in its settings. */
  local: (words: Localised) => string;
}

/** @param prefix of the document's ids where it holds several pages. */
export function pageOf(release: PublicRelease, language: Language, prefix = ""): Page {
  const model = publicModel(release, language);
  const { municipality, settings, tables } = release;
  const labels = wordsIn(language);
  const names = [
    municipality.name,
    municipality.prefecture,
    ...tables.places.flatMap((place) =>
      isOwnName(release, place) ? place.name : membersOf(release, place, "ja"),
    ),
  ];
  return {
    release,
    model,
    language,
    words: residentWords(language),
    labels,
    rough: (text) => (model.margin > 0 ? labels.about(text) : text),
    charts: publicCharts(model),
    code: municipality.code,
    synthetic: release.synthetic,
    town: language === "en" ? (settings.name_en ?? municipality.name) : municipality.name,
    local: (words) => inLanguage(words, language),
    id: (name) => prefix + name,
    ...voiceOf(
      language,
      names.filter((name) => name !== "all"),
      districtReadings(release),
    ),
  };
}

const voiceOf = (
  language: Language,
  names: readonly string[],
  readings?: ReadonlyMap<string, string>,
): Voice =>
  language === "easy" ? furiganaVoice(names, readings) : language === "en" ? ENGLISH_VOICE : ORDINARY;

/** The frame of a page about a municipality that has published nothing. */
export function frameOf(municipality: PublicRelease["municipality"], language: Language): Frame {
  const { code, name, prefecture } = municipality;
  return {
    language,
    words: residentWords(language),
    code,
    town: name,
    synthetic: false,
    id: (id) => id,
    ...voiceOf(language, [name, prefecture]),
  };
}

/** Where the Worker serves a page of a release. */
export const addressOf =
  (path: "/" | "/reading", municipality: string) =>
  (language: Language): string =>
    `${path}?m=${municipality}&lang=${language}`;
