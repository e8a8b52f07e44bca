import { LANGUAGES, type Language } from "../../data/contract/town-settings.js";

/**
 * The language a page is written in: the one the address names; else the first of Japanese and English that the
 * browser prefers; else Japanese. Plain Japanese is shown only to whoever asks for it.
 * @param asked the `lang` of the address. @param accepted the Accept-Language header.
 */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const named = LANGUAGES.find((language) => language === asked);
  if (named) return named;
  const preferred = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [range, ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((text) => text !== undefined);
      return { language: range!.split("-")[0], quality: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, quality }) => (language === "ja" || language === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return preferred[0]?.language === "en" ? "en" : "ja";
}
