import { LANGUAGES, type Language } from "../../data/contract/town-settings.js";
import { escapeText, html, trusted, type Markup } from "../../charts/html.js";
import type { ChartEntry } from "../../charts/public/chart-index.js";
import { EMBED_MAKER_STYLE } from "../styles.js";
import { MAKER_WORDS } from "./embed-maker-words.js";
import type { PublicChartId } from "../../charts/public/public-chart.js";
import { wordsIn } from "../../charts/public/words.js";

/** Widths to choose from, in px; null is as wide as the page allows. */
export const FRAME_WIDTHS = { full: null, wide: 760, narrow: 360 } as const;
export type FrameWidth = keyof typeof FRAME_WIDTHS;

export interface MakerChoice {
  chart: PublicChartId;
  language: Language;
  width: FrameWidth;
}

export interface MakerInput {
  origin: string;
  municipality: { code: string; name: string };
  /** Every chart of the latest release, in every language. */
  charts: readonly ChartEntry[];
  choice: MakerChoice;
}

/** The code that another site puts into its page. Null where the release has no such chart. */
export function frameCode({ origin, municipality, charts, choice }: MakerInput): string | null {
  const entry = charts.find((c) => c.id === choice.chart && c.language === choice.language);
  if (!entry) return null;
  const { narrow, wide } = entry.frame_height;
  const px = FRAME_WIDTHS[choice.width];
  const height = choice.width === "full" ? Math.max(narrow, wide) : choice.width === "wide" ? wide : narrow;
  const src = `${origin}/embed/${municipality.code}/${choice.chart}?lang=${choice.language}`;
  const title = `${municipality.name} ${wordsIn(choice.language).charts[choice.chart]}`;
  const style = px === null ? "border:0;width:100%;max-width:760px" : "border:0;max-width:100%";
  const attributes = {
    src,
    title,
    ...(px !== null && { width: px }),
    height,
    style,
    loading: "lazy",
  };
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`);
  return `<iframe${pairs.join("")}></iframe>`;
}

/** A form that makes the code for one chart and shows it at once; complete without script. */
export function embedMaker(input: MakerInput): string {
  const { municipality, charts, choice } = input;
  const language = choice.language === "en" ? "en" : "ja";
  const words = MAKER_WORDS[language];
  const code = frameCode(input);
  const ids = [...new Set(charts.map((c) => c.id))];
  const option = (value: string, chosen: string, text: string): Markup =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title} | ${municipality.name}</title>
        <style>
          ${trusted(EMBED_MAKER_STYLE)}
        </style>
        <script src="/embed/copy.js" defer></script>
      </head>
      <body>
        <main>
          <p><a href="/?m=${municipality.code}&lang=${choice.language}">${municipality.name}</a></p>
          <h1>${words.title}</h1>
          <p>${words.intro}</p>
          <form method="get" action="/embed">
            <input type="hidden" name="m" value="${municipality.code}" />
            <label
              >${words.chart}<select name="chart">
                ${ids.map((id) => option(id, choice.chart, wordsIn(choice.language).charts[id]))}
              </select></label
            >
            <label
              >${words.language}<select name="lang">
                ${LANGUAGES.map((l) => option(l, choice.language, words.languages[l]))}
              </select></label
            >
            <label
              >${words.width}<select name="width">
                ${(Object.keys(FRAME_WIDTHS) as FrameWidth[]).map((w) => option(w, choice.width, words.widths[w]))}
              </select></label
            >
            <button>${words.make}</button>
          </form>
          ${
            code === null
              ? html`<p>${words.none}</p>`
              : html`<h2><label for="code">${words.code}</label></h2>
                  <textarea id="code" readonly rows="5" spellcheck="false">${code}</textarea>
                  <p class="copy" hidden>
                    <button id="copy" type="button" data-done="${words.copied}">${words.copy}</button>
                    <span role="status"></span>
                  </p>
                  <h2>${words.preview}</h2>
                  <div class="preview">${trusted(code)}</div>`
          }
        </main>
      </body>
    </html>`;
  return `${page.text}\n`;
}

/** Copies the code where a script may; without one it is selected and copied by hand. */
export const COPY_SCRIPT = `const button = document.getElementById("copy");
if (button && navigator.clipboard) {
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById("code").value);
    button.nextElementSibling.textContent = button.dataset.done;
  });
}
`;
