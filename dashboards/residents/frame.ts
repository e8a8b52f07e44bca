import { LANGUAGES, type Language } from "../data/contract/town-settings.js";
import { html, trusted, type Markup } from "../charts/html.js";
import { RESIDENT_STYLE } from "./styles.js";
import type { Frame } from "./page.js";
import { LANGUAGE_NAMES } from "./resident-words.js";

/**
 * Stands in a stored page where the address of the site belongs: a release does not know where it will be
 * served. The Worker puts its own there (worker/pages/resident-page.ts); .invalid never names a host (RFC 2606).
 */
export const ORIGIN = "https://origin.invalid";

/** What is said about a page where it is linked to, in plain text. */
export interface PageHead {
  title: string;
  description: string;
  /** Path and query of the page in each language; null in a copy, which has no address. */
  address: ((language: Language) => string) | null;
  /** Path of a picture of 1200 × 630 px. */
  image: string | null;
}

/** A whole document. `data-slot` marks what depends on the visitor and is filled when the page is served. */
export function documentOf(frame: Frame, head: PageHead, main: Markup): string {
  const { language, words, say, town, synthetic } = frame;
  const { tag } = LANGUAGE_NAMES[language];
  return html`<!doctype html>
    <html lang="${tag}">
      <head>
        <meta charset="utf-8" />
        <title>${head.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${head.description}" />
        ${head.address ? published(head, language) : COPY_POLICY}
        <style>
          ${trusted(RESIDENT_STYLE)}
        </style>
      </head>
      <body class="${language}">
        <a class="skip" href="#main">${say(words.skip)}</a>
        <header class="top">
          <div class="wrap bar">
            <p class="brand">${brand(frame, head, say(words.title(town)))}</p>
            ${head.address && html`<div class="staff" data-slot="staff"></div>`} ${switcher(frame, head)}
          </div>
        </header>
        ${synthetic && html`<div class="sample"><p class="wrap" role="note">${say(words.sample)}</p></div>`}
        ${head.address && html`<div class="wrap towns screen" data-slot="towns"></div>`}
        <main id="main" class="wrap">${main}</main>
      </body>
    </html> `.text;
}

/** A copy asks nobody for anything, and says so to whatever opens it. */
const COPY_POLICY = html`<meta
    http-equiv="Content-Security-Policy"
    content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  /><link rel="icon" href="data:," />`;

function published({ title, description, address, image }: PageHead, language: Language): Markup {
  const at = (other: Language): string => ORIGIN + address!(other);
  return html`<link rel="canonical" data-origin="href" href="${at(language)}" />
    ${LANGUAGES.filter((other) => other !== "easy").map(
      (other) =>
        html`<link
          rel="alternate"
          data-origin="href"
          hreflang="${LANGUAGE_NAMES[other].tag}"
          href="${at(other)}"
        />`,
    )}
    <meta property="og:type" content="article" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" data-origin="content" content="${at(language)}" />
    <meta property="og:locale" content="${language === "en" ? "en_GB" : "ja_JP"}" />
    ${
      image &&
      html`<meta property="og:image" data-origin="content" content="${ORIGIN + image}" />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content="${title}" />
        <meta name="twitter:card" content="summary_large_image" />`
    }
    <link rel="icon" href="data:," />`;
}

function brand({ language, code }: Frame, { address }: PageHead, name: Markup): Markup {
  return address ? html`<a href="/?m=${code}&lang=${language}">${name}</a>` : name;
}

function switcher({ language, words, plain }: Frame, { address }: PageHead): Markup {
  const to = (other: Language): string => (address ? address(other) : `#${other}`);
  return html`<nav class="screen" aria-label="${plain(words.languages)}">
    <ul class="langs">
      ${LANGUAGES.map((other) => {
        const { name, tag } = LANGUAGE_NAMES[other];
        return html`<li>
          <a
            href="${to(other)}"
            lang="${tag}"
            hreflang="${tag}"
            ${other === language && html` aria-current="${address ? "page" : "true"}"`}
            >${name}</a
          >
        </li>`;
      })}
    </ul>
  </nav>`;
}
