import { MEASURES, type Measure } from "../data/contract/figure.js";
import type { Headline } from "../data/indicators/headline.js";
import { html, type Markup } from "../charts/html.js";
import { toldWithout } from "../charts/public/groups.js";
import { bandOf, rateOf } from "../charts/public/rates.js";
import { comparison, type Comparison, type Share } from "./finding.js";
import type { Page } from "./page.js";

/** The finding in one sentence of plain text: heading, title of the shared link. */
export function findingText({ model, words, town, plain, rough }: Page): string {
  const { headline, focus } = model;
  const value = focus && headline?.[focus];
  if (!value) return plain(words.nothingYet(town));
  return plain(
    words.finding(town, focus, comparison(model, focus)!.share, value.percent && rough(value.percent)),
  );
}

/** The number that matters, what it means, what it is compared with, and how many residents are left. */
export function hero(page: Page): Markup {
  const { model, words, say, town, id } = page;
  const { headline, focus } = model;
  const compared = focus && comparison(model, focus);
  if (!headline || !compared) {
    return html`<section class="hero"><h1>${say(words.nothingYet(town))}</h1></section>`;
  }
  const { measure, share, value } = compared;
  const { labels, rough } = page;
  const name = labels.rate[measure];
  const finding = words.finding(town, measure, share, value.percent && rough(value.percent));
  return html`<section class="hero" aria-labelledby="${id("finding")}">
    <p class="eyebrow">${say(words.asOf(headline.as_of))}</p>
    <h1 id="${id("finding")}">${say(finding)}</h1>
    ${measure === "held" && share?.of === 10 && people(share)}
    <div class="numbers">
      <div>
        <p class="name">${say(model.margin > 0 ? labels.aboutColumn(name) : name)}</p>
        <p class="big">${value.percent ?? "—"}<span class="unit">%</span></p>
        <p class="small">
          ${say(words.ofResidents(measure, rough(labels.count(measure, value.count)), headline.population))}
        </p>
      </div>
      ${comparisons(page, compared)}
    </div>
    ${others(page, headline, measure)}
    <p class="note">
      ${say(words.leftNote(words.left[measure]))}${compared.otherBase && html` ${say(words.otherBase)}`}
    </p>
    <p class="row screen">
      <a class="button" href="#${id("apply")}">${say(words.howToApply)}</a>
      <a class="button quiet" href="#${id("charts")}">${say(words.charts)}</a>
    </p>
  </section>`;
}

/** Ten people, as many filled as have a card. The heading says it in words. */
function people({ people: filled }: Share): Markup {
  return html`<svg class="people" viewBox="0 0 420 60" aria-hidden="true">
    ${Array.from(
      { length: 10 },
      (_, i) =>
        html`<g class="${i < filled ? "on" : "off"}" transform="translate(${i * 42 + 2} 0)">
          <circle cx="16" cy="13" r="9" />
          <path d="M2 58V42a14 14 0 0 1 28 0v16z" />
        </g>`,
    )}
  </svg>`;
}

function comparisons({ words, say, labels, release, model, rough }: Page, compared: Comparison): Markup {
  const { before, year, line, measure, value } = compared;
  const row = (name: string, text: string, kind: string | null = null): Markup =>
    html`<div>
      <dt>${say(name)}</dt>
      <dd class="${kind}">${say(text)}</dd>
    </div>`;
  const without = labels.people(toldWithout({ ...model, without: value.without }));
  const rate = rateOf(value.count, model.headline!.population, model.margin);
  return html`<dl class="compare">
    ${row(words.left[measure], rough(without), "most")}
    ${rate && rate.low < rate.high && row(words.bandOfRate, labels.band(bandOf([rate])))}
    ${before && row(words.since(before), words.points(before.points))}
    ${year && row(words.aYear, words.points(year.points))}
    ${line && row(words.fromLine(labels.planLine(planOf(measure, release.municipality.code))), rough(words.points(line)))}
  </dl>`;
}

/** The plan names 88% for applications; beside the other rates it is a mark, no plan of any town. */
const planOf = (measure: Measure, municipality: string): string =>
  measure === "applications" ? municipality : "";

/** The other rates of the release, each with its meaning. */
function others({ words, say, labels, rough }: Page, headline: Headline, focus: Measure): Markup {
  const rest = MEASURES.filter((m) => m !== focus && headline[m]);
  if (rest.length === 0) return html``;
  return html`<ul class="others">
    ${rest.map(
      (m) =>
        html`<li>
          <span class="name">${say(labels.rate[m])}</span
          ><b>${say(rough(`${headline[m]!.percent ?? "—"}%`))}</b>
          <p class="small screen">${say(words.meaning[m])}</p>
        </li>`,
    )}
  </ul>`;
}
