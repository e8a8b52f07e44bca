import { Hono } from "hono";
import type { Page } from "../../dashboards/pages/page.js";
import { PAGES } from "../../dashboards/pages/registry.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { fillPage } from "../pages/fill-page.js";
import { pageData } from "../pages/page-context.js";
import { builtPage, serveEngine } from "../pages/serve-asset.js";

const BY_ADDRESS = new Map(PAGES.map((page) => [`/${page.path}`, page]));

/** The site: pages filled from the snapshot, and DuckDB. */
export const pages = new Hono<AppEnv>().get("/*", async (c, next) => {
  const { pathname, search, searchParams } = new URL(c.req.url);
  if (pathname.startsWith("/api/") || pathname.startsWith("/open-data/")) return next();
  // Links of old that carry a question led here.
  if (pathname === "/data" && searchParams.has("sql")) return c.redirect(`/notebook${search}`);
  const known = BY_ADDRESS.get(pathname);
  if (known) return filledPage(c, known);
  const engine = pathname.endsWith(".wasm") ? await serveEngine(c, pathname) : null;
  return engine ?? filledPage(c, null);
});

/** @param page null for one that is not there */
async function filledPage(c: AppContext, page: Page | null): Promise<Response> {
  const html = await builtPage(c, page ? `/${page.path}.html` : "/404.html");
  if (!html) return c.text("The site has not been built: npm run build", 503);
  const plain = new Response(html.body, { status: page ? 200 : 404, headers: html.headers });
  const filled = await fillPage(c, plain, page, await pageData(c));
  // The page differs by who asks; its ETag is the static file's, not this answer's.
  filled.headers.delete("etag");
  filled.headers.delete("content-length");
  filled.headers.set("cache-control", "private, no-cache");
  return filled;
}
