import { LANGUAGES } from "../data/contract/town-settings.js";
import type { ChartDocument } from "../charts/chart.js";
import { html, trusted, type Markup } from "../charts/html.js";
import { aboutSection, paperFoot, size } from "./about.js";
import { tokyoDay } from "./apply.js";
import { copyWords, type CopyWords } from "./copy-words.js";
import { factList } from "./fact-list.js";
import { documentOf } from "./frame.js";
import { findingText } from "./hero.js";
import type { Page } from "./page.js";
import { readingContent } from "./reading-page.js";
import { readingWords } from "./reading-languages.js";
import type { Drawing } from "./resident-page.js";
import { residentContent } from "./resident-page.js";
import type { ReleaseFile } from "./release-file.js";

/**
 * A release in one file: every language with its charts and tables, 数字のよみかた, and the data to take
 * out. It asks nobody for anything: no picture, no style, no script, no icon comes from elsewhere.
 * @param pages one a language, Japanese first, with ids of their own.
 */
export function copyPage(pages: readonly Page[], { document, files }: Drawing): string {
  const [first] = pages;
  const page = first!;
  const { words, plain, town } = page;
  const head = { title: `${findingText(page)} | ${plain(words.title(town))}`, address: null, image: null };
  return documentOf(
    page,
    { ...head, description: copyWords(page.language).what },
    html`${pages.map((each) => article(each, document, contents(each, files)))}
      <script type="application/json" id="release">
        ${trusted(releaseJson(page, files))}
      </script>`,
  );
}

function article(page: Page, document: ChartDocument, foot: Markup): Markup {
  const { id, language, say, words } = page;
  const isFirst = language === LANGUAGES[0];
  return html`<article
    id="${language}"
    lang="${page.labels.tag}"
    class="${language} edition ${!isFirst && "screen"}"
    aria-labelledby="${id("finding")}"
  >
    ${residentContent(page, document, foot)} ${isFirst && paperFoot(page, true)}
    <div class="prose screen">
      <h2 id="${id("reading")}">${say(words.readingTitle)}</h2>
      ${readingContent(page, readingWords(language))}
    </div>
  </article>`;
}

/** What the copy is, and the data inside it. */
function contents(page: Page, files: readonly ReleaseFile[]): Markup {
  const words = copyWords(page.language);
  const { say, id } = page;
  return html`<section class="card text screen" aria-labelledby="${id("data")}">
      <h2 id="${id("data")}">${say(words.title)}</h2>
      <p>${say(words.what)}</p>
      ${factList(page, manifest(page, words))}
      <h3>${say(words.data)}</h3>
      ${
        page.language === LANGUAGES[0]
          ? html`<ul class="links">
              ${tables(files).map((file) => html`<li>${download(file)}</li>`)}
            </ul>`
          : html`<p><a href="#${LANGUAGES[0]}-data">${say(words.dataAbove)}</a></p>`
      }
    </section>
    ${aboutSection(page, true)}`;
}

function manifest({ release, town }: Page, words: CopyWords): [string, string][] {
  return [
    [words.town, `${town}(${release.municipality.code})`],
    [words.release, release.id],
    [words.asOf, release.through],
    [words.made, tokyoDay(release.made_at)],
  ];
}

/** What people open; the other formats hold the same figures for programs that have a network. */
const tables = (files: readonly ReleaseFile[]): ReleaseFile[] =>
  files.filter(({ name }) => name.endsWith(".csv"));

const download = ({ name, bytes, mediaType }: ReleaseFile): Markup =>
  html`<a download="${name}" href="data:${mediaType.replaceAll(" ", "")};base64,${base64(bytes)}"
    >${name}(${size(bytes.byteLength)})</a
  >`;

/** In pieces: a call takes only so many arguments. A multiple of three, so that the pieces join. */
const PIECE = 3 * 4096;

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(i, i + PIECE))));
  }
  return pieces.join("");
}

/** For programs: what the copy is a copy of. A `<` inside JSON could end the element early. */
function releaseJson({ release }: Page, files: readonly ReleaseFile[]): string {
  const { municipality, id, previous, made_at, through, synthetic, certificate } = release;
  return JSON.stringify({
    municipality,
    release: id,
    previous,
    made_at,
    through,
    synthetic,
    licence: release.settings.licence,
    policy: release.settings.policy,
    certificate,
    files: tables(files).map(({ name, bytes }) => ({ name, bytes: bytes.byteLength })),
  }).replaceAll("<", "\\u003c");
}
