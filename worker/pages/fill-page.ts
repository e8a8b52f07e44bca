import { frameSlots } from "../../dashboards/charts/page-frame.js";
import type { AppContext } from "../http/app-env.js";
import { objectKey } from "../snapshots/files.js";
import type { PageData } from "./page-context.js";
import { referenceSlots } from "./reference-slots.js";

/** Slots of a snapshot that are right whatever the rest of the address asks for. */
const ALWAYS = new Set(["town", "synthetic-badge"]);

const WRONG_TOKEN = "このトークンではサインインできません。写し間違いや取り消しがないか確かめてください。";

/**
 * Fills a static page from the snapshot before it leaves: its context, and the inner HTML of every
 * `data-slot`, so that numbers and charts are there before any script. A page that the address asks to
 * show in another state (a date, a district) gets its frame only; its queries fill it.
 */
export async function fillPage(
  c: AppContext,
  page: Response,
  { context, bundle }: PageData,
): Promise<Response> {
  const isDefault = [...new URL(c.req.url).searchParams.keys()].every((name) => name === "m");
  const slots = bundle
    ? await readSlots(c, objectKey(bundle.kind, context.municipality.code, bundle.digest, "first-paint.json"))
    : {};
  if (isDefault) Object.assign(slots, await referenceSlots(c, context, bundle));
  const frame: Record<string, string> = frameSlots(context);
  // A `<` inside JSON could end the script element early.
  const json = JSON.stringify(context).replaceAll("<", "\\u003c");
  return new HTMLRewriter()
    .on("head", {
      element(head) {
        head.prepend(`<script type="application/json" id="page-context">${json}</script>`, { html: true });
      },
    })
    .on("[data-slot]", {
      element(element) {
        const name = element.getAttribute("data-slot")!;
        const content = frame[name] ?? (isDefault || ALWAYS.has(name) ? slots[name] : undefined);
        if (content !== undefined) element.setInnerContent(content, { html: true });
      },
    })
    .on("#sign-in-message", {
      element(message) {
        if (c.req.query("problem") === "unauthenticated") message.setInnerContent(WRONG_TOKEN);
      },
    })
    .transform(page);
}

async function readSlots(c: AppContext, key: string): Promise<Record<string, string>> {
  const object = await c.env.OBJECTS.get(key);
  return object ? object.json<Record<string, string>>() : {};
}
