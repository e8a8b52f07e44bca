import { plainTable, type CardTable } from "../charts/card.js";
import { html, trusted, type Markup } from "../charts/html.js";
import type { Page } from "./page.js";

/** Rows of a table that go into a page; a city of 900 districts has the rest in its open data. */
const MOST_ROWS = 120;

/** A table in the page's voice, cut where it is long. */
export function spokenTable({ say, words, language }: Page, table: CardTable): Markup {
  const rows = table.rows.slice(0, MOST_ROWS);
  const { text } = plainTable({ columns: table.columns, rows });
  return html`${trusted(language === "ja" ? text : voiced(text, say))}
  ${rows.length < table.rows.length && html`<p class="table-note">${say(words.tableCut(MOST_ROWS))}</p>`}
  ${table.note && html`<p class="table-note">${say(table.note)}</p>`}`;
}

/** The cells are text, so the readings go in afterwards: into whatever stands between tags. */
const voiced = (markup: string, say: Page["say"]): string =>
  markup.replaceAll(/>([^<>]+)</g, (_, text: string) => `>${say(unescaped(text)).text}<`);

const unescaped = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
