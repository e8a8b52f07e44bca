import { mappingSchema, type Mapping } from "../../data/contract/api/mapping.js";
import type { AppContext } from "../http/app-env.js";
import type { FileFormat } from "../intake/read-file.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { Refusal } from "../refusal.js";

export interface UploadParts {
  bytes: Uint8Array;
  format: FileFormat;
  /** Null where the request brought none. */
  mapping: Mapping | null;
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Windows browsers call every .csv an Excel file, and some a workbook a mere octet-stream; the ending decides there. */
const FORMAT_OF_TYPE: Readonly<Record<string, FileFormat>> = {
  "text/csv": "csv",
  "application/csv": "csv",
  "text/tab-separated-values": "csv",
  "application/json": "json",
  "application/x-ndjson": "ndjson",
  "application/jsonl": "ndjson",
  [XLSX_TYPE]: "xlsx",
};

/** A workbook with macros is known by its ending, so that the answer can say why it is refused. */
const FORMAT_OF_ENDING: Readonly<Record<string, FileFormat>> = {
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  json: "json",
  ndjson: "ndjson",
  jsonl: "ndjson",
  xlsx: "xlsx",
  xlsm: "xlsx",
};

/** @throws Refusal unsupported_media_type, invalid_request */
export async function readParts(c: AppContext): Promise<UploadParts> {
  const type = mediaType(c.req.header("content-type") ?? "");
  if (type === "multipart/form-data") return readForm(c);
  const format = FORMAT_OF_TYPE[type];
  if (!format) throw unsupported();
  return { bytes: new Uint8Array(await c.req.arrayBuffer()), format, mapping: null };
}

const mediaType = (header: string): string => header.split(";")[0]!.trim().toLowerCase();

async function readForm(c: AppContext): Promise<UploadParts> {
  const form = await c.req.formData().catch(() => null);
  const file = form?.get("file");
  if (!form || file === null || file === undefined || typeof file === "string") {
    throw new Refusal("invalid_request", {
      ja: "multipart の file にファイルを入れてください",
      en: "Put the file into the multipart field `file`",
    });
  }
  const finding = screenText(file.name);
  if (finding) throw new Refusal("invalid_request", wordsOf(finding));
  const format = FORMAT_OF_TYPE[mediaType(file.type)] ?? formatOfName(file.name);
  if (!format) throw unsupported();
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    format,
    mapping: readMapping(form.get("mapping")),
  };
}

function formatOfName(name: string): FileFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return FORMAT_OF_ENDING[ending] ?? null;
}

function readMapping(part: unknown): Mapping | null {
  if (part === null || part === "") return null;
  const fail = (ja: string, en: string, members?: Record<string, unknown>) =>
    new Refusal("invalid_request", { ja, en }, members ? { members } : {});
  if (typeof part !== "string")
    throw fail("mapping は JSON の文字列にしてください", "`mapping` must be JSON text");
  let value: unknown;
  try {
    value = JSON.parse(part);
  } catch {
    throw fail("mapping が JSON として読めません", "`mapping` is not valid JSON");
  }
  // Written anew: an escape could hide a digit.
  const finding = screenText(JSON.stringify(value));
  if (finding) throw new Refusal("invalid_request", wordsOf(finding));
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((i) => ({
    field: i.path.map(String).join(".") || "mapping",
    message: i.message,
  }));
  throw fail("mapping の書き方を確かめてください", "Check the mapping", { fields });
}

function unsupported(): Refusal {
  return new Refusal("unsupported_media_type", {
    ja: "CSV(text/csv)、Excel(.xlsx)、JSON(application/json、application/x-ndjson)のどれかで送ってください",
    en: "Send CSV (text/csv), an Excel workbook (.xlsx) or JSON (application/json, application/x-ndjson)",
  });
}
