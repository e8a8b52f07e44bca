import { frameSlots } from "../../dashboards/pages/page-frame.js";
import type { Page } from "../../dashboards/pages/page.js";
import type { AppContext } from "../http/app-env.js";
import type { PageData } from "./page-context.js";
import { paintedSlots } from "./painted-slots.js";

const WRONG_TOKEN = "このトークンではサインインできません。写し間違いや取り消しがないか確かめてください。";

/**
 * Fills a static page before it leaves: its context, and the inner HTML of every `data-slot`, so that numbers, charts
 * and controls of whatever the address asks for are there before any script.
 * @param page null for a page that is not there
 */
export async function fillPage(
  c: AppContext,
  html: Response,
  page: Page | null,
  data: PageData,
): Promise<Response> {
  const { context } = data;
  const slots: Record<string, string> = {
    ...(page?.figures && (await paintedSlots(c, page, data, html.headers.get("etag")))),
    ...frameSlots(context, page?.path ?? ""),
  };
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
        const content = slots[element.getAttribute("data-slot")!];
        if (content !== undefined) element.setInnerContent(content, { html: true });
      },
    })
    .on("#sign-in-message", {
      element(message) {
        if (c.req.query("problem") === "unauthenticated") message.setInnerContent(WRONG_TOKEN);
      },
    })
    .transform(html);
}
