/** What a reader of XML is told; names come without their namespace prefix. */
export interface XmlHandlers {
  /** @param attributes as written; `attribute` finds one in them. */
  open?: (name: string, attributes: string) => void;
  close?: (name: string) => void;
  /** Between tags, entities replaced; CDATA as it is. */
  text?: (text: string) => void;
}

/** Thrown for text that is no XML; `parseXlsx` makes it an issue of the file. */
export class XmlFault extends Error {
  override readonly name = "XmlFault";
}

/**
 * Reads XML from front to back. A spreadsheet's parts need no more than elements, attributes and text;
 * a document type is refused before, so only the five entities and numbers are known.
 * @throws XmlFault where a tag, comment or CDATA section does not end
 */
export function readXml(xml: string, { open, close, text }: XmlHandlers): void {
  let at = 0;
  const past = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new XmlFault(`no ${mark}`);
    return found + mark.length;
  };
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag !== at) text?.(decodeEntities(xml.slice(at, tag < 0 ? xml.length : tag)));
    if (tag < 0) return;
    if (xml.startsWith("<!--", tag)) at = past("-->", tag + 4);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = past("]]>", tag + 9);
      text?.(xml.slice(tag + 9, at - 3));
    } else if (xml[tag + 1] === "?") at = past("?>", tag);
    else if (xml[tag + 1] === "!") throw new XmlFault("a document type");
    else {
      at = endOfTag(xml, tag);
      readTag(xml.slice(tag + 1, at - 1), open, close);
    }
  }
}

function readTag(tag: string, open: XmlHandlers["open"], close: XmlHandlers["close"]): void {
  if (tag[0] === "/") {
    close?.(localName(tag.slice(1).trimEnd()));
    return;
  }
  const empty = tag.endsWith("/");
  const body = empty ? tag.slice(0, -1) : tag;
  const blank = body.search(/\s/);
  const name = localName(blank < 0 ? body : body.slice(0, blank));
  open?.(name, blank < 0 ? "" : body.slice(blank));
  if (empty) close?.(name);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The place after the tag's `>`; one inside an attribute's quotes does not count. */
function endOfTag(xml: string, tag: number): number {
  let quote = "";
  for (let i = tag + 1; i < xml.length; i++) {
    const c = xml[i]!;
    if (quote) {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === ">") return i + 1;
  }
  throw new XmlFault("a tag without end");
}

const patterns = new Map<string, RegExp>();

/** One attribute's value out of a tag's attributes, whatever its prefix; null if it is not there. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2]!) : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name as string] ?? whole;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** `_x000D_` is how the format writes what XML cannot. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
