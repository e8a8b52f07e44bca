import { createHash } from "node:crypto";
import Papa from "papaparse";
import { Table } from "tableschema";
import { beforeAll, describe, expect, it } from "vitest";
import { MEASURES, type Figure } from "../../data/contract/figure.js";
import { DEFAULT_AGES, DEFAULT_SETTINGS } from "../../data/contract/town-settings.js";
import { auditRelease } from "../../data/disclosure/audit.js";
import { leafNoise } from "../../data/disclosure/noise.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";
import { publishTables } from "../../data/disclosure/publish.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import { readTables } from "../../data/disclosure/read-tables.js";
import { sampleFigures } from "../../scripts/disclosure/sample-figures.js";
import type { LongRow } from "../../worker/releases/open-data/long-rows.js";
import { openDataFiles } from "../../worker/releases/open-data/open-data-files.js";
import { releaseFixture } from "../worker/open-data/release-fixture.js";
import { decodeParquet } from "./open-data-parquet.js";

/** The sample's last three dates, two districts merged, one divided on the last of them, published as a release is. */
const policy = {
  ...DEFAULT_POLICY,
  ages: DEFAULT_AGES,
  merges: [{ code: "14+16", name: "西浦・福浦", members: ["14", "16"] }],
};
const sample = sampleFigures();
const DIVIDED_ON = "2026-10-31";
const successions = [{ on: DIVIDED_ON, from: ["01"], to: ["17", "18"] }];
const oldest = "2026-08-31";
const figures = sample.figures
  .filter((f) => f.as_of >= oldest)
  .map((f): Figure => {
    if (f.as_of < DIVIDED_ON || f.district !== "01") return f;
    return { ...f, district: f.sex === "male" ? "17" : "18" };
  });

describe("the files of a release that was published", () => {
  let tables: PublicTables;
  let files: Map<string, Uint8Array>;
  const textOf = (name: string): string => new TextDecoder().decode(files.get(name));
  beforeAll(async () => {
    tables = publishTables({
      ...sample,
      figures,
      successions,
      policy,
      earlier: [],
      noiseOf: (identity) => leafNoise(createHash("sha256").update(identity).digest()),
    });
    files = await openDataFiles(
      releaseFixture({
        municipality: { code: "173843", name: "志賀町", prefecture: "石川県" },
        settings: { ...DEFAULT_SETTINGS, policy },
        tables,
      }),
    );
  });

  it("tell what the tables tell, in tens but for the town's own totals", () => {
    const { rows } = JSON.parse(textOf("tables.json")) as { rows: LongRow[] };
    const keyOf = (r: Pick<LongRow, "as_of" | "kind" | "place" | "age_band" | "sex">) =>
      [r.as_of, r.kind, r.place, r.age_band, r.sex].join("|");
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    expect(byKey.size).toBe(tables.rows.length);
    for (const row of tables.rows) {
      const written = byKey.get(keyOf(row))!;
      for (const measure of MEASURES) {
        expect(written[measure]).toBe(row[measure]);
      }
      expect(written.margin).toBe(row.margin);
    }
    const counts = rows.flatMap((r) => (r.margin > 0 ? MEASURES.map((m) => r[m] ?? 0) : []));
    expect(counts.filter((n) => n % 10 !== 0)).toEqual([]);
    const exact = rows.filter((row) => row.margin === 0);
    expect(exact.map((row) => `${row.kind} ${row.as_of} ${row.age_band} ${row.sex}`)).toEqual([
      "town 2026-08-31 all all",
      "town 2026-09-30 all all",
      "town 2026-10-31 all all",
    ]);
  });

  it("are read back as the tables they were made from, which pass the audit", () => {
    const read = readTables(JSON.parse(textOf("tables.json")));
    const named = tables.places.map((p) => (p.kind === "town" ? { ...p, name: "志賀町" } : p));
    expect(read).toEqual({ ...tables, places: named });
    expect(auditRelease(read, []).faults).toEqual([]);
  });

  it("meet their Table Schemas, and Parquet holds as much", async () => {
    const { resources } = JSON.parse(textOf("datapackage.json")) as {
      resources: { path: string; schema?: object }[];
    };
    for (const { path, schema } of resources.filter((r) => r.schema)) {
      const rows = Papa.parse<string[]>(textOf(path), { skipEmptyLines: true }).data;
      const read = await (await Table.load(rows, { schema: schema! })).read({ keyed: true });
      expect([path, read.length]).toEqual([path, rows.length - 1]);
    }
    const { rows } = JSON.parse(textOf("tables.json")) as { rows: LongRow[] };
    expect(await decodeParquet(files.get("tables.parquet")!)).toEqual(rows);
  });

  it("say which districts stand together, and which was divided", () => {
    expect(textOf("places.csv")).toContain("district,14+16,西浦・福浦,,富来,true,14;16\r\n");
    expect(textOf("places.csv")).toContain("district,01~2026-10-31,");
    expect(textOf("173843_mynumbercard_20261031.csv")).toContain("合算: 西浦・福浦（地区コード 14・16）");
    expect(textOf("dictionary.html")).toContain("西浦・福浦 (14・16)");
  });
});
