import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type TownSettings } from "../../data/contract/town-settings.js";
import { chartPictures, type ChartPictures } from "../../worker/releases/pictures/chart-pictures.js";
import { framePolicy } from "../../worker/releases/pictures/frame-policy.js";
import { latestRelease } from "../../worker/releases/release.js";
import { objectKey } from "../../worker/snapshots/files.js";
import { triedRelease } from "../dashboards/public-release.js";
import {
  call,
  env,
  freshDatabase,
  month,
  problemOf,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "./harness.js";

let id = "";
const get = (path: string, headers: Record<string, string> = {}) => call(path, { token: null, headers });

async function publish(): Promise<string> {
  const drafted = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
  const { release } = await drafted.json<{ release: { id: string } }>();
  expect((await call(`/api/v1/releases/${release.id}/publish`, { method: "POST" })).status).toBe(200);
  return release.id;
}

let pictures: ChartPictures;
beforeAll(async () => {
  pictures = await chartPictures(triedRelease({ months: 2 }));
});

/** A published release whose charts are those of a larger town than a test uploads. */
async function withCharts(settings: Partial<TownSettings> = {}): Promise<void> {
  const release = (await latestRelease(env.DB, SHIKA))!;
  const about = JSON.stringify({ settings: { ...DEFAULT_SETTINGS, ...settings } });
  const files = new Map([...pictures.files, ["release.json", new TextEncoder().encode(about)]]);
  for (const [name, bytes] of files)
    await env.OBJECTS.put(objectKey("release", SHIKA, release.digest, name), bytes);
}

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month());
  id = await publish();
});

