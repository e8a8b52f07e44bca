import { basename } from "node:path";
import { contentHash } from "./content-hash.js";

/** A page as it goes out, and the scripts that were inside it. */
export interface FinishedPage {
  html: string;
  /** By file name, to be written beside the page. */
  scripts: Record<string, string>;
}

/** What a page needs from the rest of the site. */
export interface PageParts {
  /** Path of the start script, relative to the site's root. */
  startScript: string;
  /** The style sheet's text, by its path relative to the site's root. */
  readStyle: (path: string) => string;
}

const STYLESHEET = /\n?<link rel="stylesheet" type="text\/css" href="\.\/([^"]+)">/g;
const PRELOADED_STYLE = /\n?<link rel="preload" as="style"[^>]*>/g;
const PRELOADED_MODULE = /\n?<link rel="modulepreload" href="([^"]+)">/g;
const INLINE_MODULE = /\n?<script type="module">([\s\S]*?)<\/script>/g;

/**
 * Framework's page for our policy and our first paint: Japanese, zoomable, no inline script (the policy then needs
 * no hashes), the style sheet inline (one round trip less), modules only after the first paint.
 * @param path of the page in the site, for example `/progress.html`.
 */
export function finishPage(source: string, path: string, parts: PageParts): FinishedPage {
  const scripts: Record<string, string> = {};
  const name = basename(path, ".html");
  const preload = [...source.matchAll(PRELOADED_MODULE)].map((match) => match[1]!);
  // The last inline module is the page's own; the one before it exists only in 404 and looks for another address.
  const body = [...source.matchAll(INLINE_MODULE)].at(-1)?.[1]?.trim() ?? "";
  const styles = [...source.matchAll(STYLESHEET)].map((match) => parts.readStyle(match[1]!)).join("");
  let start = "";
  if (body) {
    const file = `${name}.${contentHash(body)}.js`;
    scripts[file] = `${body}\n`;
    start = `\n<script defer src="./${parts.startScript}" data-module="./${file}" data-preload="${preload.join(" ")}"></script>`;
  }
  let html = source
    .replace(INLINE_MODULE, "")
    .replace(PRELOADED_MODULE, "")
    .replace(PRELOADED_STYLE, "")
    .replace(STYLESHEET, "")
    .replace("<html>", '<html lang="ja">')
    .replace(", maximum-scale=1", "")
    .replace("</head>", () => `<style>${styles}</style>${start}\n</head>`);
  // The 404 page answers at any depth; a <base> would be against the policy (base-uri 'none').
  if (name === "404") html = html.replace(/\n?<base [^>]*>/, "").replaceAll(/(="| )\.\/(?=\w)/g, "$1/");
  return { html, scripts };
}
