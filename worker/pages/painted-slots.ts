import type { Page } from "../../dashboards/pages/page.js";
import { paintPage } from "../../dashboards/pages/paint.js";
import type { AppContext } from "../http/app-env.js";
import { newChartDocument } from "../snapshots/chart-document.js";
import type { PageData } from "./page-context.js";
import { pageSource } from "./page-source.js";

type Slots = Record<string, string>;

/** As long as the contract lets a district's code be, which is the longest value that a page understands. */
const LONGEST_VALUE = 200;

/**
 * What a page shows at the address that is asked for, before any script. It is painted when it is first asked for and
 * kept by the platform's cache (which bounds it) under all that it depends on: the figures' digest, the import, who looks,
 * what the address asks for, the version of the Worker and the built page, whose tag changes with its scripts.
 */
export async function paintedSlots(
  c: AppContext,
  page: Page,
  data: PageData,
  edition: string | null,
): Promise<Slots> {
  const asked = new Map(
    page.figures!.keys.flatMap((key): [string, string][] => {
      const value = c.req.query(key);
      return value && value.length <= LONGEST_VALUE ? [[key, value]] : [];
    }),
  );
  const key = edition === null ? null : cacheKey(page, data, `${c.env.VERSION.id} ${edition}`, asked);
  const known = key && (await caches.default.match(key));
  if (known) return known.json<Slots>();
  const source = await pageSource(c, page, data);
  const slots = paintPage(page, source, {
    visitor: data.context,
    asked: (name) => asked.get(name) ?? null,
    document: newChartDocument(),
  });
  if (key) {
    c.executionCtx.waitUntil(
      caches.default.put(key, Response.json(slots, { headers: { "cache-control": "max-age=2592000" } })),
    );
  }
  return slots;
}

/** Never fetched: a name in the cache. */
function cacheKey(
  { path }: Page,
  { context, bundle }: PageData,
  edition: string,
  asked: ReadonlyMap<string, string>,
): string {
  const { municipality, role, door, reference } = context;
  const url = new URL(`https://painted.invalid/${municipality.code}/${path}`);
  const depends = { edition, door, role, digest: bundle?.digest ?? null, import: reference?.import ?? null };
  for (const [name, value] of Object.entries(depends)) url.searchParams.set(`_${name}`, String(value));
  for (const [name, value] of asked) url.searchParams.set(name, value);
  return url.href;
}
