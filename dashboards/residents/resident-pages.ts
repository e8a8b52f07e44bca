import type { PublicRelease } from "../data/contract/public-release.js";
import { LANGUAGES } from "../data/contract/town-settings.js";
import { copyPage } from "./copy-page.js";
import { pageOf } from "./page.js";
import { readingPage } from "./reading-page.js";
import { residentPage, type Drawing } from "./resident-page.js";

/**
 * What residents read of a release, by file name: `page.LANGUAGE.html`, `reading.LANGUAGE.html` and `copy.html`,
 * the whole release in one file. Same release and files, same bytes.
 * @param options the document that charts are drawn in, and the open data to link and to put into the copy.
 */
export function residentPages(release: PublicRelease, options: Drawing): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  for (const language of LANGUAGES) {
    const page = pageOf(release, language);
    files.set(`page.${language}.html`, encoder.encode(residentPage(page, options)));
    files.set(`reading.${language}.html`, encoder.encode(readingPage(page)));
  }
  const editions = LANGUAGES.map((language) => pageOf(release, language, `${language}-`));
  files.set("copy.html", encoder.encode(copyPage(editions, options)));
  return files;
}
