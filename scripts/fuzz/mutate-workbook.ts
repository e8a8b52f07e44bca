import { below, mutate, type Random } from "./mutate.js";
import { unzip, zip, type ZipEntry } from "./zip.js";

type PartMutation = (entries: ZipEntry[], random: Random) => void;

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const ZEROS = new Uint8Array(15 * 1024 * 1024);

const pick = <T>(list: readonly T[], random: Random): T => list[below(random, list.length)]!;

/** Changes the text of a part that a pattern finds, or of any. */
function rewrite(pattern: RegExp, change: (xml: string, random: Random) => string): PartMutation {
  return (entries, random) => {
    const fitting = entries.filter(({ name }) => pattern.test(name));
    const entry = fitting.length > 0 ? pick(fitting, random) : pick(entries, random);
    entry.data = encoder.encode(change(decoder.decode(entry.data), random));
  };
}

const SHEET = /worksheets\/sheet\d+\.xml$/;
const STRINGS = /sharedStrings\.xml$/;
const WORKBOOK = /xl\/workbook\.xml$/;
const ANY = /\.(xml|rels)$/;

/** Puts a text at a place between two tags. */
const insertAt = (xml: string, random: Random, text: string): string => {
  const tags = [...xml.matchAll(/>/g)].map((found) => found.index + 1);
  const at = tags.length > 0 ? pick(tags, random) : 0;
  return xml.slice(0, at) + text + xml.slice(at);
};

/** Replaces one of the places that a pattern finds. */
const replaceOne = (xml: string, random: Random, pattern: RegExp, text: string): string => {
  const found = [...xml.matchAll(pattern)];
  if (found.length === 0) return xml;
  const { index, 0: whole } = pick(found, random);
  return xml.slice(0, index) + text + xml.slice(index + whole.length);
};

const NUMBERS = [
  "-1",
  "99999999",
  "1e308",
  "NaN",
  "0x10",
  "1e-320",
  "",
  "4294967296",
  "45016.5",
  "983205673214",
];
const PLACES = ["XFD1048576", "A0", "ZZZZ1", "A-1", "1A", "", "A99999999999999999999", "__proto__"];
const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>';

/** What programs that write workbooks never do, and people who wish one ill do. */
export const PART_MUTATIONS: readonly PartMutation[] = [
  // XML that ends too soon, or has a stretch of it changed byte by byte.
  rewrite(ANY, (xml, random) => xml.slice(0, below(random, xml.length + 1))),
  (entries, random) => {
    const entry = pick(entries, random);
    entry.data = mutate(entry.data, random);
  },
  // Shared texts that are not there, numbers that are none.
  rewrite(SHEET, (xml, random) => replaceOne(xml, random, /(?<=<v>)[^<]*/g, pick(NUMBERS, random))),
  rewrite(SHEET, (xml, random) =>
    replaceOne(xml, random, /(?<= t=")[^"]*/g, pick(["s", "e", "d", "b", "str", "inlineStr", "x"], random)),
  ),
  rewrite(SHEET, (xml, random) =>
    replaceOne(xml, random, /(?<=<c [^>]*s=")\d+/g, pick(["-1", "999999", "x"], random)),
  ),
  // Sizes that no sheet has.
  rewrite(SHEET, (xml, random) => replaceOne(xml, random, /(?<= r=")[^"]*/g, pick(PLACES, random))),
  rewrite(SHEET, (xml) => `<dimension ref="A1:XFD1048576"/>${xml}`),
  rewrite(SHEET, (xml, random) => insertAt(xml, random, '<col min="1" max="999999999" hidden="1"/>')),
  rewrite(SHEET, (xml, random) => insertAt(xml, random, "<row/>".repeat(20_000))),
  // Declarations, comments and sections where none belong.
  rewrite(ANY, (xml) => ENTITIES + xml.replace("<t>", "<t>&b;&c;")),
  rewrite(ANY, (xml, random) =>
    insertAt(xml, random, pick(["<!--", "<![CDATA[", "<?x", "</x>", "<", "&#x110000;", "&#0;"], random)),
  ),
  // Tags in tags, attributes without end.
  rewrite(ANY, (xml, random) => insertAt(xml, random, "<a>".repeat(50_000))),
  rewrite(ANY, (xml, random) => insertAt(xml, random, `<c ${'r="A1" '.repeat(20_000)}/>`)),
  rewrite(STRINGS, (xml, random) => insertAt(xml, random, `<si><t>${"長".repeat(5000)}</t></si>`)),
  // Sheets: none, the same one many times, one that leads nowhere or out of the archive.
  rewrite(WORKBOOK, (xml) => xml.replace(/<sheet [^>]*\/>/, (sheet) => sheet.repeat(3000))),
  rewrite(WORKBOOK, (xml) => xml.replace(/<sheet [^>]*\/>/g, "")),
  rewrite(/\.rels$/, (xml, random) =>
    replaceOne(
      xml,
      random,
      /(?<=Target=")[^"]*/g,
      pick(["../../../etc/hosts", "/", "", "workbook.xml", "mailto:a@b.example"], random),
    ),
  ),
  // The archive itself.
  (entries, random) => void entries.splice(below(random, entries.length), 1),
  (entries, random) => void entries.push({ ...pick(entries, random) }),
  (entries) =>
    void entries.push(
      ...Array.from({ length: 120 }, (_, i) => ({ name: `x${i}.xml`, data: encoder.encode("<x/>") })),
    ),
  (entries) => void entries.push({ name: "xl/media/image1.png", data: ZEROS }),
  (entries, random) => {
    const entry = pick(entries, random);
    entry.claimedBytes = below(random, 2 * entry.data.length + 2);
  },
  (entries, random) => void (pick(entries, random).claimedCrc = below(random, 2 ** 31)),
  (entries, random) => void (pick(entries, random).stored = true),
  (entries) => void entries.push({ name: "xl/vbaProject.bin", data: Uint8Array.of(1) }),
  (entries, random) => {
    const entry = pick(entries, random);
    entry.data = new Uint8Array(Buffer.from(decoder.decode(entry.data), "utf16le"));
  },
];

/** A workbook whose inflated parts are changed one to three times over, packed again. */
export function mutateWorkbook(bytes: Uint8Array, random: Random): Uint8Array {
  const entries = unzip(bytes);
  for (let i = 0; i < 1 + below(random, 3) && entries.length > 0; i++)
    pick(PART_MUTATIONS, random)(entries, random);
  return zip(entries);
}

/** A workbook with a text put among its shared texts, or as a sheet's name. */
export function plantInWorkbook(bytes: Uint8Array, text: string, random: Random): Uint8Array {
  const entries = unzip(bytes);
  const plant =
    random() < 0.3
      ? rewrite(WORKBOOK, (xml) => xml.replace(/(<sheet [^>]*name=")[^"]*/, `$1${text}`))
      : rewrite(STRINGS, (xml, r) => replaceOne(xml, r, /(?<=<t[^>]*>)[^<]*/g, text));
  plant(entries, random);
  return zip(entries);
}
