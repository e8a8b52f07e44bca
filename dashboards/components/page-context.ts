import type { PageContext } from "../data/contract/page-context.js";

const NOWHERE: PageContext = {
  municipality: { code: "", name: "", prefecture: "" },
  municipalities: [],
  door: "none",
  role: null,
  files: null,
  revision: null,
  release: null,
  synthetic: false,
  reference: null,
};

/** What the Worker says about this page; a page opened without it has no door. */
export function readPageContext(): PageContext {
  const text = document.getElementById("page-context")?.textContent;
  return text ? (JSON.parse(text) as PageContext) : NOWHERE;
}
