import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../http/app-env.js";
import { LISTED_KINDS } from "../http/problem.js";

const ASSETS = "/api-reference";

/** The API's reference page: Swagger UI from our own origin, over the OpenAPI document. */
export const referencePage = new Hono<AppEnv>()
  .get("/api", (c) => c.redirect("/api/"))
  .get("/api/", (c) =>
    c.html(
      html`<!doctype html>
        <html lang="ja">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>行き渡り API</title>
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="${ASSETS}/swagger-ui.css" />
          </head>
          <body>
            <noscript
              ><p>OpenAPI: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p></noscript
            >
            <div id="reference"></div>
            <script src="${ASSETS}/swagger-ui-bundle.js" defer></script>
            <script src="/api/reference.js" defer></script>
          </body>
        </html>`,
    ),
  )
  .get("/api/problems/:kind", (c) =>
    // Every `type` of a problem leads here; the list is short enough to be one page.
    c.html(
      html`<!doctype html>
        <html lang="ja">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>行き渡り API: エラーの種類 / Problem types</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <h1>エラーの種類 / Problem types</h1>
            <dl>
              ${LISTED_KINDS.map(
                ({ kind, status, ja, en }) =>
                  html`<dt id="${kind}">${kind} (${status})</dt>
                    <dd>${ja} / ${en}</dd>`,
              )}
            </dl>
          </body>
        </html>`,
    ),
  )
  .get("/api/reference.js", (c) =>
    c.body(
      `SwaggerUIBundle({url: "/api/v1/openapi.json", dom_id: "#reference", deepLinking: true, validatorUrl: null});\n`,
      200,
      { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=3600" },
    ),
  );
