import { DOMParser } from "linkedom/worker";
import { beforeEach, describe, expect, it } from "vitest";
import { call, freshDatabase } from "../harness.js";
import { storeRelease, TOWN, withdrawRow } from "./published-fixture.js";
import { releaseFixture } from "./release-fixture.js";

const [FIRST, SECOND] = ["1", "2"].map((n) => `rel_${n.padStart(32, "0")}`) as [string, string];
const REASON = "<取違え> & 集計の誤り";

const get = (path: string, headers: Record<string, string> = {}) => call(path, { token: null, headers });
const xml = (text: string) => new DOMParser().parseFromString(text, "text/xml");

beforeEach(async () => {
  await freshDatabase();
  await storeRelease(
    releaseFixture({ id: FIRST, synthetic: false, through: "2026-09-30" }),
    "2026-11-10T03:00:00.000Z",
  );
  await storeRelease(releaseFixture({ id: SECOND, previous: FIRST }), "2026-12-01T03:00:00.000Z");
});

/** A node of linkedom's, as far as these tests look at it. */
interface Node {
  tagName: string;
  textContent: string;
  children: Iterable<Node>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Node>;
}

describe("feed.atom", () => {
  const feed = async () => {
    const response = await get(`/open-data/${TOWN}/feed.atom`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "application/atom+xml; charset=utf-8",
    ]);
    const text = await response.text();
    const root = xml(text).documentElement as unknown as Node;
    const of = (tag: string, within: Node = root) =>
      [...within.querySelectorAll(tag)].map((node) => node.textContent);
    return { text, root, of, entries: [...root.querySelectorAll("entry")] };
  };

  it("tells of each release, newest first, under ids that last", async () => {
    const { of, entries } = await feed();
    expect(of("id")).toEqual([
      `urn:x-ikiwatari:release:${TOWN}`,
      `urn:x-ikiwatari:release:${TOWN}:${SECOND}`,
      `urn:x-ikiwatari:release:${TOWN}:${FIRST}`,
    ]);
    expect(of("updated")).toEqual([
      "2026-12-01T03:00:00.000Z",
      "2026-12-01T03:00:00.000Z",
      "2026-11-10T03:00:00.000Z",
    ]);
    expect(of("title", entries[0])).toEqual(["2026年10月末まで"]);
    const links = [...entries[0]!.querySelectorAll("link")].map((l) => l.getAttribute("href"));
    expect(links).toContain(`http://town.test/open-data/${TOWN}/releases/${SECOND}/tables.csv`);
  });

  it("says that a release was withdrawn and why, under the same id", async () => {
    await withdrawRow(SECOND, FIRST, REASON);
    const { text, of, entries } = await feed();
    expect(of("id")[1]).toBe(`urn:x-ikiwatari:release:${TOWN}:${SECOND}`);
    expect(of("updated").slice(0, 2)).toEqual(["2026-12-02T00:00:00.000Z", "2026-12-02T00:00:00.000Z"]);
    expect(of("title", entries[0])[0]).toContain("取下げ");
    expect(text).toContain("&#60;取違え&#62; &#38; 集計の誤り");
    expect(text).not.toContain(`${SECOND}/tables.csv`);
  });

  it("has what Atom asks for: id, title and updated once each, in feed and entries", async () => {
    const { root, entries } = await feed();
    for (const node of [root, ...entries]) {
      for (const tag of ["id", "title", "updated"]) {
        const own = [...node.children].filter((child) => child.tagName === tag);
        expect([tag, own.length]).toEqual([tag, 1]);
      }
    }
  });

  it("is not there for a town without releases", async () => {
    expect((await get("/open-data/173843/feed.atom")).status).toBe(404);
  });
});

