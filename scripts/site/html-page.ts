import type { PageScripts } from "./page-scripts.js";

/** What a page needs from the rest of the site. */
export interface PageParts {
  /** Address of the start script. */
  startScript: string;
  /** What the page's code block has become. */
  scripts: PageScripts | undefined;
  /** The style sheet's text, by its path relative to the site's root. */
  readStyle: (path: string) => string;
}

const STYLESHEET = /\n?<link rel="stylesheet" type="text\/css" href="\.\/([^"]+)">/g;
const PRELOADED_STYLE = /\n?<link rel="preload" as="style"[^>]*>/g;
const FRAMEWORK_MODULE =
  /\n?<link rel="modulepreload" href="[^"]+">|\n?<script type="module">[\s\S]*?<\/script>/g;

/**
 * Framework's page for our policy and our first paint: Japanese, zoomable, no inline script (the policy then needs
 * no hashes), the style sheet inline (one round trip less), our bundled scripts in place of its own, and those only
 * after the first paint.
 * @param page its name, for example `progress`.
 */
export function finishPage(source: string, page: string, parts: PageParts): string {
  const styles = [...source.matchAll(STYLESHEET)].map((match) => parts.readStyle(match[1]!)).join("");
  const { startScript, scripts } = parts;
  const engine = scripts?.engine ? ` data-engine="${scripts.engine}"` : "";
  const start = scripts
    ? `\n<script defer src="${startScript}" data-module="${scripts.module}" data-preload="${scripts.preload.join(" ")}"${engine}></script>`
    : "";
  const html = source
    .replace(FRAMEWORK_MODULE, "")
    .replace(PRELOADED_STYLE, "")
    .replace(STYLESHEET, "")
    .replace("<html>", '<html lang="ja">')
    .replace(", maximum-scale=1", "")
    .replace("</head>", () => `<style>${styles}</style>${start}\n</head>`);
  if (page !== "404") return html;
  // The 404 page answers at any depth; a <base> would be against the policy (base-uri 'none').
  return html.replace(/\n?<base [^>]*>/, "").replaceAll(/(="| )\.\/(?=\w)/g, "$1/");
}