describe("/charts", () => {
  it("gives every chart as SVG and PNG to any site, and asks to come again", async () => {
    await withCharts();
    const svg = await get(`/charts/${SHIKA}/ages.svg?lang=en`);
    expect(svg.status).toBe(200);
    expect(svg.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(svg.headers.get("access-control-allow-origin")).toBe("*");
    expect(svg.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(svg.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(svg.headers.get("ikiwatari-release")).toBe(id);
    expect(await svg.text()).toContain("Lowest holding rate by age");
    const again = await get(`/charts/${SHIKA}/ages.svg?lang=en`, {
      "if-none-match": svg.headers.get("etag")!,
    });
    expect(again.status).toBe(304);
    for (const name of ["progress.png", "share.png", "share.png?lang=easy"]) {
      const png = await get(`/charts/${SHIKA}/${name}`);
      expect(png.headers.get("content-type")).toBe("image/png");
      expect(Array.from(new Uint8Array(await png.arrayBuffer()).slice(1, 4))).toEqual([80, 78, 71]);
    }
    const print = await (await get(`/charts/${SHIKA}/progress.svg?theme=print`)).text();
    expect(print).not.toContain("#0031d8");
    expect(print).not.toEqual(await (await get(`/charts/${SHIKA}/progress.svg`)).text());
    // A chart's PNG is made out of its drawing when it is first asked for, whoever asks, and stays.
    for (const [address, name] of [
      ["progress.png?theme=print&lang=easy", "chart-progress.easy.print"],
      ["ages.png?lang=en", "chart-ages.en"],
    ] as const) {
      const pngs: Uint8Array[] = [];
      for (const path of [`/charts/${SHIKA}/${address}`, `/open-data/${SHIKA}/releases/${id}/${name}.png`]) {
        const png = await get(path);
        expect([png.status, png.headers.get("content-type")]).toEqual([200, "image/png"]);
        pngs.push(new Uint8Array(await png.arrayBuffer()));
      }
      expect(pngs[1]).toEqual(pngs[0]);
      const drawing = await (await get(`/open-data/${SHIKA}/releases/${id}/${name}.svg`)).text();
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing)!.map(Number);
      const size = new DataView(pngs[0]!.buffer, pngs[0]!.byteOffset);
      expect(size.getUint32(16)).toBe(1200);
      expect(Math.abs(size.getUint32(20) - (1200 * height!) / width!)).toBeLessThanOrEqual(1);
    }
    expect((await get(`/open-data/${SHIKA}/releases/${id}/chart-none.ja.png`)).status).toBe(404);
    expect((await get(`/charts/${SHIKA}/share.png?theme=print`)).status).toBe(404);
  });

  it("keeps a release's own charts at its own address, until it is withdrawn", async () => {
    await withCharts();
    const kept = await get(`/charts/${SHIKA}/flow.svg?release=${id}`);
    expect(kept.headers.get("cache-control")).toBe("public, max-age=86400, immutable");
    await kept.body?.cancel();
    await call(`/api/v1/releases/${id}/withdraw`, { json: { reason: "集計の誤り" } });
    const gone = await get(`/charts/${SHIKA}/flow.svg?release=${id}`);
    expect(gone.status).toBe(410);
    expect((await problemOf(gone)).detail).toContain("集計の誤り");
  });

  it.each(["flow.gif", "first-paint.svg", "share.svg", "progress.svg?lang=fr", "progress.svg?theme=dark"])(
    "refuses %s",
    async (name) => {
      expect((await get(`/charts/${SHIKA}/${name}`)).status).toBe(400);
    },
  );

  it("says that nothing is published, or not that", async () => {
    for (const path of ["/charts/172014/progress.svg", `/charts/${SHIKA}/progress.svg?release=rel_none`]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe("/embed", () => {
  it.each([
    ["ja", "のグラフは、いま公開されていません"],
    ["easy", "の グラフは、いま ありません"],
    ["en", "is published at present"],
  ])("of a town without a release is a line in a frame that says so, in %s", async (lang, said) => {
    const page = await get(`/embed/172014/progress?lang=${lang}`);
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toContain("text/html");
    const policy = page.headers.get("content-security-policy")!;
    expect(policy).toContain("frame-ancestors *");
    expect(policy).not.toContain("script-src");
    const html = await page.text();
    expect(html).toContain(said);
    expect(html).not.toMatch(/<script|problem\+json/);
  });

  it("is a page without scripts and cookies that any site may frame", async () => {
    await withCharts();
    const page = await get(`/embed/${SHIKA}/districts?lang=easy`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const policy = page.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/frame-ancestors \*$/);
    for (const name of ["x-frame-options", "set-cookie"]) expect(page.headers.get(name)).toBeNull();
    const html = await page.text();
    expect(html).not.toMatch(/<script|\bon\w+=|<link|src=/);
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain("サンプル・合成データ");
    expect(html).toContain(`href="/?m=${SHIKA}&lang=easy"`);
    expect(html).toContain("<table>");
  });

  it("is framed by the sites that the town names alone", async () => {
    await withCharts({ frame_ancestors: ["https://www.town.shika.lg.jp"] });
    const page = await get(`/embed/${SHIKA}/progress`);
    expect(page.headers.get("content-security-policy")).toMatch(
      /frame-ancestors 'self' https:\/\/www\.town\.shika\.lg\.jp$/,
    );
    await page.body?.cancel();
  });

  it("lets no setting break out of the policy", () => {
    const policy = framePolicy(["https://a.example; script-src *", "javascript:alert(1)", "https://*.lg.jp"]);
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.lg\.jp$/);
    expect(framePolicy([])).toMatch(/frame-ancestors 'self'$/);
  });

  it("makes the code of a frame and shows it", async () => {
    await withCharts();
    const page = await get(`/embed?m=${SHIKA}&chart=ages&lang=en&width=narrow`);
    expect(page.headers.get("content-security-policy")).toContain("frame-src 'self'; ");
    const html = await page.text();
    const [code] = /(?<=<textarea[^>]*>)[^<]*/.exec(html)!;
    const unescaped = code.replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n)));
    expect(unescaped).toMatch(
      new RegExp(
        `^<iframe src="http://town\\.test/embed/${SHIKA}/ages\\?lang=en" title="志賀町 By age" width="360"`,
      ),
    );
    expect(html).toContain(unescaped);
    expect((await get("/embed/copy.js")).headers.get("content-type")).toContain("javascript");
    expect((await get("/embed/")).headers.get("location")).toBe("/embed");
  });
});
