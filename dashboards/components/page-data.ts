import type { PageContext } from "../data/contract/page-context.js";
import { MAKE_TABLES } from "../queries/tables.js";
import type { Database, MoreTables, TableFile } from "./database.js";
import { engineStatus, failureMarkup, type EngineStatus } from "./engine-status.js";
import { fetchBytes, NotAnswered } from "./http.js";
import { slot } from "./slots.js";
import { currentVisit, databaseOf } from "./visit/visit.js";

/** The engine of this visit and the files it holds: every page of the visit asks the same one. */
let held: { key: string; opening: Promise<Database>; open: boolean } | null = null;

/** The bar of the page that is open: an engine that an earlier page started reports to it. */
let shown: EngineStatus;

/**
 * Opens the page's data: the engine that an earlier page of the visit has opened over the same files, or a new one,
 * which fetches the files, starts DuckDB meanwhile and shows how far it is.
 * @param leadSlot where a failure is said if the page has nothing to show yet.
 * @param more tables that this page needs beside those of every page.
 * @returns null where it failed; the page then says so and keeps what is already on it. A page that was left
 * meanwhile is answered no more.
 */
export async function openPageData(
  context: PageContext,
  leadSlot: string,
  more: readonly MoreTables[] = [],
): Promise<Database | null> {
  const visit = currentVisit();
  const status = engineStatus();
  shown = status;
  try {
    const database = await openEngine(context, status);
    for (const tables of more) await database.add(tables);
    if (!visit.left) status.done();
    return await new Promise((resolve) => !visit.left && resolve(databaseOf(visit, database)));
  } catch (error) {
    console.error(error);
    if (!visit.left) showFailure(status, leadSlot, error);
    return null;
  }
}

async function openEngine(context: PageContext, status: EngineStatus): Promise<Database> {
  const key = JSON.stringify([
    context.files?.figures,
    context.files?.districts,
    context.reference?.published,
  ]);
  if (held?.key === key) {
    if (!held.open) status.begin();
    const open = await held.opening.catch(() => null);
    if (open && !open.changed()) return open;
  }
  held?.opening.then(
    (database) => database.end(),
    () => null,
  );
  status.begin();
  const engine = { key, opening: startEngine(context), open: false };
  held = engine;
  const database = await engine.opening;
  engine.open = true;
  return database;
}

async function startEngine(context: PageContext): Promise<Database> {
  const total = Number(document.querySelector<HTMLMetaElement>('meta[name="engine-bytes"]')?.content) || 1;
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
  const opening = openDatabase(loadFiles, MAKE_TABLES, (bytes) => shown.progress(bytes / total));
  // Refused data is said at once, not after the engine has arrived.
  const [database] = await Promise.all([opening, first]);
  return database;
}

/** A town without data of its own still has what the ministry publishes about it, where that is imported. */
async function tableFiles({ files, reference, municipality }: PageContext): Promise<TableFile[]> {
  if (!files && !reference) throw new NotAnswered({ kind: "unreachable" }, municipality.code);
  const own = ["figures", "districts"] as const;
  const [published, ...tables] = await Promise.all([
    reference ? fetchBytes(reference.published) : comesWithTheSite(),
    ...own.map((name) => (files ? fetchBytes(files[name]) : null)),
  ]);
  return [
    ...own.flatMap((name, i): TableFile[] => {
      const bytes = tables[i];
      return bytes ? [{ table: `${name}_file`, bytes }] : [];
    }),
    { table: "published_file", bytes: published },
  ];
}

const comesWithTheSite = (): Promise<Uint8Array> =>
  fetchBytes(import.meta.resolve("../data/reference/published-series.arrow"));

/** Beside what is already on the page, or in its place where nothing is. */
function showFailure(status: EngineStatus, leadSlot: string, error: unknown): void {
  const lead = slot(leadSlot);
  const filled = lead?.hasChildNodes() ?? false;
  const figures = [...document.querySelectorAll("main .card[data-slot]")].some((card) =>
    card.hasChildNodes(),
  );
  const kept = figures ? "表示している数字と図はそのままご覧になれますが、絞り込みとSQLは使えません。" : "";
  const message =
    error instanceof NotAnswered
      ? `データを受け取れませんでした。${kept}通信を確かめて、もう一度お試しください。`
      : `このブラウザーで集計の準備ができませんでした。${kept}`;
  if (filled || !lead) return status.failed(message);
  status.hide();
  document.body.classList.add("no-data");
  lead.innerHTML = failureMarkup(message);
}
