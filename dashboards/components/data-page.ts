import { plainTable } from "../charts/card.js";
import { html, type Markup } from "../charts/html.js";
import { dateJa } from "../charts/words.js";
import type { Manifest } from "../data/contract/api/manifest.js";
import type { PageContext } from "../data/contract/page-context.js";
import { readLoadedTables, type LoadedTable } from "../queries/loaded-tables.js";
import { TABLE_WORDS } from "../queries/table-words.js";
import { send } from "./http.js";
import { showNoData } from "./no-data.js";
import { readPageContext } from "./page-context.js";
import { openPageData } from "./page-data.js";

/** Starts データ: what is loaded, and its files. */
export async function startData(): Promise<void> {
  const context = readPageContext();
  const notebook = document.querySelector<HTMLAnchorElement>("[data-link=notebook]");
  if (notebook && context.municipality.code) notebook.search = `?m=${context.municipality.code}`;
  if (context.door === "none" || !context.files) return showNoData(context, "data-lead");
  document.getElementById("downloads")!.innerHTML = downloads(context).text;
  const [database, digest] = await Promise.all([
    openPageData(context, "data-lead"),
    manifestDigest(context.files.manifest),
  ]);
  if (!database) return;
  const tables = await readLoadedTables(database.rows);
  document.getElementById("loaded")!.innerHTML = loaded(tables, context, digest).text;
}

const FORMATS = [
  { extension: "csv", name: "CSV", hint: "Excelで開く" },
  { extension: "json", name: "JSON", hint: "プログラムで使う" },
  { extension: "parquet", name: "Parquet", hint: "分析の道具で使う" },
  { extension: "arrow", name: "Arrow", hint: "この画面が読む形" },
] as const;

function downloads({ files }: PageContext): Markup {
  const address = (extension: string) => files!.figures.replace(/\.arrow(?=$|[?#])/, `.${extension}`);
  return html`<ul class="file-list">
    ${FORMATS.map(
      ({ extension, name, hint }) =>
        html`<li>
          <a class="file" href="${address(extension)}" download>${name}<span>${hint}</span></a>
        </li>`,
    )}
  </ul>`;
}

function loaded(
  tables: readonly LoadedTable[],
  { revision, release }: PageContext,
  digest: string | null,
): Markup {
  const table = plainTable({
    columns: ["表", "行", "期間", "列"],
    rows: tables.map((t) => [
      TABLE_WORDS[t.name] ? `${t.name}(${TABLE_WORDS[t.name]!.name})` : t.name,
      t.rows,
      t.from && t.to ? `${dateJa(t.from)}～${dateJa(t.to)}` : null,
      t.columns.map((column) => column.name).join(", "),
    ]),
  });
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="読み込んだ表">${table}</div>
    <dl class="facts">
      <div>
        <dt>版</dt>
        <dd>${revision ?? "—"}</dd>
      </div>
      ${
        release &&
        html`<div>
          <dt>公開番号</dt>
          <dd>${release}</dd>
        </div>`
      }${
        digest &&
        html`<div>
          <dt>内容の指紋(SHA-256)</dt>
          <dd class="digest">${digest}</dd>
        </div>`
      }
    </dl>`;
}

/** The digest of the figures' file as the manifest gives it; null where there is none to be had. */
async function manifestDigest(address: string): Promise<string | null> {
  const sent = await send<Manifest>(address);
  if (sent.kind !== "done") return null;
  const { files } = sent.answer;
  return (files.find(({ name }) => name === "figures.arrow") ?? files[0])?.sha256 ?? null;
}
