import { ApiError, describeProblem } from "../api-client.js";
import { ImportFailure } from "./failure.js";

/** What the API tells of a table it took in, as far as the summary needs it. */
export interface ImportedTable {
  series: "municipality" | "prefecture" | "summary" | "age_sex";
  /** A workbook's sheet may hold tables of every kind. */
  tables: { series: ImportedTable["series"]; figures: number }[];
  as_of: string[];
  changes: { added: number; changed: number; removed: number; unchanged: number };
  issues: { row: number | null; column: string | null; code: string; message: { ja: string; en: string } }[];
  sums: {
    check: string;
    as_of: string;
    compared: number;
    differing: { code: string; count: string; published: number; sum: number }[];
  }[];
}

export interface Sent {
  table: ImportedTable;
  /** The same bytes had come in before. */
  known: boolean;
}

/**
 * Sends one file's bytes as they are: the Worker knows its encoding.
 * @throws ApiError where the table is refused; ImportFailure where no other file would fare better.
 */
export async function sendTable(
  bytes: Uint8Array<ArrayBuffer>,
  { url, token, dryRun }: { url: string; token: string; dryRun: boolean },
): Promise<Sent> {
  const response = await fetch(`${url}/api/v1/reference-series${dryRun ? "?dry_run=true" : ""}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": isZip(bytes) ? XLSX_TYPE : "text/csv" },
    body: bytes,
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new ImportFailure(
      `${url} につながりません。npm start で起動してください / cannot reach ${url}; is it started? (${cause})`,
    );
  });
  const text = await response.text();
  if (response.ok) {
    const table = JSON.parse(text) as ImportedTable & { dry_run?: boolean };
    return { table, known: response.status === 200 && !table.dry_run };
  }
  const words = withUnmatchedNames(describeProblem(response.status, text), text);
  // A wrong token, a wrong address, too many requests, a fault: the next file would meet the same.
  if (response.status === 422 || response.status === 413) throw new ApiError(response.status, words);
  throw new ImportFailure(words);
}

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook is an archive, whatever its name. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Names that are not on the official list, all of them: the first issues alone would hide the rest. */
function withUnmatchedNames(words: string, text: string): string {
  const { unmatched = [] } = tryJson(text) as { unmatched?: { row: number; name: string | null }[] };
  if (unmatched.length === 0) return words;
  const names = unmatched.map(({ row, name }) => `${name ?? "?"} (行/row ${row})`).join(", ");
  return `${words}\n  一覧にない名前 / names not on the list: ${names}`;
}

function tryJson(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    // A proxy's page, say; describeProblem has shown its beginning.
    return {};
  }
}
