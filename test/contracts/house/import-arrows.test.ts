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
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s+["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

/** What a folder imports: project files by their path from the root, packages by their name. */
function importsOf(folder: string): Import[] {
  return sources(folder).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(IMPORT)].map((match) => {
      const specifier = (match[1] ?? match[2] ?? match[3])!;
      if (!specifier.startsWith(".")) return { file, target: specifier };
      const path = normalize(join(dirname(file), specifier));
      return { file, target: path.replace(/^dashboards\/data\//, "data/") };
    }),
  );
}

const outside = (imports: Import[], allowed: RegExp) =>
  imports.filter((i) => !allowed.test(i.target)).map((i) => `${i.file} → ${i.target}`);

describe("imports run one way", () => {
  it("data/ imports itself alone, and zod only in schema.ts", () => {
    const imports = importsOf("data");
    expect(imports.length).toBeGreaterThan(10);
    expect(
      outside(
        imports.filter((i) => i.target !== "zod"),
        /^data\//,
      ),
    ).toEqual([]);
    expect(imports.filter((i) => i.target === "zod").map((i) => i.file)).toEqual(["data/contract/schema.ts"]);
    expect(imports.filter((i) => i.target.endsWith("/schema.js")).map((i) => i.file)).toEqual([]);
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

  it("pages never load zod", () => {
    expect(importsOf("dashboards").filter((i) => /^(npm:)?zod\b|schema\.js$/.test(i.target))).toEqual([]);
  });

  it("worker/ takes charts from dashboards and nothing else, and those only where it draws", () => {
    const fromDashboards = importsOf("worker").filter((i) => i.target.startsWith("dashboards/"));
    expect(fromDashboards.length).toBeGreaterThan(0);
    for (const { file, target } of fromDashboards) {
      expect(file).toMatch(/^worker\/(snapshots|pages|releases\/(pictures|pages))\//);
      expect(target).toMatch(/^dashboards\/charts\//);
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
