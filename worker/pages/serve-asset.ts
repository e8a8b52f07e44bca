import type { AppContext } from "../http/app-env.js";

/** Brotli by name, unless its weight is 0. */
const TAKES_BROTLI = /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/i;

/** A page of the built site, as it was built; null where there is none. */
export async function builtPage(c: AppContext, pathname: string): Promise<Response | null> {
  const found = await c.env.ASSETS.fetch(
    new Request(new URL(pathname, c.req.url), { headers: c.req.raw.headers }),
  );
  return found.status === 404 ? null : new Response(found.body, found);
}

/**
 * DuckDB's wasm is 34 MB, above the limit of 25 MiB an asset: it is stored packed and sent so, by brotli to whoever
 * takes it. Other files of the site go out without the Worker. Null where there is none of that name.
 */
export async function serveEngine(c: AppContext, pathname: string): Promise<Response | null> {
  // Cloudflare puts its own Accept-Encoding in the place of the client's.
  const taken = c.req.raw.cf?.clientAcceptEncoding ?? c.req.header("accept-encoding") ?? "";
  const [encoding, ending] = TAKES_BROTLI.test(String(taken)) ? ["br", "br"] : ["gzip", "gz"];
  const found = await c.env.ASSETS.fetch(new Request(new URL(`${pathname}.${ending}`, c.req.url)));
  if (!found.ok) return null;
  return new Response(found.body, {
    encodeBody: "manual",
    headers: {
      "content-type": "application/wasm",
      "content-encoding": encoding,
      vary: "Accept-Encoding",
      // Not to be packed anew on its way.
      "cache-control": "public, max-age=31536000, immutable, no-transform",
      ...(found.headers.get("content-length") && { "content-length": found.headers.get("content-length")! }),
    },
  });
}
