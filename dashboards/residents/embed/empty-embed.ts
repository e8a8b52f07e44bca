import type { Language } from "../../data/contract/town-settings.js";
import { html } from "../../charts/html.js";
import { embedDocument } from "./embed-document.js";

const SAID: Record<Language, { tag: string; title: (town: string) => string; more: string }> = {
  ja: {
    tag: "ja",
    title: (town) => `${town}のグラフは、いま公開されていません`,
    more: "公開されると、ここに表示されます。",
  },
  easy: {
    tag: "ja",
    title: (town) => `${town}の グラフは、いま ありません`,
    more: "できたら、ここに 出ます。",
  },
  en: {
    tag: "en",
    title: (town) => `No chart of ${town} is published at present`,
    more: "It will be shown here once it is.",
  },
};

/** What a frame shows where a town has no release, or its release no such chart: a calm line instead of a fault. */
export function emptyEmbed(town: string, language: Language): string {
  const { tag, title, more } = SAID[language];
  return embedDocument(
    tag,
    title(town),
    html`
      <h1>${title(town)}</h1>
      <p>${more}</p>
    `,
  );
}
