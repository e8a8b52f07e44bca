import { Hono } from "hono";
import type { AppContext, AppEnv } from "../app-env.js";
import { fillPage } from "../pages/fill-page.js";
import { pageData } from "../pages/page-context.js";
import { builtPage, serveEngine } from "../pages/serve-asset.js";

const PAGES = new Set([
  "/progress",
  "/outlook",
  "/districts",
  "/district",
  "/ages",
  "/pickup",
  "/comparison",
  "/notebook",
  "/data",
  "/uploads",
  "/releases",
  "/sign-in",
]);

/** The site: pages filled from the snapshot, and DuckDB. */
export const pages = new Hono<AppEnv>().get("/*", async (c, next) => {
  const { pathname } = new URL(c.req.url);
  if (pathname.startsWith("/api/") || pathname.startsWith("/open-data/")) return next();
  if (PAGES.has(pathname)) return page(c, `${pathname}.html`, 200);
  const engine = pathname.endsWith(".wasm") ? await serveEngine(c, pathname) : null;
  return engine ?? page(c, "/404.html", 404);
});

async function page(c: AppContext, file: string, status: 200 | 404): Promise<Response> {
  const html = await builtPage(c, file);
  if (!html) return c.text("The site has not been built: npm run build", 503);
  const filled = await fillPage(
    c,
    new Response(html.body, { status, headers: html.headers }),
    await pageData(c),
  );
  // The page differs by who asks; its ETag is the static file's, not this answer's.
  filled.headers.delete("etag");
  filled.headers.delete("content-length");
  filled.headers.set("cache-control", "private, no-cache");
  return filled;
}
