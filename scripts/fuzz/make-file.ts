import { encodeCp932 } from "./cp932.js";
import { below, mutate, mutateText, splice, type Random } from "./mutate.js";
import { mutateWorkbook, plantInWorkbook } from "./mutate-workbook.js";
import { CONTENT_TYPES, type Seed } from "./seeds.js";

/** A made-up personal number with a right check digit, in the widths and groups that people write. */
export const PLANTED = [
  "983205673214",
  "９８３２０５６７３２１４",
  "9832 0567 3214",
  "9832-0567-3214",
] as const;

/** One request of the fuzz. */
export interface FuzzFile {
  body: Uint8Array<ArrayBuffer> | FormData;
  contentType: string | null;
  query: string;
  /** Whether a personal number stands in it whole, so that it must not be accepted. */
  planted: boolean;
}

const MAPPINGS = [
  "",
  "{}",
  "null",
  "[]",
  "{",
  '{"columns":{}}',
  '{"columns":{"district":["地区コード","年齢階級"]}}',
  '{"columns":{"population":"人口","held":"人口"},"constants":{"population":"1"}}',
  '{"constants":{"municipality":"173843","as_of":"2026-10-31","age_band":"all","sex":"all"}}',
  '{"constants":{"as_of":"2026-02-30"}}',
  '{"columns":{"district":"ない列"},"register_districts":true}',
  '{"columns":{"__proto__":"x","constructor":"y"}}',
  `{"columns":{"district":${"[".repeat(500)}`,
  `{"constants":{"area":"${"長".repeat(5000)}"}}`,
  `{"constants":{"area":"${PLANTED[0]}"}}`,
];
const NAMES = ["a.csv", "a.xlsx", "a.json", "a", "..", "a.xlsm", "表.CSV", "a.ndjson"];

/** A changed file with changed ways of sending it; the same numbers, the same request. */
export function makeFile(seed: Seed, random: Random): FuzzFile {
  const plants = random() < 0.25;
  const number = PLANTED[below(random, PLANTED.length)]!;
  const bytes = plants ? plant(seed, number, random) : change(seed, random);
  const flag = (name: string) => (random() < 0.3 ? [`${name}=true`] : []);
  const query = [
    ...flag("dry_run"),
    ...flag("synthetic"),
    ...(random() < 0.8 ? ["accept_warnings=true"] : []),
  ].join("&");
  const contentType = CONTENT_TYPES[seed.format];
  if (random() >= 0.25) return { body: new Uint8Array(bytes), contentType, query, planted: plants };
  const form = new FormData();
  const named = random() < 0.5 ? NAMES[below(random, NAMES.length)]! : seed.name;
  const type = random() < 0.5 ? contentType : "application/octet-stream";
  form.set(random() < 0.95 ? "file" : "File", new File([new Uint8Array(bytes)], named, { type }));
  if (random() < 0.8) form.set("mapping", MAPPINGS[below(random, MAPPINGS.length)]!);
  return { body: form, contentType: null, query, planted: plants };
}

/** Bytes at random, characters at random, or a workbook's parts. */
function change({ format, bytes }: Seed, random: Random): Uint8Array {
  if (random() < 0.3) return mutate(bytes, random);
  if (format !== "xlsx") return mutateCharacters(format, bytes, random);
  const changed = mutateWorkbook(bytes, random);
  return random() < 0.1 ? mutate(changed, random) : changed;
}

function mutateCharacters(format: Seed["format"], bytes: Uint8Array, random: Random): Uint8Array {
  const isCp932 = format === "csv-cp932";
  const text = mutateText(new TextDecoder(isCp932 ? "shift_jis" : "utf-8").decode(bytes), random);
  if (!isCp932) return new TextEncoder().encode(text);
  return encodeCp932(text.replace(/[\ud800-\udfff\u202e\uFEFF]/g, ""));
}

/** The number somewhere in the file, otherwise whole; marks keep it apart from digits beside it. */
function plant({ format, bytes }: Seed, number: string, random: Random): Uint8Array {
  if (format === "xlsx") return plantInWorkbook(bytes, `#${number}#`, random);
  const written =
    format === "csv-cp932" ? encodeCp932(`#${number}#`) : new TextEncoder().encode(`#${number}#`);
  return splice(bytes, below(random, bytes.length + 1), 0, written);
}
