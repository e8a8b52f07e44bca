import { asyncBufferFromUrl, parquetReadObjects } from "hyparquet";
import { beforeEach, describe, expect, it } from "vitest";
import { call, freshDatabase, problemOf, ORIGIN } from "../harness.js";
import { storeRelease, TOWN, withdrawRow } from "./published-fixture.js";
import { releaseFixture } from "./release-fixture.js";

const [FIRST, SECOND, DRAFT] = ["1", "2", "3"].map((n) => `rel_${n.padStart(32, "0")}`) as [
  string,
  string,
  string,
];
let files: Map<string, Uint8Array>;

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  call(`/open-data/${TOWN}/${path}`, { token: null, headers, method });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

beforeEach(async () => {
  await freshDatabase();
  await storeRelease(releaseFixture({ id: FIRST, synthetic: false }), "2026-11-10T03:00:00.000Z");
  files = await storeRelease(releaseFixture({ id: SECOND, previous: FIRST }), "2026-12-01T03:00:00.000Z");
  await storeRelease(releaseFixture({ id: DRAFT, through: "2026-09-30" }), null);
});

describe("a file of a release", () => {
  it("comes whole, with its type, length, validators and the release it belongs to", async () => {
    for (const name of [
      "tables.csv",
      "tables.parquet",
      "dcat.jsonld",
      "dictionary.html",
      `${TOWN}_mynumbercard_20261031.csv`,
    ]) {
      const response = await get(`releases/${SECOND}/${name}`);
      expect([name, response.status]).toEqual([name, 200]);
      expect(await bytesOf(response)).toEqual(files.get(name));
      const headers = Object.fromEntries(response.headers);
      expect(headers).toMatchObject({
        "content-length": String(files.get(name)!.byteLength),
        "accept-ranges": "bytes",
        "ikiwatari-release": SECOND,
        etag: expect.stringMatching(/^"[0-9a-f]+"$/),
        "last-modified": expect.stringMatching(/ GMT$/),
      });
    }
    expect((await get("latest/dcat.jsonld")).headers.get("content-type")).toBe("application/ld+json");
  });

  it("is kept for a day at its own address, and asked for again at the latest", async () => {
    const own = (await get(`releases/${SECOND}/tables.csv`)).headers;
    const latest = (await get("latest/tables.csv")).headers;
    expect(own.get("cache-control")).toBe("public, max-age=86400, immutable");
    expect(latest.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(latest.get("content-location")).toBe(`/open-data/${TOWN}/releases/${SECOND}/tables.csv`);
    expect(latest.get("etag")).toBe(own.get("etag"));
  });

  it("is saved under a name that says town and date", async () => {
    const name = async (file: string) => (await get(`latest/${file}`)).headers.get("content-disposition");
    expect(await name("tables.parquet")).toBe(`attachment; filename="${TOWN}_tables_20261031.parquet"`);
    expect(await name(`${TOWN}_mynumbercard_20261031.csv`)).toBe(
      `attachment; filename="${TOWN}_mynumbercard_20261031.csv"`,
    );
    expect(await name("dictionary.html")).toBe("inline");
  });

  it("answers HEAD with the same headers and no body", async () => {
    const [whole, head] = [await get("latest/tables.csv"), await get("latest/tables.csv", {}, "HEAD")];
    await whole.arrayBuffer();
    const told = (response: Response) =>
      Object.fromEntries([...response.headers].filter(([name]) => name !== "x-request-id"));
    expect([head.status, (await bytesOf(head)).byteLength, told(head)]).toEqual([200, 0, told(whole)]);
  });

  it("is read from any site, with its ranges and validators", async () => {
    const response = await get("latest/tables.parquet", { origin: "https://map.example" });
    await response.arrayBuffer();
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const exposed = response.headers.get("access-control-expose-headers")!.split(",");
    for (const name of ["etag", "content-range", "accept-ranges", "content-length"])
      expect(exposed).toContain(name);
    const asked = {
      origin: "https://map.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "range,if-match",
    };
    const preflight = await get("latest/tables.parquet", asked, "OPTIONS");
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/range.*if-match/);
  });
});

describe("a condition", () => {
  const validators = async () => {
    const { headers } = await get("latest/tables.csv", {}, "HEAD");
    return { etag: headers.get("etag")!, lastModified: headers.get("last-modified")! };
  };

  it("that the reader has the file already is answered with 304", async () => {
    const { etag, lastModified } = await validators();
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", W/${etag}` },
      { "if-none-match": "*" },
      { "if-modified-since": lastModified },
    ]) {
      const response = await get("latest/tables.csv", headers);
      expect([headers, response.status]).toEqual([headers, 304]);
      expect((await bytesOf(response)).byteLength).toBe(0);
      expect(response.headers.get("etag")).toBe(etag);
    }
  });

  it("that does not hold gives the file", async () => {
    const { etag, lastModified } = await validators();
    for (const headers of [
      { "if-none-match": '"other"' },
      // An ETag that differs outweighs a date that does not (RFC 9110, 13.1.3).
      { "if-none-match": '"other"', "if-modified-since": lastModified },
      { "if-match": etag },
      // A later date: `latest` may have gone back to an older release since.
      { "if-modified-since": new Date(Date.parse(lastModified) + 60_000).toUTCString() },
      { "if-modified-since": "the day before" },
    ]) {
      const response = await get("latest/tables.csv", headers);
      expect([headers, response.status]).toEqual([headers, 200]);
      await response.arrayBuffer();
    }
  });

  it("that the file is still the one being read fails when it is another", async () => {
    for (const headers of [
      { "if-match": '"other"', range: "bytes=0-9" },
      { "if-unmodified-since": "Mon, 01 Jan 2024 00:00:00 GMT" },
    ]) {
      const response = await get("latest/tables.csv", headers);
      expect([response.status, (await problemOf(response)).type]).toEqual([
        412,
        "/api/problems/precondition_failed",
      ]);
    }
  });
});

