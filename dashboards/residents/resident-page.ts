import type { ChartDocument } from "../charts/chart.js";
import { html, type Markup } from "../charts/html.js";
import { aboutSection, dataSection, paperFoot } from "./about.js";
import { applySection, sessionsSection } from "./apply.js";
import type { PublicChart } from "../charts/public/public-chart.js";
import { chartCard } from "./chart-card.js";
import { documentOf } from "./frame.js";
import { findingText, hero } from "./hero.js";
import { addressOf, type Page } from "./page.js";
import { paperPlaces } from "./paper.js";
import type { ReleaseFile } from "./release-file.js";
import { shareSection } from "./share.js";

export interface Drawing {
  document: ChartDocument;
  files: readonly ReleaseFile[];
}

/** The residents' page of a release in one language, whole: style, numbers, charts, tables. */
export function residentPage(page: Page, { document, files }: Drawing): string {
  const { words, plain, release, town, model } = page;
  const { code } = release.municipality;
  const head = {
    title: `${findingText(page)} | ${plain(words.title(town))}`,
    description: model.headline
      ? plain(`${words.asOf(model.headline.as_of)} ${words.readingLink}`)
      : plain(words.nothingYet(town)),
    address: addressOf("/", code),
    image: `/charts/${code}/share.png?lang=${page.language}`,
  };
  const foot = html`${shareSection(page)} ${dataSection(page, files)} ${aboutSection(page)}`;
  return documentOf(page, head, html`${residentContent(page, document, foot)} ${paperFoot(page)}`);
}

/** Rows of ages and districts from which on the column beside their charts has room for two more. */
const MANY_ROWS = 30;

/** Charts that stand beside the others on a wide screen, where they have a phone's width: the columns end together. */
function beside(charts: readonly PublicChart[]): Set<PublicChart["id"]> {
  const rows = charts
    .filter(({ id }) => id === "ages" || id === "districts")
    .reduce((sum, { table }) => sum + table.rows.length, 0);
  return new Set(rows >= MANY_ROWS ? ["remaining", "flow"] : ["flow"]);
}

/** Everything inside `main`. @param foot the cards under the charts, which a copy has otherwise. */
export function residentContent(page: Page, document: ChartDocument, foot: Markup): Markup {
  const [first, ...rest] = page.charts;
  const aside = beside(rest);
  const cards = (charts: readonly PublicChart[]): Markup[] =>
    charts.map((chart) => chartCard(page, chart, document));
  return html`${hero(page)}
    <div class="columns" id="${page.id("charts")}">
      <div class="stack first">${first && cards([first])}${paperPlaces(page)}</div>
      <div class="stack aside">
        ${applySection(page, page.release.settings.apply.map(page.local))} ${sessionsSection(page)}
        ${cards(rest.filter(({ id }) => aside.has(id)))}
      </div>
      <div class="stack">${cards(rest.filter(({ id }) => !aside.has(id)))}</div>
    </div>
    <div class="under">${foot}</div>`;
}
