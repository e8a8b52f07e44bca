import { escapeText } from "../html.js";

type Attributes = Record<string, string | number>;

/** An element of XML; text is escaped, markup is ours. */
export function element(
  name: string,
  attributes: Attributes,
  content: string | { markup: string } = "",
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  const inside = typeof content === "string" ? escapeText(content) : content.markup;
  return inside === "" ? `<${name}${pairs.join("")}/>` : `<${name}${pairs.join("")}>${inside}</${name}>`;
}

/** Lines of text below each other; `y` is the first one's baseline. */
export function textLines(
  lines: readonly string[],
  {
    x,
    y,
    size,
    line = 0,
    weight,
    fill,
  }: Record<"x" | "y" | "size", number> & {
    line?: number;
    weight?: number;
    fill: string;
  },
): string {
  return lines
    .map((text, i) =>
      element(
        "text",
        {
          x,
          y: y + i * line,
          "font-size": size,
          fill,
          ...(weight !== undefined && { "font-weight": weight }),
        },
        text,
      ),
    )
    .join("");
}
