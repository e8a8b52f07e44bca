import { MEASURES } from "../data/contract/figure.js";
import { html, type Markup } from "../charts/html.js";
import { isOwnName, membersOf, placeName } from "../charts/public/place-names.js";
import { number, points } from "../charts/words.js";
import { denominators } from "./denominators.js";
import { documentOf } from "./frame.js";
import { findingText } from "./hero.js";
import { addressOf, type Page } from "./page.js";
import { spokenTable } from "./spoken-table.js";
import { readingWords } from "./reading-languages.js";
import type { ReadingWords, TensFacts } from "./reading-words.js";

/** 数字のよみかた of a release: what its rates mean, why its counts are in tens and how rough that makes them, how to cite it. */
export function readingPage(page: Page): string {
  const { words, plain, release, town } = page;
  const { code } = release.municipality;
  const reading = readingWords(page.language);
  return documentOf(
    page,
    {
      title: `${plain(words.readingTitle)} | ${plain(words.title(town))}`,
      description: `${plain(reading.lead)} ${findingText(page)}`,
      address: addressOf("/reading", code),
      image: null,
    },
    html`<div class="prose">
      <h1>${page.say(words.readingTitle)}</h1>
      ${readingContent(page, reading)}
      <p class="row">
        <a class="button quiet screen" href="${addressOf("/", code)(page.language)}"
          >${page.say(words.back)}</a
        >
      </p>
    </div>`,
  );
}

/** Its sections, for the page and for a copy, with a list of contents. */
export function readingContent(page: Page, words: ReadingWords): Markup {
  const { say, id } = page;
  const sections = [
    ["rates", words.rates.title, rates(page, words)],
    ["difference", words.difference.title, paragraphs(page, words.difference.text)],
    ["population", words.population.title, population(page, words)],
    ["rounding", words.rounding.title, paragraphs(page, words.rounding.text)],
    ["tens", words.tens.title, paragraphs(page, words.tens.text(tensFacts(page)))],
    ["sums", words.sums.title, paragraphs(page, words.sums.text)],
    ["merging", words.merging.title, merging(page, words)],
    ["sources", words.sources.title, paragraphs(page, words.sources.text(page.town, page.release.synthetic))],
    ["citing", words.citing.title, citing(page, words)],
    ["changes", words.changes.title, changes(page, words)],
  ] as const;
  return html`<p class="reading">${say(words.lead)}</p>
    <nav aria-label="${page.plain(words.contents)}">
      <ul class="contents">
        ${sections.map(([name, title]) => html`<li><a href="#${id(name)}">${say(title)}</a></li>`)}
      </ul>
    </nav>
    ${sections.map(
      ([name, title, body]) =>
        html`<section aria-labelledby="${id(name)}">
          <h2 id="${id(name)}">${say(title)}</h2>
          ${body}
        </section>`,
    )}`;
}

const paragraphs = ({ say }: Page, texts: readonly string[]): Markup =>
  html`${texts.map((text) => html`<p>${say(text)}</p>`)}`;

function rates(page: Page, { rates: words }: ReadingWords): Markup {
  const { model, say, rough } = page;
  const { headline } = model;
  return html`${paragraphs(page, words.text)}
  ${MEASURES.map((measure) => {
    const value = headline?.[measure];
    const example =
      value?.percent &&
      words.example(rough(number(value.count)), headline!.population, rough(`${value.percent}%`));
    return html`<p class="formula">${say(words.formulas[measure])}</p>
      ${example && html`<p class="small">${say(example)}</p>`}`;
  })}`;
}

function population(page: Page, { population: words }: ReadingWords): Markup {
  const { model, labels, say } = page;
  const bases = denominators(model);
  const [first] = bases;
  if (!first)
    return html`${paragraphs(page, words.text)}
      <p>${say(words.unknown)}</p>`;
  if (bases.length === 1)
    return html`${paragraphs(page, words.text)}
      <p>${say(words.unchanged(first.population_as_of))}</p>`;
  const rows = bases.map((base) => [
    labels.date(base.from),
    labels.date(base.population_as_of),
    base.population,
    base.effect === null ? "—" : points(base.effect, 2),
  ]);
  return html`${paragraphs(page, words.text)}
    <h3>${say(words.switches)}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="${page.plain(words.switches)}">
      ${spokenTable(page, { columns: words.columns, rows })}
    </div>`;
}

function tensFacts({ model, release }: Page): TensFacts {
  const margins = (rows: readonly { margin: number }[]): number[] =>
    rows.map((row) => row.margin).filter((margin) => margin > 0);
  const districts = margins(model.districts);
  const ages = margins(model.ages);
  const { toldExactly } = release.settings.policy;
  return {
    // A merge has the noise of all its districts; most have one.
    district: districts.length > 0 ? Math.min(...districts) : null,
    age: ages.length > 0 ? Math.max(...ages) : null,
    totals: model.margin > 0,
    begin: toldExactly.toSorted().at(-1) ?? null,
  };
}

function merging(page: Page, { merging: words }: ReadingWords): Markup {
  const { release, say, language } = page;
  const merges = release.tables.places.filter((p) => p.kind === "district" && p.members.length > 1);
  const list = merges.map((place) => {
    const name = placeName(release, place, language);
    const members = membersOf(release, place, language).join(language === "en" ? ", " : "、");
    return isOwnName(release, place) && name !== members ? words.merge(name, members) : name;
  });
  return html`${paragraphs(page, words.text(release.settings.policy.smallestResidents))}
  ${
    list.length > 0
      ? html`<ul>
          ${list.map((text) => html`<li>${say(text)}</li>`)}
        </ul>`
      : html`<p>${say(words.none)}</p>`
  }`;
}

function citing(page: Page, { citing: words }: ReadingWords): Markup {
  const { release, town, say } = page;
  const licence = release.settings.licence === "PDL-1.0" ? "PDL1.0" : "CC BY 4.0";
  const { through: date, id } = release;
  return html`<p>${say(words.text)}</p>
    <p class="formula">${say(words.citation({ town, date, id, licence }))}</p>`;
}

/** The notes are the town's own words, in Japanese and in English. */
function changes({ release, language, say }: Page, { changes: words }: ReadingWords): Markup {
  if (release.previous === null) return html`<p>${say(words.first)}</p>`;
  const notes = release.changes[language === "en" ? "en" : "ja"];
  if (notes.length === 0) return html`<p>${say(words.none)}</p>`;
  return html`<ul>
    ${notes.map((note) => html`<li>${note}</li>`)}
  </ul>`;
}