describe("catalog.jsonld", () => {
  it("holds the towns that have published, each with its current release", async () => {
    const response = await get("/open-data/catalog.jsonld");
    expect(response.headers.get("content-type")).toBe("application/ld+json");
    const catalogue = await response.json<{ "dcat:dataset": Record<string, unknown>[] }>();
    expect(catalogue["dcat:dataset"]).toHaveLength(1);
    const [town] = catalogue["dcat:dataset"];
    expect(town).toMatchObject({
      "@id": `/open-data/${TOWN}/`,
      "dcat:hasCurrentVersion": { "@id": `/open-data/${TOWN}/releases/${SECOND}/` },
    });
    // The title of a made-up release says so in the catalogue as well.
    expect(JSON.stringify(town!["dcterms:title"])).toContain("サンプル・合成データ");
  });

  it("names a town no longer when its last release is withdrawn, and answers a known ETag with 304", async () => {
    const first = await get("/open-data/catalog.jsonld");
    await first.text();
    const known = { "if-none-match": first.headers.get("etag")! };
    expect((await get("/open-data/catalog.jsonld", known)).status).toBe(304);
    await withdrawRow(FIRST, SECOND, REASON);
    await withdrawRow(SECOND, null, REASON);
    const later = await get("/open-data/catalog.jsonld", known);
    expect(later.status).toBe(200);
    expect((await later.json<{ "dcat:dataset": unknown[] }>())["dcat:dataset"]).toEqual([]);
  });
});

describe("the pages", () => {
  const page = async (path: string) => {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 200]);
    const text = await response.text();
    return { text, document: new DOMParser().parseFromString(text, "text/html") };
  };

  it("of the towns lists those that have published", async () => {
    const { document } = await page("/open-data/");
    const links = [...document.querySelectorAll("tbody a")].map((a) => a.getAttribute("href"));
    expect(links).toEqual([`/open-data/${TOWN}/`]);
    expect((await get("/open-data")).headers.get("location")).toBe("/open-data/");
  });

  it("of a town lists the latest files and every release, the withdrawn ones with their reasons", async () => {
    await withdrawRow(FIRST, SECOND, REASON);
    const { text, document } = await page(`/open-data/${TOWN}/`);
    const links = [...document.querySelectorAll("main a")].map((a) => a.getAttribute("href"));
    expect(links).toContain(`/open-data/${TOWN}/latest/tables.parquet`);
    expect(links).toContain(`/open-data/${TOWN}/releases/${SECOND}/`);
    expect(links).not.toContain(`/open-data/${TOWN}/releases/${FIRST}/`);
    expect(links.filter((href) => href!.endsWith("protected.json"))).toEqual([]);
    expect(text).toContain("&#60;取違え&#62; &#38; 集計の誤り");
    expect(text).toContain("サンプル・合成データ");
    // Every file that is listed is there.
    for (const href of links.filter((l) => l!.includes("/latest/"))) {
      expect([href, (await call(href!, { token: null, method: "HEAD" })).status]).toEqual([href, 200]);
    }
  });

  it("of a release lists its own files", async () => {
    const { text, document } = await page(`/open-data/${TOWN}/releases/${FIRST}/`);
    const links = [...document.querySelectorAll("main a")].map((a) => a.getAttribute("href"));
    expect(links).toContain(`/open-data/${TOWN}/releases/${FIRST}/tables.csv`);
    expect(text).not.toContain("サンプル・合成データ");
  });

  it("run no script: the one data block is JSON-LD that no name can break out of", async () => {
    for (const path of ["/open-data/", `/open-data/${TOWN}/`, `/open-data/${TOWN}/releases/${FIRST}/`]) {
      const { text, document } = await page(path);
      const types = [...document.querySelectorAll("script")].map((s) => s.getAttribute("type"));
      expect(types.filter((type) => type !== "application/ld+json")).toEqual([]);
      expect(text.match(/<script/g)?.length ?? 0).toBe(types.length);
      expect(text).not.toMatch(/ on[a-z]+=|javascript:/);
    }
  });
});
