import { html, type Markup } from "../charts/html.js";
import type { Frame, Page } from "./page.js";

/**
 * How and where to apply: what the town says, what holds everywhere, and whom to ask. On paper, too.
 * @param apply the town's own paragraphs, in the page's language.
 */
export function applySection({ words, say, id }: Frame, apply: readonly string[]): Markup {
  return html`<section class="card text" aria-labelledby="${id("apply")}">
    <h2 id="${id("apply")}">${say(words.applyTitle)}</h2>
    ${apply.map((paragraph) => html`<p>${say(paragraph)}</p>`)}
    <p>${say(words.applyIntro)}</p>
    <ol class="ways">
      ${words.ways.map(({ name, how }) => html`<li><b>${say(name)} </b>${say(how)}</li>`)}
    </ol>
    <p class="${apply.length > 0 && "screen"}">${say(words.receive)} ${say(words.noForm)}</p>
    <h3 class="screen">${say(words.phoneTitle)}</h3>
    <p class="call">${say(words.phone)}<br /><a class="phone" href="tel:0120950178">0120-95-0178</a></p>
    <p class="call">${say(words.phoneOther)}<br /><a class="phone" href="tel:0120017827">0120-0178-27</a></p>
    <p class="small screen">${say(words.applySource)}</p>
  </section>`;
}

/**
 * The sessions that were still to come when the release was made; the Worker takes out each on the day after it
 * and, where none is left, shows the line that says so.
 */
export function sessionsSection(page: Page): Markup {
  const { words, say, release, local, id } = page;
  const day = tokyoDay(release.made_at);
  const sessions = release.settings.sessions
    .filter(({ date }) => date >= day)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return html`<section class="card text" aria-labelledby="${id("sessions")}">
    <h2 id="${id("sessions")}">${say(words.sessionsTitle)}</h2>
    <ul class="sessions">
      ${sessions.map(
        ({ date, time, place, what }) =>
          html`<li class="session" data-session="${date}">
            <b
              ><time datetime="${date}">${say(words.day(date))}</time
              >${time && html` <span class="nowrap">${time}</span>`}</b
            >
            ${say(local(place))}<br />
            ${say(local(what))}
          </li>`,
      )}
    </ul>
    <p data-no-sessions ${sessions.length > 0 && html` hidden`}>${say(words.sessionsNone)}</p>
    <h3 class="inline">${say(words.contactTitle)}</h3>
    <p class="inline">
      ${say(release.settings.contact ? local(release.settings.contact) : words.contact(page.town))}
    </p>
  </section>`;
}

/** The day in Japan, which has no summer time, at a moment. @param moment ISO, in UTC. */
export const tokyoDay = (moment: string): string =>
  new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 10);
