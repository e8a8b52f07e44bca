import { statSync } from "node:fs";
import "../scripts/site/npm-offline.js";
import { packageFile } from "../scripts/site/installed-packages.js";
import { siteFooter, siteHeader } from "./components/site-frame.js";

// The wasm arrives packed, so its length is unknown to the browser; progress is measured against this.
const engine = packageFile("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");

export default {
  root: "dashboards",
  output: "dist/site",
  title: "行き渡り",
  style: "style/site.css",
  head: `<meta name="color-scheme" content="light dark">
<meta name="engine-bytes" content="${statSync(engine).size}">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='rgb(0,49,216)'/%3E%3Cpath d='M3 12h2V9H3zm4 0h2V7H7zm4 0h2V4h-2z' fill='white'/%3E%3C/svg%3E">`,
  header: ({ path }: { path: string }) => siteHeader(path),
  footer: siteFooter(),
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  globalStylesheets: [],
  // A page's code block is bundled after this build (scripts/site/bundle-scripts.ts); Framework makes the page alone.
  markdownIt: (md: { renderer: { rules: Record<string, unknown> } }) => {
    md.renderer.rules["fence"] = () => "";
    return md;
  },
  // Only null stops Framework from downloading the extensions.
  duckdb: { extensions: { json: null, parquet: null } },
};
