import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { brokenPromises, type Publisher } from "./promises.js";

const folder = fileURLToPath(new URL("../../../data/disclosure/", import.meta.url));
const SEEDS = [11, 22, 33, 44];

interface Mutant {
  file: string;
  from: string;
  to: string;
}

/** The publisher and the audit out of their sources, with one place changed. */
async function publisherWith(mutant: Mutant | null): Promise<Publisher> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { publishTables } from "./publish.js"; export { auditRelease } from "./audit.js"; export { outlineOf } from "./outline.js";`,
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [
      {
        name: "mutant",
        setup(bundler) {
          bundler.onLoad({ filter: /disclosure[/\\][\w-]+\.ts$/ }, ({ path }) => {
            const source = readFileSync(path, "utf8");
            if (!mutant || !path.endsWith(mutant.file)) return { contents: source, loader: "ts" };
            const parts = source.split(mutant.from);
            if (parts.length !== 2)
              throw new Error(`${mutant.file} has ${parts.length - 1} times: ${mutant.from}`);
            return { contents: parts.join(mutant.to), loader: "ts" };
          });
        },
      },
    ],
  });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`;
  return (await import(/* @vite-ignore */ address)) as Publisher;
}

const inPublish = (from: string, to: string): Mutant => ({ file: "publish.ts", from, to });

const MUTANTS: Record<string, Mutant> = {
  "noise by release": inPublish(
    "noiseSums(input.noiseOf)",
    "noiseSums((id) => input.noiseOf(`${id} ${figures.length}`))",
  ),
  "noise by base": inPublish("noiseSums(input.noiseOf)", "noiseSums((id) => input.noiseOf(`${id} ${base}`))"),
  "noise by measure": inPublish(
    "const held = print(cell.held);",
    "const held = noise ? print(cell.held - 2 * noise.added) : print(cell.held);",
  ),
  "noise by date": inPublish(
    "told ? null : noise(whose, range)",
    "told ? null : noise({ name: whose.name + as_of, origin: new Map([...whose.origin].map(([id, n]) => [id + as_of, n])) }, range)",
  ),
  "sums of noise modulo ten": inPublish(
    "known.set(key, (sum = { added, tie",
    "known.set(key, (sum = { added: ((added % 10) + 10) % 10, tie",
  ),
  "offsets of the cells' own": inPublish(
    "known.set(key, (sum = { added, tie",
    "known.set(key, (sum = { added: (key.length * 7) % 10, tie",
  ),
  "no cap": inPublish("Math.min(held, heldCap(cell.population, base))", "held"),
  "a difference of the noisy counts": inPublish(
    "issued: print(cell.issued),",
    "issued: noise ? print(cell.applications)! - (cell.applications - cell.issued) : print(cell.issued),",
  ),
  "a date told exactly printed again": inPublish("as_of <= begin || ", ""),
  "a cell of two leaves": {
    file: "/cells.ts",
    from: ">= LEAST_LEAVES &&",
    to: ">= 0 &&",
  },
  "the sum of a date that lacks a district": inPublish(
    "if (!whose?.isWhole) continue;",
    "if (!whose) continue;",
  ),
  "totals of other people": {
    file: "print-rules.ts",
    from: "(mayBeExact && name === reference)",
    to: 'policy.totals === "exact"',
  },
};

describe("a publisher with one thing wrong", () => {
  let sound: Publisher;
  beforeAll(async () => {
    sound = await publisherWith(null);
  });

  it("is told from a sound one, which breaks no promise", () => {
    expect([...brokenPromises(sound, SEEDS)]).toEqual([]);
  });

  it.each(Object.entries(MUTANTS))("is noticed: %s", async (_, mutant) => {
    const broken = brokenPromises(await publisherWith(mutant), SEEDS);
    expect([...broken]).not.toEqual([]);
  });
});
