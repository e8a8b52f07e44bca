import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";

/** Workers' static assets refuse larger files. */
const MOST_BYTES = 25 * 1024 * 1024;

/** Third-party code we serve as it came: its own imports are none. */
const AS_IT_CAME = /^api-reference\//;

/** Ways in which a file would make a browser ask another origin. */
const OUTSIDE: readonly RegExp[] = [
  /<(?:script|link|img|iframe|source|video|audio)\b[^>]*\b(?:src|href)="(https?:\/\/[^"]+)"/g,
  /\burl\(\s*["']?(https?:\/\/[^)"']+)/g,
  /@import\s+["'](https?:\/\/[^"']+)/g,
  /\b(?:import|from|import\()\s*["'](https?:\/\/[^"']+)/g,
  /\b(?:fetch|importScripts|new Worker)\(\s*["'`](https?:\/\/[^"'`]+)/g,
];

const SPECIFIERS = /(?:\bfrom|\bimport|\bimport\(|\bimport\.meta\.resolve\()\s*["']([^"']+)["']/g;
const REFERENCES = /\b(?:src|href|data-module|data-engine)="(\.{0,2}\/[^"#?]*)"/g;

/** Everything wrong with the built site, as lines to print; none where all is well. */
export function siteFaults(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const faults: string[] = [];
    if (statSync(join(root, file)).size > MOST_BYTES) faults.push(`${file}: larger than 25 MiB`);
    if (![".html", ".js", ".css"].includes(extname(file))) return faults;
    const text = readFileSync(join(root, file), "utf8");
    if (AS_IT_CAME.test(file)) return faults;
    for (const pattern of OUTSIDE) {
      for (const match of text.matchAll(pattern)) faults.push(`${file}: asks another origin: ${match[1]}`);
    }
    if (/\bfrom\s*["'][^"']*\.ts["']|\bimport\(?\s*["'][^"']*\.ts["']/.test(text)) {
      faults.push(`${file}: imports a .ts file; write .js`);
    }
    return [...faults, ...unresolved(root, file, text)];
  });
}

function unresolved(root: string, file: string, text: string): string[] {
  const html = extname(file) === ".html";
  const named = [...text.matchAll(html ? REFERENCES : SPECIFIERS)].map((match) => match[1]!);
  if (html) named.push(...(/data-preload="([^"]*)"/.exec(text)?.[1]?.split(" ").filter(Boolean) ?? []));
  return named.flatMap((name) => {
    if (name.startsWith("npm:") || name.startsWith("observablehq:")) return [`${file}: unresolved ${name}`];
    // Addresses of the Worker and links between pages without an extension are not files.
    if (!/^\.{0,2}\//.test(name) || extname(name) === "") return [];
    const target = name.startsWith("/") ? join(root, name) : join(root, dirname(file), name);
    return existsSync(target) || existsSync(`${target}.gz`) ? [] : [`${file}: no such file: ${name}`];
  });
}
