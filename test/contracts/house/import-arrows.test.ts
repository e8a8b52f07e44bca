import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Every source file below a folder; the link dashboards/data is data's, not the dashboards'. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && /\.(ts|mjs|js|md)$/.test(e.name) && !e.name.endsWith(".d.ts"))
    .map((e) => join(e.parentPath, e.name).slice(root.length))
    .filter((path) => !/^dashboards\/(data|\.observablehq)\/|node_modules/.test(path));
}

interface Import {
  file: string;
  target: string;
  /** Gone once the types are stripped. */
  isType: boolean;
}

/** The modules of zod schemas. */
const DESCRIBES = /^data\/contract\/(schema\.js|api\/)/;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s+["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

/** What a folder imports: project files by their path from the root, packages by their name. */
function importsOf(folder: string): Import[] {
  return sources(folder).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(IMPORT)].map((match) => {
      const specifier = (match[1] ?? match[2] ?? match[3])!;
      const isType = /^\s*(import|export) type\b/.test(match[0]);
      if (!specifier.startsWith(".")) return { file, target: specifier, isType };
      const path = normalize(join(dirname(file), specifier));
      return { file, target: path.replace(/^dashboards\/data\//, "data/"), isType };
    }),
  );
}

const outside = (imports: Import[], allowed: RegExp) =>
  imports.filter((i) => !allowed.test(i.target)).map((i) => `${i.file} → ${i.target}`);

describe("imports run one way", () => {
  it("data/ imports itself alone, and zod only where answers are described", () => {
    const imports = importsOf("data");
    expect(imports.length).toBeGreaterThan(10);
    expect(
      outside(
        imports.filter((i) => i.target !== "zod"),
        /^data\//,
      ),
    ).toEqual([]);
    const describing = imports.filter((i) => i.target === "zod" || DESCRIBES.test(i.target));
    expect(
      describing.map((i) => i.file).filter((file) => !/^data\/contract\/(schema|api\/.*)\.ts$/.test(file)),
    ).toEqual([]);
  });

  it("charts import data and Plot", () => {
    expect(
      outside(importsOf("dashboards/charts"), /^(data\/|dashboards\/charts\/|@observablehq\/plot$)/),
    ).toEqual([]);
  });

  it("nothing but tests imports worker/", () => {
    const imports = [...importsOf("data"), ...importsOf("dashboards"), ...importsOf("scripts")];
    expect(imports.filter((i) => i.target.startsWith("worker/"))).toEqual([]);
  });

  it("pages never load zod: of answers they know the types alone", () => {
    const loaded = importsOf("dashboards").filter((i) => !i.isType);
    expect(loaded.filter((i) => /^(npm:)?zod\b/.test(i.target) || DESCRIBES.test(i.target))).toEqual([]);
  });

  it("residents' pages import data and charts", () => {
    expect(outside(importsOf("dashboards/residents"), /^(data\/|dashboards\/(charts|residents)\/)/)).toEqual(
      [],
    );
  });

  it("worker/ takes charts, pages and residents' pages from dashboards and nothing else, and those only where it draws", () => {
    const fromDashboards = importsOf("worker").filter((i) => i.target.startsWith("dashboards/"));
    expect(fromDashboards.length).toBeGreaterThan(0);
    for (const { file, target } of fromDashboards) {
      expect(file).toMatch(
        /^worker\/((snapshots|pages|releases\/(pictures|pages|open-data))\/|routes\/pages\.ts$)/,
      );
      expect(target).toMatch(/^dashboards\/(charts|pages|residents)\//);
    }
  });

  it("only problem.ts names HTTP statuses of errors", () => {
    const guilty = sources("worker").filter(
      (file) =>
        file !== "worker/http/problem.ts" &&
        /\b(status: ?4\d\d|, ?4\d\d, ?\{|HTTPException\()/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(guilty).toEqual([]);
  });
});
