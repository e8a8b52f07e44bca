import { beforeAll, describe, expect, it } from "vitest";
import { makeFile, PLANTED, type FuzzFile } from "../../scripts/fuzz/make-file.js";
import { PART_MUTATIONS } from "../../scripts/fuzz/mutate-workbook.js";
import { randomFrom } from "../../scripts/fuzz/mutate.js";
import { fuzzSeeds, type FuzzFormat, type Seed } from "../../scripts/fuzz/seeds.js";
import { zip } from "../../scripts/fuzz/zip.js";
import { readFile } from "../../worker/intake/read-file.js";
import { unzip } from "../../worker/intake/unzip.js";

let seeds: Seed[];
beforeAll(async () => {
  seeds = await fuzzSeeds();
});

const FORMATS: FuzzFormat[] = ["csv", "csv-cp932", "json", "ndjson", "xlsx"];
const formatOf = (format: FuzzFormat) => (format === "csv-cp932" ? "csv" : format);

async function bytesOf({ body }: FuzzFile): Promise<Uint8Array> {
  if (!(body instanceof FormData)) return body;
  const file = body.get("file") ?? body.get("File");
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

/** Everything that a file says, workbooks inflated. */
function textOf(seed: Seed, bytes: Uint8Array): string {
  if (seed.format !== "xlsx")
    return new TextDecoder(seed.format === "csv-cp932" ? "shift_jis" : "utf-8").decode(bytes);
  const unzipped = unzip(bytes);
  return "fault" in unzipped
    ? ""
    : [...unzipped.parts.values()].map((part) => new TextDecoder().decode(part)).join();
}

describe("the files of the fuzz", () => {
  it("begin with a readable one of every format", () => {
    expect(new Set(seeds.map((seed) => seed.format))).toEqual(new Set(FORMATS));
    for (const format of FORMATS) {
      const first = seeds.find((seed) => seed.format === format);
      expect(readFile(first!.bytes, formatOf(format)).issues.map((issue) => issue.severity)).not.toContain(
        "error",
      );
    }
  });

  it("are the same for the same seed", async () => {
    const some = async () => {
      const random = randomFrom(5);
      const files = Array.from({ length: 60 }, (_, i) => makeFile(seeds[i % seeds.length]!, random));
      return Promise.all(
        files.map(async (file) => [file.query, Buffer.from(await bytesOf(file)).toString("base64")]),
      );
    };
    expect(await some()).toEqual(await some());
  });

  it("that hold a personal number hold it whole, and are refused", async () => {
    const random = randomFrom(9);
    let planted = 0;
    for (let i = 0; i < 600; i++) {
      const seed = seeds[i % seeds.length]!;
      const file = makeFile(seed, random);
      if (!file.planted) continue;
      planted += 1;
      const bytes = await bytesOf(file);
      // Put between the two bytes of a character, its first mark is lost: the digits stand.
      const holds = PLANTED.some((number) => textOf(seed, bytes).includes(number));
      expect([seed.name, holds]).toEqual([seed.name, true]);
      expect([seed.name, readFile(bytes, formatOf(seed.format)).table]).toEqual([seed.name, null]);
    }
    expect(planted).toBeGreaterThan(100);
  });
});

describe("a changed workbook", () => {
  it("is answered by every change to its parts, and by most is still an archive", () => {
    const workbook = seeds.find((seed) => seed.format === "xlsx")!;
    const random = randomFrom(3);
    let archives = 0;
    for (const change of PART_MUTATIONS) {
      const unzipped = unzip(workbook.bytes);
      if ("fault" in unzipped) throw new Error(unzipped.fault);
      const entries = [...unzipped.parts].map(([name, data]) => ({ name, data }));
      change(entries, random);
      const bytes = zip(entries);
      if (!("fault" in unzip(bytes))) archives += 1;
      const { table, issues } = readFile(bytes, "xlsx");
      expect(table !== null || issues.length > 0).toBe(true);
    }
    expect(archives).toBeGreaterThan(PART_MUTATIONS.length / 2);
  });
});
