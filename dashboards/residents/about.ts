import { html, type Markup } from "../charts/html.js";
import { ORIGIN } from "./frame.js";
import { addressOf, type Page } from "./page.js";
import { factList } from "./fact-list.js";
import { tokyoDay } from "./apply.js";
import type { ReleaseFile } from "./release-file.js";

const LICENCE_PAGES = {
  "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
  "PDL-1.0": "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
} as const;

/** The files of the release at the addresses that always name the latest one. */
export function dataSection({ words, say, id, release }: Page, files: readonly ReleaseFile[]): Markup {
  const { code } = release.municipality;
  const day = release.through.replaceAll("-", "");
  return html`<section class="card text screen" aria-labelledby="${id("data")}">
    <h2 id="${id("data")}">${say(words.dataTitle)}</h2>
    <p>${say(words.dataIntro)}</p>
    <ul class="links">
      ${files
        .filter(({ name }) => /\.csv$|^dictionary\.html$/.test(name))
        .map(
          ({ name, bytes }) =>
            html`<li><a href="/open-data/${code}/latest/${name}">${name}(${size(bytes.byteLength)})</a></li>`,
        )}
      <li>
        <a href="/open-data/${code}/latest/copy.html" download="${code}_${day}.html">${say(words.copy)}</a>
      </li>
      <li><a href="/open-data/${code}/">${say(words.dataAll)}</a></li>
    </ul>
  </section>`;
}

/** 512 KB, 1.3 MB; at least 1 KB. */
export const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Who published what, when, under which terms. */
export function aboutSection(page: Page, inCopy = false): Markup {
  const { words, say, id, release, labels, town, language, local } = page;
  const { code } = release.municipality;
  const licence = release.settings.licence;
  const publisher = release.settings.publisher ? local(release.settings.publisher) : town;
  const facts: [string, Markup][] = [
    [words.publisher, say(publisher)],
    [
      words.licenceTitle,
      html`<a href="${LICENCE_PAGES[licence]}" rel="license">${say(words.licence[licence])}</a>`,
    ],
    [words.releaseTitle, say(words.issued(tokyoDay(release.made_at), release.id))],
  ];
  return html`<section class="card text screen" aria-labelledby="${id("about")}">
    <h2 id="${id("about")}">${say(words.aboutTitle)}</h2>
    <p>${say(labels.source(town, release.through, release.synthetic))}</p>
    ${factList(page, facts)}
    <p>
      <a href="${inCopy ? `#${id("reading")}` : addressOf("/reading", code)(language)}"
        >${say(words.readingTitle)}</a
      >
      <span class="small">${say(words.readingLink)}</span>
    </p>
  </section>`;
}

/** What a sheet of paper has to say of itself: source, licence, address. */
export function paperFoot({ words, say, labels, release, town, language }: Page, inCopy = false): Markup {
  const { code } = release.municipality;
  const address = `${ORIGIN}${addressOf("/", code)(language)}`;
  return html`<div class="paper foot-paper">
    <p>
      ${say(labels.source(town, release.through, release.synthetic))} · ${say(words.licenceTitle)}:
      ${say(words.licence[release.settings.licence])} · ${release.id}
      ${!inCopy && html` · <span data-origin-text="${address}">${address}</span>`}
    </p>
  </div>`;
}
