import type { AppContext } from "../http/app-env.js";

/** Folders whose file names carry a hash or a version of their content. */
const IMMUTABLE = /^\/_(observablehq|npm|node|import|file)\//;

/** A file of the built site; null where there is none. */
export async function serveAsset(c: AppContext, pathname: string): Promise<Response | null> {
  const url = new URL(pathname, c.req.url);
  if (pathname.endsWith(".wasm")) return serveWasm(c, url);
  const found = await c.env.ASSETS.fetch(new Request(url, { headers: c.req.raw.headers }));
  if (found.status === 404) return null;
  const answer = new Response(found.body, found);
  answer.headers.set(
    "cache-control",
    IMMUTABLE.test(pathname) ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate",
  );
  answer.headers.delete("cf-cache-status");
  return answer;
}

/** DuckDB's wasm is 34 MB, above the limit of 25 MiB an asset: it is stored gzipped and sent so. */
async function serveWasm(c: AppContext, url: URL): Promise<Response | null> {
  const found = await c.env.ASSETS.fetch(new Request(`${url.href}.gz`));
  if (!found.ok) return null;
  return new Response(found.body, {
    encodeBody: "manual",
    headers: {
      "content-type": "application/wasm",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=31536000, immutable",
      ...(found.headers.get("content-length") && { "content-length": found.headers.get("content-length")! }),
    },
  });
}
