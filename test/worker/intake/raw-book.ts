import { rawRow, zip, type ZipEntry } from "./workbook.js";

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface RawSheet {
  name?: string;
  /** What stands in the part, as XML or as rows of cells. */
  xml?: string;
  rows?: (string | number)[][];
  hidden?: boolean;
}

/** A workbook of these sheets, byte by byte; a part among `more` takes the place of the one that has its name. */
export function rawBook(sheets: readonly RawSheet[], more: readonly ZipEntry[] = []): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${TYPES}/${kind}" Target="${target}"/>`;
  const own = new Set(more.map((part) => part.name));
  const parts: ZipEntry[] = [
    {
      name: "_rels/.rels",
      data: `<Relationships xmlns="${RELS}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook><sheets>${sheets
        .map(
          ({ name, hidden }, i) =>
            `<sheet name="${name ?? `S${i + 1}`}" ${hidden ? 'state="hidden"' : ""} r:id="s${i}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${sheets
        .map((_, i) => relation(`s${i}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
        .join(
          "",
        )}${relation("t", "sharedStrings", "sharedStrings.xml")}${relation("y", "styles", "styles.xml")}</Relationships>`,
    },
    ...sheets.map(({ xml, rows = [] }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<worksheet>${xml ?? `<sheetData>${rows.map((cells, n) => rawRow(n + 1, cells)).join("")}</sheetData>`}</worksheet>`,
    })),
  ];
  return zip([...parts.filter((part) => !own.has(part.name)), ...more]);
}
