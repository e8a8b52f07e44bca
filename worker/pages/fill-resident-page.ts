import { ORIGIN } from "../../dashboards/residents/frame.js";
import type { VisitorSlots } from "../../dashboards/residents/visitor-slots.js";

/** What a stored page does not know: where it is served, on which day, to whom. */
export interface Moment {
  /** Scheme and host of the site. */
  origin: string;
  /** The day in Japan, ISO: sessions before it are over. */
  today: string;
  slots: VisitorSlots;
}

/** Fills a residents' page as it leaves; figures and words stay as they were published. */
export function fillResidentPage(page: Response, { origin, today, slots }: Moment): Response {
  const here = (text: string): string =>
    text.replaceAll(ORIGIN, origin).replaceAll(encodeURIComponent(ORIGIN), encodeURIComponent(origin));
  let sessions = 0;
  return new HTMLRewriter()
    .on("[data-slot]", {
      element(slot) {
        slot.setInnerContent(slots[slot.getAttribute("data-slot") as keyof VisitorSlots], { html: true });
      },
    })
    .on("[data-origin]", {
      element(element) {
        const name = element.getAttribute("data-origin")!;
        element.setAttribute(name, here(element.getAttribute(name)!)).removeAttribute("data-origin");
      },
    })
    .on("[data-origin-text]", {
      element(element) {
        // An attribute comes as it is written, escaped already.
        element.setInnerContent(here(element.getAttribute("data-origin-text")!), { html: true });
        element.removeAttribute("data-origin-text");
      },
    })
    .on("[data-session]", {
      element(session) {
        if (session.getAttribute("data-session")! < today) session.remove();
        else sessions += 1;
      },
    })
    .on("[data-no-sessions]", {
      element(line) {
        if (sessions === 0) line.removeAttribute("hidden");
      },
    })
    .transform(page);
}
