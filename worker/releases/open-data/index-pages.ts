import type { Manifest, ManifestFile } from "../../../data/contract/api/manifest.js";
import { formatDateJa } from "../../../data/contract/as-of-date.js";
import { isPublicFile } from "../release-file.js";
import type { Release } from "../release.js";
import { releasePath, townPath } from "./dcat.js";
import { escapeHtml, htmlPage } from "./html-page.js";
import { SYNTHETIC, SYNTHETIC_EN } from "./notice.js";

interface Town {
  code: string;
  name: string;
}

/** What stands at /open-data/: the towns that have published. */
export function townsPage(latest: readonly { town: Town; release: Release }[]): string {
  const rows = latest.map(
    ({ town, release }) =>
      `<tr><th scope="row"><a href="${townPath(town.code)}">${escapeHtml(town.name)}</a></th><td>${town.code}</td><td>${formatDateJa(release.through)}</td><td>${day(release.published_at!)}</td></tr>`,
  );
  const table = `<div class="wide"><table><caption>公開している市区町村 / Municipalities</caption>
<thead><tr><th scope="col">市区町村</th><th scope="col">コード</th><th scope="col">基準日</th><th scope="col">公開日</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
  return htmlPage(
    "オープンデータ / Open data",
    `<header><h1>オープンデータ<br><span lang="en">Open data</span></h1></header>
<main>${rows.length > 0 ? table : "<p>公開されたデータはまだありません。</p>"}
<p><a href="/open-data/catalog.jsonld">catalog.jsonld</a>（DCAT）</p></main>`,
    `<link rel="describedby" type="application/ld+json" href="/open-data/catalog.jsonld">\n`,
  );
}

/** What the pages of a town and of a release show. */
interface ReleaseView {
  town: Town;
  release: Release;
  manifest: Manifest;
  /** dcat.jsonld, for search engines that read it from the page. */
  dataset: unknown;
}

/** What stands at a town's lasting address: the files of the latest release, and all releases as they were. */
export function townPage(view: ReleaseView, archive: readonly Release[]): string {
  const { town } = view;
  return htmlPage(
    `${town.name}のオープンデータ`,
    `<nav aria-label="上の階層"><a href="/open-data/">オープンデータ</a></nav>
<header><h1>${escapeHtml(town.name)}のオープンデータ<br><span lang="en">Open data</span></h1>${sample(view.manifest)}</header>
<main><h2>最新のデータ <span lang="en">Latest</span>: ${formatDateJa(view.release.through)}</h2>
<p>この表のアドレスは変わりません。中身は公開のたびに新しくなります。<br><span lang="en">These addresses stay; what they hold is renewed with every release.</span></p>
${fileTables(view, `${townPath(town.code)}latest/`)}
<h2>これまでの公開 <span lang="en">Archive</span></h2>
${archiveTable(archive)}
<p><a href="feed.atom">feed.atom</a>（更新のお知らせ <span lang="en">Atom feed</span>）</p></main>`,
    headOf(view) + `<link rel="alternate" type="application/atom+xml" href="feed.atom">\n`,
  );
}

/** What stands at a release's own address. */
export function releasePage(view: ReleaseView): string {
  const { town, release, manifest } = view;
  const title = `${town.name}のオープンデータ、${formatDateJa(release.through)}まで`;
  return htmlPage(
    title,
    `<nav aria-label="上の階層"><a href="${townPath(town.code)}">${escapeHtml(town.name)}のオープンデータ</a></nav>
<header><h1>${escapeHtml(title)}</h1>${sample(manifest)}</header>
<main><p>${day(release.published_at!)}に公開。この版の中身は変わりません。<br><span lang="en">Published on ${day(release.published_at!)}; the files of this release do not change.</span></p>
${fileTables(view, releasePath(town.code, release.id))}</main>`,
    headOf(view),
  );
}

const day = (moment: string): string => moment.slice(0, 10);

const sample = ({ synthetic }: Manifest): string =>
  synthetic ? `<p class="sample">${SYNTHETIC} <span lang="en">(${SYNTHETIC_EN})</span></p>` : "";

/** The data block is no script: nothing runs it. */
const headOf = ({ dataset }: ReleaseView): string =>
  dataset === null
    ? ""
    : `<script type="application/ld+json">${JSON.stringify(dataset).replaceAll("<", "\\u003c")}</script>\n`;

/** What only the notebooks read is served with the rest, but not offered. */
const PAGE_FILES = new Set(["first-paint.json"]);

/** Drawings and pages stand apart from the data, which come first. */
const isDrawing = (name: string): boolean => /\.(svg|png|html)$/.test(name) && name !== "dictionary.html";

function fileTables({ manifest, release }: ReleaseView, at: string): string {
  const [data, drawings] = [false, true].map((drawn) =>
    manifest.files.filter(
      ({ name }) => !PAGE_FILES.has(name) && isPublicFile(name, release) && isDrawing(name) === drawn,
    ),
  );
  return `<p><a href="${at}dictionary.html">項目の説明 <span lang="en">Data dictionary</span></a>${isPublicFile("manifest.json", release) ? ` <a href="${at}manifest.json">manifest.json（SHA-256）</a>` : ""}</p>
${fileTable("データ", "Data", data!, at)}
${drawings!.length > 0 ? fileTable("図とページ", "Charts and pages", drawings!, at) : ""}`;
}

function fileTable(ja: string, en: string, files: readonly ManifestFile[], at: string): string {
  const rows = files.map(
    ({ name, bytes, media_type }) =>
      `<tr><th scope="row"><a href="${at}${name}">${name}</a></th><td>${media_type.split(";")[0]}</td><td class="number">${bytes.toLocaleString("en")}</td></tr>`,
  );
  return `<div class="wide" role="region" aria-label="${ja} / ${en}" tabindex="0"><table><caption>${ja} <span lang="en">${en}</span></caption>
<thead><tr><th scope="col">ファイル</th><th scope="col">形式</th><th scope="col">バイト</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function archiveTable(archive: readonly Release[]): string {
  const rows = archive.map((r) => {
    const through = formatDateJa(r.through);
    const place =
      r.status === "withdrawn" ? through : `<a href="${releasePath(r.municipality, r.id)}">${through}</a>`;
    const state =
      r.status === "withdrawn"
        ? `${day(r.withdrawn_at!)}に取下げ。理由: ${escapeHtml(r.reason ?? "")}`
        : `公開中${r.method === "suppression" ? "（以前の方式: 少人数の値を秘匿 / earlier method: small values withheld）" : ""}`;
    return `<tr><th scope="row">${place}</th><td>${day(r.published_at!)}</td><td>${state}</td></tr>`;
  });
  return `<div class="wide"><table><caption>すべての公開版 <span lang="en">All releases</span></caption>
<thead><tr><th scope="col">最新の基準日</th><th scope="col">公開日</th><th scope="col">状態</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}
