import { Package } from "datapackage";
import jsonld from "jsonld";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { Table } from "tableschema";
import { describe, expect, it } from "vitest";
import { MONTH_COLUMNS } from "../../worker/releases/open-data/month-columns.js";
import { openDataFiles } from "../../worker/releases/open-data/open-data-files.js";
import { PLACE_COLUMNS, TABLE_COLUMNS } from "../../worker/releases/open-data/table-columns.js";
import { releaseFixture } from "../worker/open-data/release-fixture.js";

const MONTH = "172073_mynumbercard_20261031.csv";
const files = await openDataFiles(releaseFixture());
const textOf = (name: string): string => new TextDecoder().decode(files.get(name));
const csvRows = (name: string): string[][] =>
  Papa.parse<string[]>(textOf(name), { skipEmptyLines: true }).data;

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: { name: string }[] };
}
const dataPackage = JSON.parse(textOf("datapackage.json")) as {
  resources: Resource[];
  licenses: { path: string }[];
};
const schemaOf = (path: string) => dataPackage.resources.find((r) => r.path === path)!.schema!;

async function digestOf(name: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(files.get(name)!));
  return Buffer.from(digest).toString("hex");
}

describe("datapackage.json", () => {
  it("is a valid Data Package to Frictionless", async () => {
    const { valid, errors, resources } = await Package.load(dataPackage, { basePath: "." });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(resources.map((r) => r.valid)).toEqual(resources.map(() => true));
  });

  it("names every data file with its size and digest", async () => {
    expect(dataPackage.resources.map((r) => r.path)).toEqual([...files.keys()].slice(0, 6));
    for (const { path, bytes, hash } of dataPackage.resources) {
      expect([path, bytes, hash]).toEqual([
        path,
        files.get(path)!.byteLength,
        `sha256:${await digestOf(path)}`,
      ]);
    }
  });

  it.each([MONTH, "tables.csv", "places.csv"])(
    "has a Table Schema that every row of %s meets",
    async (path) => {
      const places = await (
        await Table.load(csvRows("places.csv"), { schema: schemaOf("places.csv") })
      ).read({ keyed: true });
      const table = await Table.load(csvRows(path), { schema: schemaOf(path) });
      const rows = await table.read({
        keyed: true,
        ...(path === "tables.csv" && { relations: { "places.csv": places } }),
      });
      expect(rows).toHaveLength(csvRows(path).length - 1);
    },
  );

  it("has a Table Schema that notices a wrong value, a doubled row and a place that is not there", async () => {
    const [header, first, ...rest] = csvRows("tables.csv");
    const places = await (
      await Table.load(csvRows("places.csv"), { schema: schemaOf("places.csv") })
    ).read({ keyed: true });
    const read = async (changed: string[]) =>
      (await Table.load([header!, changed, ...rest], { schema: schemaOf("tables.csv") })).read({
        keyed: true,
        relations: { "places.csv": places },
      });
    const changed = (column: string, value: string) =>
      first!.map((cell, i) => (header![i] === column ? value : cell));
    for (const [column, value] of [
      ["as_of", "2026/10/31"],
      ["population", ""],
      ["population", "-1"],
      ["applications", "1,000"],
      ["sex", "男"],
      ["age_band", "five"],
      ["place", "99"],
    ] as const) {
      await expect(read(changed(column, value)), `${column} ${value}`).rejects.toThrow(
        /mismatch|constraint|foreign/i,
      );
    }
    await expect(read(rest[0]!)).rejects.toThrow(/unique|primary/i);
  });

  it("reads marks of the month's file as missing, and the widths as numbers", async () => {
    const rows = await (await Table.load(csvRows(MONTH), { schema: schemaOf(MONTH) })).read({ keyed: true });
    const told = ["申請件数", "申請率（％）", "幅（95%、枚）", "率の幅（95%、ポイント）"] as const;
    const of = (place: string, age = "総数") =>
      rows.find((r) => r["地域名"] === place && r["年齢階級"] === age)!;
    expect(told.map((column) => of("本町")[column])).toEqual([59_600, 85.1, 11, 0.1]);
    expect(told.map((column) => of("羽咋市", "5-9歳")[column])).toEqual([0, null, 10, null]);
  });

  it("names the licence that the town chose, at its official address", async () => {
    const { settings } = releaseFixture();
    const other = await openDataFiles(releaseFixture({ settings: { ...settings, licence: "PDL-1.0" } }));
    const pdl = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0";
    expect(dataPackage.licenses[0]!.path).toBe("https://creativecommons.org/licenses/by/4.0/");
    for (const name of ["datapackage.json", "dcat.jsonld", "csvw.json", "dictionary.html"]) {
      expect([name, new TextDecoder().decode(other.get(name)).includes(pdl)]).toEqual([name, true]);
      expect([name, textOf(name).includes("creativecommons.org/licenses/by/4.0/")]).toEqual([name, true]);
    }
  });
});

