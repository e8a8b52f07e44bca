import { DOMParser } from "linkedom";
import type { ChartDocument } from "../../dashboards/charts/chart.js";
import { chartFiles, pageModel } from "../../dashboards/charts/page-model.js";
import type { PageSource } from "../../dashboards/charts/page-source.js";
import type { Shown, Visitor } from "../../dashboards/pages/page.js";
import { paintPage } from "../../dashboards/pages/paint.js";
import { answerFrom } from "../../dashboards/queries/question.js";
import { PAGES } from "../../dashboards/pages/registry.js";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import type { DrawnTown } from "./towns.js";

/** A new document each time, as the Worker makes one. */
export const chartDocument = (): ChartDocument =>
  new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as unknown as ChartDocument;

/** Whoever looks at a source: signed in, or at the public door where it holds a release's ages. */
export const visitorOf = ({ municipality, synthetic, townAges, reference }: PageSource): Visitor => ({
  municipality,
  synthetic,
  door: townAges ? "public" : "internal",
  role: townAges ? null : "reader",
  reference: reference ? { import: 1, towns: "", ages: "", published: "" } : null,
});

/** What the Worker paints of every page at its default state, slot by slot; empty slots are left out. */
export function paintPages(source: PageSource, asked: Record<string, string> = {}): Record<string, string> {
  const painted = PAGES.filter((page) => page.figures).map((page) =>
    paintPage(page, source, {
      visitor: visitorOf(source),
      asked: (key) => asked[key] ?? null,
      document: chartDocument(),
    }),
  );
  const slots = painted.flatMap((page) => Object.entries(page));
  return Object.fromEntries(slots.filter(([, text]) => text !== ""));
}

/** The model of a page at an address, made from rows. */
export function modelAt<Model>(path: string, source: PageSource, asked: Record<string, string> = {}): Model {
  const { figures } = PAGES.find((page) => page.path === path)!;
  return answerFrom(
    figures!.model(visitorOf(source), (key) => asked[key] ?? null),
    source,
  ) as Model;
}

/** What a page shows at an address. */
export const shownAt = (path: string, source: PageSource, asked: Record<string, string> = {}): Shown =>
  PAGES.find((page) => page.path === path)!.figures!.show(modelAt(path, source, asked), { brief: true });

export const paint = (town: DrawnTown, published: PublishedTotal[] = []): Record<string, string> =>
  paintPages({ ...town, published });

export const files = (town: DrawnTown, published: PublishedTotal[] = []): Record<string, string> =>
  chartFiles(pageModel({ ...town, published }), { document: chartDocument() });

/**
 * What is wrong with a text as XML: tags that do not match, bare ampersands, unquoted or repeated attributes.
 * @returns null for well-formed XML of the kind we write (no comments, no CDATA, no entities but numeric ones).
 */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  let at = 0;
  const token = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (const match of xml.matchAll(token)) {
    at = match.index + match[0].length;
    const [, closing, name, attributes, empty, text] = match;
    const content = text ?? attributes ?? "";
    if (/&(?!#\d+;)/.test(content)) return `bare & in ${content.slice(0, 60)}`;
    if (text !== undefined) continue;
    const names = [...attributes!.matchAll(/([\w:.-]+)="/g)].map((m) => m[1]!);
    if (new Set(names).size !== names.length) return `an attribute twice in <${name}>`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (!empty) open.push(name!);
  }
  if (at !== xml.length) return `no XML at ${at}: ${xml.slice(at, at + 60)}`;
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : null;
}
