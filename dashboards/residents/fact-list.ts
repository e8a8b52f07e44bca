import { html, type Markup } from "../charts/html.js";
import type { Page } from "./page.js";

/** Names and what they stand for, one under the other. */
export const factList = (
  { say }: Pick<Page, "say">,
  facts: readonly (readonly [string, Markup | string | number])[],
): Markup =>
  html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${say(name)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