describe("dcat.jsonld", () => {
  const options = {
    base: "https://town.test/open-data/172073/latest/dcat.jsonld",
    // A term that no context knows, or a context to be fetched, fails the test.
    safe: true,
    documentLoader: () => Promise.reject(new Error("nothing is to be fetched")),
  };

  it("expands to a dataset of DCAT and schema.org whose addresses are absolute", async () => {
    const [dataset] = await jsonld.expand(JSON.parse(textOf("dcat.jsonld")), options);
    const dcat = "http://www.w3.org/ns/dcat#";
    expect(dataset!["@id"]).toBe(
      "https://town.test/open-data/172073/releases/rel_00000000000000000000000000000001/",
    );
    expect(dataset!["@type"]).toEqual([`${dcat}Dataset`, "https://schema.org/Dataset"]);
    expect(dataset!["http://purl.org/dc/terms/license"]).toEqual([
      { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    ]);
    const distributions = dataset![`${dcat}distribution`] as Record<string, unknown>[];
    expect(distributions.map((d) => d[`${dcat}downloadURL`])).toEqual(
      [...files.keys()].slice(0, 6).map((name) => [
        {
          "@id": `https://town.test/open-data/172073/releases/rel_00000000000000000000000000000001/${name}`,
        },
      ]),
    );
  });

  it("is RDF: every statement has a subject, a predicate and an object", async () => {
    const quads = await jsonld.toRDF(JSON.parse(textOf("dcat.jsonld")), {
      ...options,
      format: "application/n-quads",
    });
    expect(String(quads).trim().split("\n").length).toBeGreaterThan(120);
  });
});

describe("csvw.json", () => {
  interface CsvwTable {
    url: string;
    tableSchema: {
      columns: { name: string; titles: { ja: string[] }; null: string[] }[];
      primaryKey?: string[];
    };
  }
  const { tables } = JSON.parse(textOf("csvw.json")) as { tables: CsvwTable[] };

  it("describes each CSV's columns by their headers, in order", () => {
    expect(tables.map((t) => t.url)).toEqual([MONTH, "tables.csv", "places.csv"]);
    for (const { url, tableSchema } of tables) {
      expect(tableSchema.columns.map((c) => c.titles.ja[0])).toEqual(csvRows(url)[0]);
      const names = tableSchema.columns.map((c) => c.name);
      expect(new Set(names).size).toBe(names.length);
      // Variables of URI templates (RFC 6570), as CSVW wants names to be.
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]([A-Za-z0-9_]*[A-Za-z0-9])?$/);
      for (const key of tableSchema.primaryKey ?? []) expect(names).toContain(key);
    }
    expect(tables[0]!.tableSchema.columns[0]!.null).toEqual(["", "…", "-"]);
  });
});

describe("dictionary.html", () => {
  const html = textOf("dictionary.html");
  const { document } = parseHTML(html);

  it.each(["ja", "en"])("explains every column of every CSV in %s", (lang) => {
    const section = document.querySelector(`section[lang="${lang}"]`)!;
    const explained = [...section.querySelectorAll("tbody th")].map((th) => th.innerHTML.split("<br>")[0]);
    const all = [MONTH_COLUMNS, TABLE_COLUMNS, PLACE_COLUMNS].flat().map((c) => c.name);
    expect(explained).toEqual(all);
    expect([...section.querySelectorAll("dt")].map((dt) => dt.textContent)).toEqual(["…", "-"]);
    expect(section.textContent).toContain("山手・川端");
  });

  it.each([
    ["ja", ["10の倍数に丸める", "公表値±幅", "約1.4倍", "内訳を足しても合計と合わない", "100人未満"]],
    ["en", ["multiple of ten", "± the margin", "1.4 times", "Parts need not add up", "fewer than 100"]],
  ])("says in %s how approximate counts are made and read", (lang, said) => {
    const text = document.querySelector(`section[lang="${lang}"]`)!.textContent;
    for (const words of said) expect(text).toContain(words);
  });

  it("speaks of nothing withheld, as no file does", () => {
    for (const name of files.keys())
      expect([name, /秘匿|withheld|hidden/i.test(textOf(name))]).toEqual([name, false]);
  });

  it("loads nothing, runs nothing, and keeps a town's words from becoming markup", () => {
    expect(document.querySelectorAll("script, img, link:not([href='data:,'])")).toHaveLength(0);
    expect(html).not.toContain("<0767>");
    expect(html).toContain("情報政策課 &#60;0767&#62;");
  });
});
