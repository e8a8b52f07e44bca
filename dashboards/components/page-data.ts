import { FileAttachment } from "observablehq:stdlib";
import type { PageContext } from "../data/contract/page-context.js";
import { MAKE_TABLES } from "../queries/tables.js";
import type { Database, TableFile } from "./duckdb.js";
import { engineStatus, failureMarkup, type EngineStatus } from "./engine-status.js";
import { slot } from "./slots.js";

/**
 * Opens the page's data: fetches the files the context names, starts DuckDB meanwhile, shows how far it is.
 * @param leadSlot where a failure is said if the page has nothing to show yet.
 * @returns null where it failed; the page then says so and keeps what is already on it.
 */
export async function openPageData(context: PageContext, leadSlot: string): Promise<Database | null> {
  const status = engineStatus();
  const total = Number(document.querySelector<HTMLMetaElement>('meta[name="engine-bytes"]')?.content) || 1;
  try {
    let files: Promise<TableFile[]> | null = tableFiles(context);
    const first = files;
    const loadFiles = () => {
      const loading = files ?? tableFiles(context);
      files = null;
      return loading;
    };
    // Awaited only inside openDatabase; without this a refused file would count as unhandled until then.
    first.catch(() => null);
    const { openDatabase } = await import("./duckdb.js");
    const opening = openDatabase(loadFiles, MAKE_TABLES, (bytes) => status.progress(bytes / total));
    // Refused data is said at once, not after the engine has arrived.
    const [database] = await Promise.all([opening, first]);
    status.done();
    return database;
  } catch (error) {
    console.error(error);
    showFailure(status, leadSlot, error);
    return null;
  }
}

/** A file of the data that the server refused or the line lost. */
class DataNotReached extends Error {}

async function tableFiles({ files, municipality }: PageContext): Promise<TableFile[]> {
  if (!files) throw new DataNotReached(`no files for ${municipality.code}`);
  const [figures, districts, published] = await Promise.all([
    fetchBytes(files.figures),
    fetchBytes(files.districts),
    FileAttachment("../data/reference/published-series.csv").arrayBuffer(),
  ]);
  return [
    { table: "figures_file", format: "arrow", bytes: figures },
    { table: "districts_file", format: "arrow", bytes: districts },
    { table: "published_file", format: "csv", bytes: new Uint8Array(published) },
  ];
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new DataNotReached(address, { cause });
  });
  if (!response.ok) throw new DataNotReached(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Beside what is already on the page, or in its place where nothing is. */
function showFailure(status: EngineStatus, leadSlot: string, error: unknown): void {
  const lead = slot(leadSlot);
  const filled = lead?.hasChildNodes() ?? false;
  const figures = ["progress-headline", "districts-table"].some((name) => slot(name)?.hasChildNodes());
  const kept = figures ? "表示している数字と図はそのままご覧になれますが、絞り込みとSQLは使えません。" : "";
  const message =
    error instanceof DataNotReached
      ? `データを受け取れませんでした。${kept}通信を確かめて、もう一度お試しください。`
      : `このブラウザーで集計の準備ができませんでした。${kept}`;
  if (filled || !lead) return status.failed(message);
  status.hide();
  document.body.classList.add("no-data");
  lead.innerHTML = failureMarkup(message);
}
