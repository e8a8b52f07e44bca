import { tableFromIPC } from "@uwdata/flechette";
import { beforeEach, describe, expect, it } from "vitest";
import type { PageContext } from "../../data/contract/page-context.js";
import { sweepReferenceFiles } from "../../worker/reference-series/open-files.js";
import { SHIKA, call, env, freshDatabase, month, registerDistricts, uploadCsv } from "./harness.js";

const TOWNS_HEADER =
  "算出基準日,都道府県名,市区町村名,総数（人口）,交付枚数,人口に対する交付枚数率,人口算出基準日,交付件数基準日,団体コード";
const towns = (issued: number) =>
  `${TOWNS_HEADER}\n2022/06/30,石川県,羽咋郡志賀町,19552,${issued},,2021/01/01,2022/06/30,173843\n2022/06/30,石川県,羽咋市,21148,9000,,2021/01/01,2022/06/30,172073\n`;
const AGES =
  "算出基準日,年齢,人口(男),人口(女),人口(計),交付件数(男),交付件数(女),交付件数(計),人口算出基準日,交付枚数算出基準日\n2022/06/30,全体,50,60,110,20,30,50,2021/01/01,2022/06/30\n2022/06/30,0～89,40,45,85,15,20,35,2021/01/01,2022/06/30\n2022/06/30,90～,10,15,25,5,10,15,2021/01/01,2022/06/30\n";

async function take(body: string): Promise<void> {
  const response = await call("/api/v1/reference-series", { body, headers: { "content-type": "text/csv" } });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
}

/** As anybody asks, without a token. */
const fetchFile = (path: string) => call(path, { token: null });

async function rows(path: string): Promise<Record<string, unknown>[]> {
  const response = await fetchFile(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("content-encoding")).toBe("gzip");
  const plain = new Response(response.body!.pipeThrough(new DecompressionStream("gzip")));
  return tableFromIPC(new Uint8Array(await plain.arrayBuffer())).toArray() as Record<string, unknown>[];
}

async function reference(): Promise<PageContext["reference"]> {
  const html = await (await fetchFile("/progress")).text();
  const json = /<script type="application\/json" id="page-context">([^<]*)<\/script>/.exec(html)![1]!;
  return (JSON.parse(json) as PageContext).reference;
}

async function publish(): Promise<void> {
  const drafted = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
  const { release } = await drafted.json<{ release: { id: string } }>();
  await call(`/api/v1/releases/${release.id}/publish`, { method: "POST" });
}

const storedKeys = async (): Promise<string[]> =>
  (await env.OBJECTS.list({ prefix: "reference/" })).objects.map((o) => o.key);

beforeEach(freshDatabase);

