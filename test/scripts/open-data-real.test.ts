import Papa from "papaparse";
import { Table } from "tableschema";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../data/contract/town-settings.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";
import { protectFigures, type Protection } from "../../data/disclosure/protect.js";
import { isHidden } from "../../data/disclosure/published.js";
import { nodeSolver } from "../../scripts/disclosure/node-solver.js";
import { sampleFigures } from "../../scripts/disclosure/sample-figures.js";
import type { LongRow } from "../../worker/releases/open-data/long-rows.js";
import { openDataFiles } from "../../worker/releases/open-data/open-data-files.js";
import { releaseFixture } from "../worker/open-data/release-fixture.js";
import { decodeParquet } from "./open-data-parquet.js";

/** The sample's last two dates, two districts merged and ages combined, protected as a release is. */
const policy = {
  ...DEFAULT_POLICY,
  ages: ["0-14", "15-29", "30-44", "45-59", "60-74", "75+"],
  merges: [{ code: "14+16", name: "西浦・福浦", members: ["14", "16"] }],
};
const sample = sampleFigures();
const figures = sample.figures.filter((f) => f.as_of >= "2026-09-30");

describe("the files of a release that disclosure control made", () => {
  let protection: Protection;
  let files: Map<string, Uint8Array>;
  const textOf = (name: string): string => new TextDecoder().decode(files.get(name));
  beforeAll(async () => {
    const solver = await nodeSolver();
    protection = protectFigures({ ...sample, figures, policy, earlier: [], solver });
    files = await openDataFiles(
      releaseFixture({
        municipality: { code: "173843", name: "志賀町", prefecture: "石川県" },
        settings: { ...DEFAULT_SETTINGS, policy },
        tables: protection.tables,
      }),
    );
  });

  it("tell what the tables tell, and hide what they hide", () => {
    const { rows } = JSON.parse(textOf("tables.json")) as { rows: LongRow[] };
    const keyOf = (r: Pick<LongRow, "as_of" | "kind" | "place" | "age_band" | "sex">) =>
      [r.as_of, r.kind, r.place, r.age_band, r.sex].join("|");
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    expect(byKey.size).toBe(protection.tables.rows.length);
    const hidden = { tables: 0, files: 0 };
    for (const row of protection.tables.rows) {
      const written = byKey.get(keyOf(row))!;
      for (const measure of [
        "applications",
        "issued",
        "held",
        "without_application",
        "not_yet_issued",
      ] as const) {
        const value = row[measure];
        hidden.tables += Number(isHidden(value));
        hidden.files += Number(written.hidden.includes(measure));
        expect(written[measure]).toBe(isHidden(value) ? null : value);
      }
    }
    expect(hidden.files).toBe(hidden.tables);
    expect(hidden.tables).toBeGreaterThan(50);
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
    const flat = rows.map((row) => ({ ...row, hidden: row.hidden.join(" ") || null }));
    expect(await decodeParquet(files.get("tables.parquet")!)).toEqual(flat);
  });

  it("say which districts stand together", () => {
    expect(textOf("places.csv")).toContain("district,14+16,西浦・福浦,,富来,true,14;16\r\n");
    expect(textOf("173843_mynumbercard_20261031.csv")).toContain("合算: 西浦・福浦（地区コード 14・16）");
    expect(textOf("dictionary.html")).toContain("西浦・福浦 (14・16)");
  });
});