describe("a range", () => {
  it.each([
    ["bytes=0-9", 0, 10],
    ["bytes=100-", 100, Number.POSITIVE_INFINITY],
    ["bytes=-8", -8, Number.POSITIVE_INFINITY],
    ["bytes=0-99999999", 0, Number.POSITIVE_INFINITY],
    ["bytes=-99999999", 0, Number.POSITIVE_INFINITY],
    ["bytes=5-5", 5, 6],
  ])("%s is those bytes", async (range, from, to) => {
    const whole = files.get("tables.parquet")!;
    const expected = whole.slice(from, to);
    const response = await get("latest/tables.parquet", { range });
    const start = from < 0 ? whole.byteLength + from : from;
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(
      `bytes ${start}-${start + expected.byteLength - 1}/${whole.byteLength}`,
    );
    expect(response.headers.get("content-length")).toBe(String(expected.byteLength));
    expect(await bytesOf(response)).toEqual(expected);
  });

  it.each(["bytes=99999999-", "bytes=-0"])("%s lies beyond the file", async (range) => {
    const response = await get("latest/tables.parquet", { range });
    expect([response.status, (await problemOf(response)).type]).toEqual([
      416,
      "/api/problems/range_not_satisfiable",
    ]);
    expect(response.headers.get("content-range")).toBe(`bytes */${files.get("tables.parquet")!.byteLength}`);
  });

  it.each(["bytes=0-4,10-14", "bytes=9-5", "lines=1-2", "bytes=a-b", "bytes=-"])(
    "%s is not served, the whole file is",
    async (range) => {
      const response = await get("latest/tables.parquet", { range });
      expect(response.status).toBe(200);
      expect(await bytesOf(response)).toEqual(files.get("tables.parquet"));
    },
  );

  it("is given under If-Range where the file is the same, else the whole file", async () => {
    const { headers } = await get("latest/tables.csv", {}, "HEAD");
    const status = async (ifRange: string) => {
      const response = await get("latest/tables.csv", { range: "bytes=0-9", "if-range": ifRange });
      await response.arrayBuffer();
      return response.status;
    };
    expect(await status(headers.get("etag")!)).toBe(206);
    expect(await status(headers.get("last-modified")!)).toBe(206);
    expect(await status('"other"')).toBe(200);
    expect(await status("Mon, 01 Jan 2024 00:00:00 GMT")).toBe(200);
  });

  it("is all that a reader of Parquet needs: the footer, then the columns it wants", async () => {
    const asked: string[] = [];
    const file = await asyncBufferFromUrl({
      url: `${ORIGIN}/open-data/${TOWN}/latest/tables.parquet`,
      fetch: async (url, init) => {
        const headers = Object.fromEntries(new Headers(init?.headers));
        asked.push(`${init?.method ?? "GET"} ${headers["range"] ?? ""}`.trim());
        return call(new URL(String(url)).pathname, { token: null, headers, method: init?.method ?? "GET" });
      },
    });
    expect(file.byteLength).toBe(files.get("tables.parquet")!.byteLength);
    const rows = await parquetReadObjects({ file, columns: ["place", "issued"] });
    expect(rows).toHaveLength(releaseFixture().tables.rows.length);
    expect(rows).toContainEqual({ place: "02+03", issued: 32_310 });
    expect(asked.filter((line) => line.includes("bytes=")).length).toBeGreaterThan(0);
  });
});

describe("what is not public", () => {
  it("of a draft nothing is told, whatever is asked for", async () => {
    for (const path of ["tables.csv", "manifest.json", ""]) {
      const response = await get(`releases/${DRAFT}/${path}`);
      expect([path, response.status]).toEqual([path, 404]);
    }
    for (const path of ["", "feed.atom", "latest/manifest.json", "latest/dcat.jsonld"]) {
      expect(await (await get(path)).text()).not.toContain(DRAFT);
    }
  });

  it.each(["protected.json", "first-paint.json", "nothing.csv", "tables.txt", "..%2Fmanifest.json"])(
    "there is no file %s",
    async (name) => {
      const response = await get(`latest/${name}`);
      expect([400, 404]).toContain(response.status);
    },
  );

  it("a release is found under its own town alone", async () => {
    const response = await call(`/open-data/173843/releases/${SECOND}/tables.csv`, { token: null });
    expect(response.status).toBe(404);
  });

  it("withdrawn it is gone, with the reason and kept by no cache, and latest is the one before", async () => {
    const before = (await get("latest/tables.csv", {}, "HEAD")).headers;
    await withdrawRow(SECOND, FIRST, "集計の誤り");
    for (const path of ["tables.csv", ""]) {
      const gone = await get(`releases/${SECOND}/${path}`);
      expect([gone.status, gone.headers.get("cache-control")]).toEqual([410, "no-store"]);
      expect((await problemOf(gone)).detail).toContain("集計の誤り");
    }
    const now = await get("latest/tables.csv", { "if-none-match": before.get("etag")! });
    expect([now.status, now.headers.get("ikiwatari-release")]).toEqual([200, FIRST]);
    expect(await now.text()).toContain(",reported\r\n");
  });
});
