import { z } from "zod";
import type { AppContext } from "./app-env.js";

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "Entries a page" }),
  after: z.coerce.number().int().nonnegative().optional().meta({ description: "`next` of the page before" }),
});

/**
 * Cuts a list that was asked for one entry more than the page holds, and says with a Link header
 * (RFC 8288) where it goes on.
 */
export function paged<T extends { seq: number }>(
  c: AppContext,
  list: readonly T[],
  limit: number,
): { items: Omit<T, "seq">[]; next: number | null } {
  const page = list.slice(0, limit);
  const next = list.length > limit ? page.at(-1)!.seq : null;
  if (next !== null) {
    const url = new URL(c.req.url);
    url.searchParams.set("after", String(next));
    c.header("link", `<${url.pathname}${url.search}>; rel="next"`);
  }
  return { items: page.map(({ seq: _, ...rest }) => rest), next };
}
