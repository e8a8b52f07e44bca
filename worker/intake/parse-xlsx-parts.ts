import { attribute, readXml, unescapeText } from "./xml-events.js";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  name: string;
  hidden: boolean;
  /** Which relationship leads to its part. */
  relation: string;
}

export function parseWorkbook(xml: string): { sheets: ListedSheet[]; date1904: boolean } {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      sheets.push({
        name: attribute(attributes, "name") ?? "",
        hidden: (attribute(attributes, "state") ?? "visible") !== "visible",
        relation: attribute(attributes, "id") ?? "",
      });
    },
  });
  return { sheets, date1904 };
}

export interface Relation {
  id: string;
  /** The last word of its type's address: `worksheet`, `sharedStrings`. */
  kind: string;
  target: string;
  external: boolean;
}

export function parseRelations(xml: string): Relation[] {
  const relations: Relation[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      relations.push({
        id: attribute(attributes, "Id") ?? "",
        kind: (attribute(attributes, "Type") ?? "").split("/").at(-1)!,
        target: attribute(attributes, "Target") ?? "",
        external: attribute(attributes, "TargetMode") === "External",
      });
    },
  });
  return relations;
}

/** The shared texts by their numbers, runs joined; readings (振り仮名) stand apart: they are no part of a text. */
export function parseStrings(xml: string): { strings: string[]; readings: string[] } {
  const strings: string[] = [];
  const readings: string[] = [];
  let text = "";
  let inText = false;
  let inReading = false;
  readXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inReading = true;
      else if (name === "t") inText = true;
    },
    close(name) {
      if (name === "si") strings.push(unescapeText(text));
      else if (name === "rPh") inReading = false;
      else if (name === "t") inText = false;
    },
    text(piece) {
      if (!inText) return;
      if (inReading) readings.push(piece);
      else text += piece;
    },
  });
  return { strings, readings };
}

/** For each cell style, whether it shows a number as a date. */
export function parseDateStyles(xml: string): boolean[] {
  const dateFormats = new Set<number>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === "numFmt" && isDateFormat(attribute(attributes, "formatCode") ?? ""))
        dateFormats.add(Number(attribute(attributes, "numFmtId")));
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        styles.push(isBuiltInDate(id) || dateFormats.has(id));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}

/** Formats 27 to 36 and 50 to 58 are the Japanese ones (和暦); ECMA-376 part 1, 18.8.30. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format's letters outside quotes, brackets and escapes speak of years, eras, months or days. */
const isDateFormat = (code: string): boolean =>
  /[ydgm]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*].|General/gi, ""));

/** Every text between the tags of a part that nobody here reads: remarks, drawings, properties. */
export function textsOf(xml: string): string[] {
  const texts: string[] = [];
  readXml(xml, { text: (text) => void (text.trim() !== "" && texts.push(text)) });
  return texts;
}
