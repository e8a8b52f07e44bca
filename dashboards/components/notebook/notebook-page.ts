import { sourceLine } from "../../charts/words.js";
import { html } from "../../charts/html.js";
import { EXAMPLES } from "../../queries/examples.js";
import { readLoadedTables } from "../../queries/loaded-tables.js";
import { SQL_WORDS, sqlWordsFrom } from "../../queries/sql-words.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { fromAddress } from "../address.js";
import type { Database } from "../database.js";
import { showNoData } from "../no-data.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { referenceTables } from "../reference-tables.js";
import { townAges } from "../town-ages.js";
import { currentVisit } from "../visit/visit.js";
import { keepAddress } from "./address-keeper.js";
import { browserStore } from "./browser-store.js";
import { NotebookDraft } from "./draft.js";
import { QuestionHistory } from "./history.js";
import { cellOf, type Notebook, type Origin } from "./notebook.js";
import { carriesNotebook, notebookFromFragment } from "./notebook-link.js";
import { mountNotebook, type NotebookView } from "./notebook-view.js";
import { QueryRunner } from "./query-runner.js";
import { mountSidePanel } from "./side-panel.js";
import { sqlSupport } from "./sql-support.js";
import { mountToolbar } from "./toolbar.js";

/** The notebook of an earlier page of the visit: its editors listen to the window until they are told not to. */
let earlier: NotebookView | null = null;

/** Starts ノート: cells of SQL over every table of the page. */
export async function startNotebook(): Promise<void> {
  const context = readPageContext();
  earlier?.destroy();
  if (context.door === "none") return showNoData(context, "notebook-lead");
  const visit = currentVisit();
  const store = browserStore(context.municipality.code);
  const [draft, past] = [new NotebookDraft(store), new QuestionHistory(store)];
  const { notebook: first, from } = await firstNotebook(draft);
  if (visit.left) return;
  const setAside = from === "link" && draft.setAside(first);

  const place = document.getElementById("notebook")!;
  place.innerHTML = html`<div class="notebook-tools"></div>
    <div class="notebook-main"></div>
    <aside class="notebook-side" aria-label="表、例、これまでの問い"></aside>`.text;
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)!;
  const opening = openAllTables(context);
  const database = opening.then((opened) => opened?.database ?? null);
  const runner = new QueryRunner(database, () => performance.now());
  const view = mountNotebook(find(".notebook-main"), {
    first,
    runner,
    past,
    town: context.municipality.code,
    source: sourceLine(context.municipality.name, null, context.synthetic),
    now: () => new Date().toISOString(),
    onChange: () => address.changed(),
    onAsked: () => side.showHistory(),
  });
  earlier = view;
  const address = keepAddress({ view, draft, visit });
  mountToolbar(find(".notebook-tools"), { view, address, from, earlier: setAside ? draft.earlier() : null });
  const side = mountSidePanel(find(".notebook-side"), past, {
    insert: view.insert,
    open: (sql, ask) => {
      const cell = view.open(sql);
      if (ask) cell.run();
      else cell.focus();
    },
  });
  // What a link or the first visit brings is answered at once: it can only read what this page shows anyway, and be
  // stopped. A draft is not: one that was too much for this machine would be so again each time.
  if (from !== "draft") view.runAll();
  if (fromAddress("sql") !== null) address.changed();

  const opened = await opening;
  if (!opened) return;
  const { rows } = opened.database;
  const [tables, words] = await Promise.all([readLoadedTables(rows), rows(SQL_WORDS).then(sqlWordsFrom)]);
  side.showTables(tables, opened.missing);
  view.support(sqlSupport(tables, words, view.cellCount));
}

/** The engine with the tables of every page; those of single pages are no reason to have none at all. */
async function openAllTables(context: PageContext): Promise<{ database: Database; missing: boolean } | null> {
  const database = await openPageData(context, "notebook-lead");
  if (!database) return null;
  const more = [
    ...(context.door === "public" ? [townAges(context)] : []),
    ...(context.reference ? [referenceTables(context.reference)] : []),
  ];
  let missing = false;
  for (const tables of more) {
    await database.add(tables).catch((error: unknown) => {
      console.error(error);
      missing = true;
    });
  }
  return { database, missing };
}

async function firstNotebook(draft: NotebookDraft): Promise<{ notebook: Notebook; from: Origin }> {
  const linked = await notebookFromFragment(location.hash);
  if (linked) return { notebook: linked, from: "link" };
  const broken = carriesNotebook(location.hash);
  const sql = fromAddress("sql");
  if (sql !== null) return { notebook: { cells: [cellOf(sql)] }, from: "link" };
  const kept = draft.read();
  if (kept) return { notebook: kept, from: broken ? "broken-link" : "draft" };
  return { notebook: { cells: [cellOf(EXAMPLES[0]!.sql)] }, from: broken ? "broken-link" : "example" };
}
