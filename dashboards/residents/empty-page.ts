import type { PublicRelease } from "../data/contract/public-release.js";
import type { Language } from "../data/contract/town-settings.js";
import { html } from "../charts/html.js";
import { applySection } from "./apply.js";
import { documentOf } from "./frame.js";
import { addressOf, frameOf } from "./page.js";

/** The residents' page of a municipality that has published nothing: says so, and how to apply all the same. */
export function emptyPage(municipality: PublicRelease["municipality"], language: Language): string {
  const frame = frameOf(municipality, language);
  const { words, say, plain, town } = frame;
  return documentOf(
    frame,
    {
      title: plain(words.nothingYet(town)),
      description: plain(words.nothingYetMore),
      address: addressOf("/", municipality.code),
      image: null,
    },
    html`<section class="hero">
        <h1>${say(words.nothingYet(town))}</h1>
        <p class="note">${say(words.nothingYetMore)}</p>
      </section>
      <div class="under">${applySection(frame, [])}</div>`,
  );
}
