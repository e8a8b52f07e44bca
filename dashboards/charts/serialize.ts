import type { ChartElement } from "./chart.js";
import { escapeText } from "./html.js";

/** The little of a node that every DOM (a browser's, a Worker's stand-in) agrees on. */
interface PlainNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<PlainNode>;
  attributes?: Iterable<{ name: string; value: string }>;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * A chart as text that is well-formed XML and as well HTML: written here and not by the DOM at hand, because
 * they differ in what they escape, and the same chart has to be the same bytes everywhere.
 */
export function serializeChart(chart: ChartElement): string {
  return serializeNode(chart as unknown as PlainNode);
}

function serializeNode(node: PlainNode): string {
  if (node.nodeType === TEXT) return escapeText(node.nodeValue ?? "");
  if (node.nodeType !== ELEMENT) return "";
  const name = node.nodeName;
  const attributes = [...(node.attributes ?? [])]
    .filter(({ name: key }) => !key.startsWith("xmlns"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name: key, value }) => ` ${key}="${escapeText(value)}"`)
    .join("");
  const children = [...node.childNodes].map(serializeNode).join("");
  return children === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
}
