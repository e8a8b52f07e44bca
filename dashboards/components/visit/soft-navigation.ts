import { beginVisit } from "./visit.js";

/**
 * Lets the notebooks take each other's place in one document, so that DuckDB, its tables and the modules stay: a
 * second page then answers at once. The page itself still comes from the server, with its first paint. Whatever is
 * unusual (another site, a new tab, a page that is no notebook, a line that fails) is the browser's own navigation,
 * and so is leaving a page that takes files or publishes: what it was at ends with it.
 */
export function keepVisit(pages: VisitPages): void {
  if (site) return;
  site = pages;
  // The place on a page is kept by hand: when the browser would restore it, the page is not there yet.
  history.scrollRestoration = "manual";
  document.addEventListener("click", onClick);
  window.addEventListener("popstate", onPopState);
  window.addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
}

/** The pages of a visit. */
export interface VisitPages {
  /** Whether the page of that path can take the place of another. */
  joins(path: string): boolean;
  /** Brings the page to life that stands in the document now. */
  show(path: string): Promise<void>;
}

let site: VisitPages | null = null;
/** Path and query of the page that is shown; a change of the fragment alone is no other page. */
let here = location.pathname;
/** The newest wish wins. */
let wish = 0;

/** The notebook an address names; null for any other page. */
const notebookAt = (url: URL): string | null => {
  const name = url.pathname.replace(/^\//, "").replace(/\.html$/, "");
  return url.origin === location.origin && site!.joins(name) ? name : null;
};

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[href]");
  if (!link || link.target || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (url.hash || notebookAt(url) === null) return;
  event.preventDefault();
  void open(url, () => {
    history.replaceState({ scroll: scrollY }, "");
    history.pushState(null, "", url);
    scrollTo(0, 0);
  });
}

function onPopState(event: PopStateEvent): void {
  const url = new URL(location.href);
  if (url.pathname === here && url.hash) return;
  const scroll = (event.state as { scroll?: number } | null)?.scroll ?? 0;
  if (notebookAt(url) === null) return location.reload();
  void open(url, () => scrollTo(0, scroll));
}

/** Fetches the page and puts it in the place of the one that is shown; where that fails, the browser goes there. */
async function open(url: URL, arrive: () => void): Promise<void> {
  const mine = ++wish;
  const name = notebookAt(url)!;
  document.documentElement.classList.add("is-leaving");
  try {
    const page = await fetchPage(url);
    if (mine !== wish) return;
    beginVisit();
    arrive();
    takePlace(page);
    here = url.pathname;
    await site!.show(name);
  } catch (error) {
    console.error(error);
    if (mine === wish) location.assign(url);
  } finally {
    if (mine === wish) document.documentElement.classList.remove("is-leaving");
  }
}

async function fetchPage(url: URL): Promise<Document> {
  const answer = await fetch(url, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // A session that ended, or a build that is not this one, brings another page than was asked for.
  if (!answer.ok || answer.redirected || !page.getElementById("page-context"))
    throw new Error(`${answer.status} ${url.pathname}`);
  return page;
}

function takePlace(page: Document): void {
  document.title = page.title;
  document.getElementById("page-context")!.textContent = page.getElementById("page-context")!.textContent;
  document.body.className = page.body.className;
  for (const name of ["nav", "synthetic-badge", "door-badge"]) {
    const [old, next] = [document, page].map((of) => of.querySelector(`[data-slot="${name}"]`));
    if (old && next) old.innerHTML = next.innerHTML;
  }
  const main = document.adoptNode(page.querySelector("main")!);
  document.querySelector("main")!.replaceWith(main);
  // A screen reader begins at the page and says its name; the heading may be drawn anew at any moment.
  main.tabIndex = -1;
  main.setAttribute("aria-label", page.title);
  main.focus({ preventScroll: true });
}
