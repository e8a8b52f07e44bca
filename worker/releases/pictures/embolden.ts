/** Of the size of the text: what a bold face of Noto Sans JP has more than its regular one, about. */
const STROKE = "0.04em";

/** What an element hands down to its texts. */
interface Inherited {
  fill: string;
  weight: string;
  stroke: string;
}

/**
 * A drawing whose bold texts are drawn bold with a regular face alone: with an outline of their own colour, since a
 * second face of Japanese characters would add 0.65 MB to the Worker. A text that has an outline already, its halo,
 * is drawn twice: the halo, then the letters.
 */
export function embolden(svg: string): string {
  const open: Inherited[] = [{ fill: "#000000", weight: "400", stroke: "none" }];
  return svg.replace(/<text\b[^>]*>.*?<\/text>|<[^>]*>/gsu, (markup) => {
    if (markup.startsWith("</")) {
      open.pop();
      return markup;
    }
    const tag = /^<[^>]*>/.exec(markup)![0];
    const own = inherit(tag, open.at(-1)!);
    if (tag.startsWith("<text") && !tag.endsWith("/>")) return boldText(markup, tag, own);
    if (!tag.endsWith("/>")) open.push(own);
    return markup;
  });
}

function boldText(markup: string, tag: string, { fill, weight, stroke }: Inherited): string {
  if (weight !== "700") return markup;
  const bare = tag.replace(/ (stroke|stroke-width)="[^"]*"/g, "");
  const bold = `${bare.slice(0, -1)} stroke="${fill}" stroke-width="${STROKE}">${markup.slice(tag.length)}`;
  return stroke === "none" ? bold : markup + bold;
}

const inherit = (tag: string, parent: Inherited): Inherited => ({
  fill: attribute(tag, "fill") ?? parent.fill,
  weight: attribute(tag, "font-weight") ?? parent.weight,
  stroke: attribute(tag, "stroke") ?? parent.stroke,
});

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
