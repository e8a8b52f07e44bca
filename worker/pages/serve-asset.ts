import type { AppContext } from "../app-env.js";

/** How the engine's file is kept, the smaller first. */
const ENCODINGS = { br: "br", gzip: "gz" } as const;

/** A page of the built site, as it was built; null where there is none. */
export async function builtPage(c: AppContext, pathname: string): Promise<Response | null> {
  const found = await c.env.ASSETS.fetch(new Request(new URL(pathname, c.req.url), { headers: c.req.raw.headers }));
  return found.status === 404 ? null : new Response(found.body, found);
}

/**
 * DuckDB's wasm is 34 MB, above the limit of 25 MiB an asset: it is stored packed and sent so, by brotli to whoever
 * takes it. Other files of the site go out without the Worker. Null where there is none of that name.
 */
export async function serveEngine(c: AppContext, pathname: string): Promise<Response | null> {
  const taken = new Set((c.req.header("accept-encoding") ?? "").split(",").map((name) => name.trim().toLowerCase()));
  const encoding = taken.has("br") ? "br" : "gzip";
  const found = await c.env.ASSETS.fetch(new Request(new URL(`${pathname}.${ENCODINGS[encoding]}`, c.req.url)));
  if (!found.ok) return null;
  return new Response(found.body, {
    encodeBody: "manual",
    headers: {
      "content-type": "application/wasm",
      "content-encoding": encoding,
      vary: "Accept-Encoding",
      "cache-control": "public, max-age=31536000, immutable",
      ...(found.headers.get("content-length") && { "content-length": found.headers.get("content-length")! }),
    },
  });
}
