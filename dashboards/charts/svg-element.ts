import type { ChartDocument } from "./chart.js";

/** An element of a drawing, for what Plot has no mark of. */
export function svgElement(
  document: ChartDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): ReturnType<ChartDocument["createElementNS"]> {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
