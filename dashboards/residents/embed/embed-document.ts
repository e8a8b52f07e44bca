import { html, trusted, type Markup } from "../../charts/html.js";
import { EMBED_STYLE } from "../styles.js";

/** What stands in a frame on somebody else's page: one request, no script, no place in search engines. */
export const embedDocument = (lang: string, title: string, main: Markup): string =>
  `${
    html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          <style>
            ${trusted(EMBED_STYLE)}
          </style>
        </head>
        <body>
          <main>${main}</main>
        </body>
      </html>`.text
  }\n`;