describe("the ministry's tables as files", () => {
  it("are named to every visitor once something is imported", async () => {
    expect(await reference()).toBeNull();
    await take(towns(9064));
    expect(await reference()).toEqual({
      import: 1,
      towns: "/api/v1/reference-series/1/towns.arrow",
      ages: "/api/v1/reference-series/1/ages.arrow",
      published: `/api/v1/reference-series/1/published-${SHIKA}.arrow`,
    });
  });

  it("hold what one import knew, for good", async () => {
    await take(towns(9064));
    const before = (await reference())!;
    expect(await rows(before.towns)).toEqual([
      {
        code: "172073",
        name: "羽咋市",
        as_of: "2022-06-30",
        population: 21_148,
        population_as_of: "2021-01-01",
        issued: 9000,
        held: null,
      },
      {
        code: SHIKA,
        name: "志賀町",
        as_of: "2022-06-30",
        population: 19_552,
        population_as_of: "2021-01-01",
        issued: 9064,
        held: null,
      },
    ]);
    await take(towns(9065));
    const after = (await reference())!;
    expect((await rows(after.towns)).map((r) => r.issued)).toEqual([9000, 9065]);
    expect((await rows(before.towns)).map((r) => r.issued)).toEqual([9000, 9064]);
    await sweepReferenceFiles(env);
    const left = await storedKeys();
    expect(left.every((key) => key.startsWith("reference/2/"))).toBe(true);
    expect(left).toEqual(expect.arrayContaining(["reference/2/ages.arrow.gz", "reference/2/towns.arrow.gz"]));
    expect((await rows(before.towns)).map((r) => r.issued)).toEqual([9000, 9064]);
  });

  it("hold the nation's ages apart from the totals", async () => {
    await take(AGES);
    const { towns: totals, ages } = (await reference())!;
    expect(await rows(totals)).toEqual([]);
    expect((await rows(ages)).map((r) => [r.age_band, r.sex, r.population, r.issued])).toEqual([
      ["0-89", "male", 40, 15],
      ["0-89", "female", 45, 20],
      ["0-89", "all", 85, 35],
      ["90+", "male", 10, 5],
      ["90+", "female", 15, 10],
      ["90+", "all", 25, 15],
      ["all", "male", 50, 20],
      ["all", "female", 60, 30],
    ]);
  });

  it("give a town's published series: what is imported, and beyond it what comes with the product", async () => {
    await take(towns(9065));
    const answer = await fetchFile((await reference())!.published);
    const lines = tableFromIPC(new Uint8Array(await answer.arrayBuffer())).toArray() as Record<
      string,
      unknown
    >[];
    const ofShika = lines.filter((line) => line["code"] === SHIKA);
    const of = (as_of: string, population: number, population_as_of: string, issued: number) => ({
      code: SHIKA,
      name: "志賀町",
      as_of,
      population,
      population_as_of,
      issued,
    });
    expect(ofShika).toContainEqual(of("2022-06-30", 19552, "2021-01-01", 9065));
    expect(ofShika.at(-1)).toEqual(of("2022-12-31", 19178, "2022-01-01", 13135));
    const dates = ofShika.map((line) => String(line["as_of"]));
    expect(dates).toEqual([...dates].sort());
    expect(lines.some((line) => line["code"] === "172073")).toBe(false);
  });

  it("are not there for an import that never was, nor under another name", async () => {
    await take(towns(9064));
    const status = async (path: string) => (await fetchFile(`/api/v1/reference-series/${path}`)).status;
    expect(await status("2/towns.arrow")).toBe(404);
    expect(await status("1/published-173844.arrow")).toBe(404);
    expect(await status("0/towns.arrow")).toBe(400);
    expect(await status("1/secrets.arrow")).toBe(400);
  });
});

describe("pages that compare, before any script", () => {
  const slot = (html: string, name: string): string =>
    new RegExp(`data-slot="${name}"[^>]*>([\\s\\S]*?)</(?:section|header|div)>`).exec(html)?.[1] ?? "";
  const page = async (path: string): Promise<string> => (await fetchFile(path)).text();

  it("say how to import while nothing is", async () => {
    await registerDistricts();
    await uploadCsv(month());
    await publish();
    expect(slot(await page("/comparison"), "comparison-lead")).toContain("import-mic");
    expect(slot(await page("/progress"), "progress-comparison")).toContain("68.5%");
  });

  it("rank the town by the newest import", async () => {
    await take(towns(9064));
    const lead = async () => slot(await page("/comparison"), "comparison-lead").replaceAll(/<[^>]+>/g, "");
    expect(await lead()).toContain("46.4%");
    expect(await lead()).toContain("2市区町村で1位");
    await take(towns(8000));
    expect(await lead()).toContain("40.9%");
    expect(await lead()).toContain("2市区町村で2位");
    // The same again, from what was stored.
    expect(await lead()).toContain("40.9%");
  });

  it("are painted at whatever the address asks for", async () => {
    await take(towns(9064));
    expect(slot(await page("/comparison?town=172073"), "comparison-lead")).toContain(
      "羽咋市の交付枚数率は42.6%",
    );
    expect(slot(await page("/comparison?town=999999"), "comparison-lead")).toContain(
      "志賀町の交付枚数率は46.4%",
    );
  });
});
