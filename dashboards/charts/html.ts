/** Markup that is known to be escaped. Only `html` and `trusted` make it. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type MarkupValue = Markup | readonly Markup[] | string | number | null | undefined | false;

/** Text for HTML and XML, in content and in quoted attributes. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const write = (value: MarkupValue): string => {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map((part) => part.text).join("");
  return escapeText(String(value));
};

/** The indentation of our source is no content. */
const withoutIndent = (part: string): string => part.replace(/\s*\n\s*/g, "\n");

/** Markup from a template: every value is escaped unless it is markup; null and false leave nothing. */
export function html(strings: TemplateStringsArray, ...values: MarkupValue[]): Markup {
  return new Markup(strings.map(withoutIndent).reduce((text, part, i) => text + write(values[i - 1]) + part));
}

/** Markup from text that our own code wrote and escaped (a serialised chart). */
export const trusted = (text: string): Markup => new Markup(text);
