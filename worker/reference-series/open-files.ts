import type { PageContext } from "../../data/contract/page-context.js";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import { compareReference, type ReferenceFigure } from "../../data/contract/reference-series.js";
import { tableArrow } from "../snapshots/table-bytes.js";
import { currentImport, datesKnownAt, referenceAt } from "./ledger.js";
import { municipalityNames } from "./municipality-list.js";
import { publishedSeriesArrow } from "./published-series.js";

/** Totals of all places, the nation by age and sex; `gzip`: as they are stored and sent. */
const TABLES = {
  "towns.arrow": ["code", "name", "as_of", "population", "population_as_of", "issued", "held"],
  "ages.arrow": ["as_of", "age_band", "sex", "population", "population_as_of", "issued", "held"],
} as const;
type TableName = keyof typeof TABLES;
const COUNTS = new Set(["population", "issued", "held"]);
const isTable = (file: string): file is TableName => file in TABLES;

/** Where everything lies that is made of one import, its number next. */
export const REFERENCE_PREFIX = "reference/";
const PUBLISHED = /^published-(\d{6})\.arrow$/;

/** A file of an import, for everybody: it never changes under the import's number. */
export interface OpenFile {
  body: ReadableStream | Uint8Array<ArrayBuffer>;
  encoding: "gzip" | null;
}

/** The addresses of an import's files for a town's pages; null where nothing was imported. */
export function referenceFiles(number: number, code: string): PageContext["reference"] {
  if (number === 0) return null;
  const at = (file: string) => `/api/v1/reference-series/${number}/${file}`;
  return {
    import: number,
    towns: at("towns.arrow"),
    ages: at("ages.arrow"),
    published: at(`published-${code}.arrow`),
  };
}

/**
 * A file of import `number`. The tables of all places are made from the ledger when they are first asked for and
 * stored; the series of one town are few rows and written as they are asked for.
 * @returns null where there is no such import or file.
 */
export async function openFile(
  { DB, OBJECTS }: { DB: D1Database; OBJECTS: R2Bucket },
  number: number,
  file: string,
): Promise<OpenFile | null> {
  if (number < 1 || number > (await currentImport(DB))) return null;
  const code = PUBLISHED.exec(file)?.[1];
  if (code !== undefined && isMunicipalityCode(code)) {
    return { body: await publishedSeriesArrow(DB, number, code), encoding: null };
  }
  if (!isTable(file)) return null;
  const key = `${REFERENCE_PREFIX}${number}/${file}.gz`;
  const stored = await OBJECTS.get(key);
  if (stored) return { body: stored.body, encoding: "gzip" };
  const tables = await makeTables(DB, number);
  for (const [name, bytes] of tables) {
    // Who comes second finds the first one's bytes, which are the same.
    await OBJECTS.put(`${REFERENCE_PREFIX}${number}/${name}.gz`, bytes, {
      onlyIf: new Headers({ "if-none-match": "*" }),
    });
  }
  return { body: tables.get(file)!, encoding: "gzip" };
}

async function makeTables(db: D1Database, number: number): Promise<Map<TableName, Uint8Array<ArrayBuffer>>> {
  const figures: ReferenceFigure[] = [];
  // Date by date: a single answer of 70,000 rows would be too large for the ledger's database.
  for (const date of await datesKnownAt(db, number)) {
    figures.push(...(await referenceAt(db, number, { code: null, prefecture: null, from: date, to: date })));
  }
  const names = municipalityNames();
  const rows = figures.sort(compareReference).map((f) => ({ ...f, name: names.nameOf(f.code) }));
  const parts = {
    "towns.arrow": rows.filter((f) => f.series !== "age_sex"),
    "ages.arrow": rows.filter((f) => f.series === "age_sex"),
  };
  const made = new Map<TableName, Uint8Array<ArrayBuffer>>();
  for (const name of Object.keys(TABLES) as TableName[]) {
    made.set(name, await gzip(tableArrow(parts[name], TABLES[name], COUNTS)));
  }
  return made;
}

async function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Deletes the files of imports that are not the newest: each can be made again from the ledger. */
export async function sweepReferenceFiles(stores: { DB: D1Database; OBJECTS: R2Bucket }): Promise<void> {
  const newest = `${REFERENCE_PREFIX}${await currentImport(stores.DB)}/`;
  for (let cursor: string | undefined; ;) {
    const listed = await stores.OBJECTS.list({ prefix: REFERENCE_PREFIX, ...(cursor && { cursor }) });
    const old = listed.objects.map((o) => o.key).filter((key) => !key.startsWith(newest));
    if (old.length > 0) await stores.OBJECTS.delete(old);
    if (!listed.truncated) return;
    cursor = listed.cursor;
  }
}
