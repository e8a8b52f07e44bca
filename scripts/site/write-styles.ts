import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "./installed-packages.js";

/** Style sheets of pages that carry their style with them, so that one request is one page. */
const SHEETS = {
  RESIDENT_STYLE: "page.css",
  EMBED_STYLE: "embed.css",
  EMBED_MAKER_STYLE: "embed-maker.css",
  OPEN_DATA_STYLE: "open-data.css",
} as const;

const FOLDER = join(ROOT, "dashboards/style/residents");
const TARGET = join(ROOT, "dashboards/residents/styles.ts");

/** The module that holds the sheets, packed. */
export function stylesModule(): string {
  const sheets = Object.entries(SHEETS).map(([name, file]) => {
    const { outputFiles } = buildSync({
      entryPoints: [join(FOLDER, file)],
      bundle: true,
      minify: true,
      charset: "utf8",
      write: false,
    });
    return `\n// ${file}\n// prettier-ignore\nexport const ${name} = ${JSON.stringify(outputFiles[0]!.text.trim())};\n`;
  });
  return `// Written by scripts/site/write-styles.ts out of dashboards/style/residents.\n${sheets.join("")}`;
}

/** Writes the module where it has changed: a build begins with it. */
export function writeStyles(): void {
  const text = stylesModule();
  if (readFileSync(TARGET, "utf8") !== text) writeFileSync(TARGET, text);
}
