import { DOMParser } from "linkedom";
import type { ChartDocument } from "../../dashboards/charts/chart.js";
import { firstPaint } from "../../dashboards/charts/first-paint.js";
import { chartFiles, pageModel } from "../../dashboards/charts/page-model.js";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import type { DrawnTown } from "./towns.js";

/** A new document each time, as the Worker makes one. */
export const chartDocument = (): ChartDocument =>
  new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as unknown as ChartDocument;

export const paint = (town: DrawnTown, published: PublishedTotal[] = []): Record<string, string> =>
  firstPaint({ ...town, published }, { document: chartDocument() });

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
