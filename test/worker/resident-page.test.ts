import { beforeEach, describe, expect, it } from "vitest";
import { fillResidentPage } from "../../worker/pages/fill-resident-page.js";
import { chooseLanguage } from "../../worker/pages/choose-language.js";
import { residentFiles } from "../../worker/releases/pages/resident-files.js";
import { latestRelease } from "../../worker/releases/release.js";
import { objectKey } from "../../worker/snapshots/files.js";
import { triedRelease } from "../dashboards/public-release.js";
import {
  ADMIN,
  call,
  clock,
  env,
  freshDatabase,
  month,
  ORIGIN,
  registerDistricts,
  SHIKA,
  uploadCsv,
} from "./harness.js";

const visit = (path: string, headers: Record<string, string> = {}) => call(path, { token: null, headers });

const SESSIONS = [
  { date: "2026-11-12", time: "13:30～16:00", place: { ja: "役場" }, what: { ja: "出張申請受付" } },
  { date: "2026-11-20", time: null, place: { ja: "公民館" }, what: { ja: "スマホ教室" } },
];

/** A release through the API, and in its place the pages of a town whose words are known. */
async function publish(): Promise<void> {
  await registerDistricts();
  await uploadCsv(month());
  const { release } = await (
    await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } })
  ).json<{ release: { id: string } }>();
  await call(`/api/v1/releases/${release.id}/publish`, { method: "POST" });
  const { digest } = (await latestRelease(env.DB, SHIKA))!;
  for (const [name, bytes] of residentFiles(triedRelease({ settings: { sessions: SESSIONS } }), new Map())) {
    await env.OBJECTS.put(objectKey("release", SHIKA, digest, name), bytes);
  }
}

async function signInCookie(): Promise<string> {
  const response = await call("/api/v1/session", {
    json: { token: ADMIN },
    token: null,
    headers: { origin: ORIGIN },
  });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

beforeEach(freshDatabase);

describe("the residents' page", () => {
  it("of a town without a release says so and how to apply, in each language", async () => {
    for (const [lang, words] of [
      ["ja", "まだ公開されていません"],
      ["easy", "から"],
      ["en", "have been published yet"],
    ]) {
      const response = await visit(`/?m=${SHIKA}&lang=${lang}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain(words);
      expect(html).toContain("0120-95-0178");
      expect(html).not.toContain("origin.invalid");
    }
  });

  it("is the release's, at its own address, under the strict policy", async () => {
    await publish();
    const response = await visit(`/?m=${SHIKA}&lang=ja`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).not.toContain("origin.invalid");
    expect(html).not.toContain("<script");
    expect(html).toMatch(
      new RegExp(`<link rel="canonical"\\s+href="${ORIGIN}/\\?m=${SHIKA}&(amp;|#38;)?lang=ja"`),
    );
    expect(html).toContain(encodeURIComponent(`${ORIGIN}/?m=${SHIKA}`));
    expect(html).toContain(`content="${ORIGIN}/charts/${SHIKA}/share.png`);
  });

  it("speaks the language of the address, else the browser's, else Japanese", async () => {
    await publish();
    const english = { "accept-language": "de, en-GB;q=0.8, ja;q=0.5" };
    expect((await visit("/", english)).headers.get("content-language")).toBe("en");
    expect((await visit("/", english)).headers.get("vary")).toContain("Accept-Language");
    const japanese = await visit("/?lang=ja", english);
    expect(japanese.headers.get("content-language")).toBe("ja");
    expect(japanese.headers.get("vary")).not.toContain("Accept-Language");
    expect(await (await visit("/?lang=easy", english)).text()).toContain("<ruby>");
    expect((await visit("/reading?lang=en")).headers.get("content-language")).toBe("en");
  });

  it("answers a known ETag with 304 until something in it changes", async () => {
    await publish();
    const first = await visit("/?lang=ja");
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("cache-control")).toBe("public, max-age=60");
    const again = await visit("/?lang=ja", { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    clock.now = new Date("2026-11-13T03:00:00Z");
    expect((await visit("/?lang=ja", { "if-none-match": etag })).status).toBe(200);
  });

  it("takes a session out on the day after it, as days are in Japan", async () => {
    await publish();
    clock.now = new Date("2026-11-12T14:59:59Z");
    expect(await (await visit("/?lang=ja")).text()).toContain("役場");
    clock.now = new Date("2026-11-12T15:00:00Z");
    const later = await (await visit("/?lang=ja")).text();
    expect(later).not.toContain("役場<br");
    expect(later).toContain("公民館");
    expect(later).toMatch(/data-no-sessions\s+hidden/);
    clock.now = new Date("2026-11-21T00:00:00Z");
    const over = await (await visit("/?lang=ja")).text();
    expect(over).not.toContain("公民館");
    expect(over).toMatch(/<p data-no-sessions\s*>/);
  });

  it("shows staff the way to the notebooks, and goes into no shared cache then", async () => {
    await publish();
    expect(await (await visit("/?lang=ja")).text()).not.toContain(`/progress?m=${SHIKA}`);
    const inside = await visit("/?lang=ja", { cookie: await signInCookie() });
    expect(inside.headers.get("cache-control")).toBe("private, no-cache");
    expect(await inside.text()).toContain(`/progress?m=${SHIKA}`);
  });

  it("offers the choice of towns once another one has published", async () => {
    await publish();
    expect(await (await visit("/?lang=en")).text()).not.toContain("<select");
    const elsewhere = await (await visit("/?m=172073&lang=en")).text();
    expect(elsewhere).toMatch(/<option value="173843" >石川県 志賀町<\/option>/);
    expect(elsewhere).toMatch(/<option value="172073" +selected>/);
  });

  it("of a release that was made before there were such pages leads to its figures", async () => {
    await publish();
    const { digest } = (await latestRelease(env.DB, SHIKA))!;
    await env.OBJECTS.delete(objectKey("release", SHIKA, digest, "page.ja.html"));
    const response = await visit(`/?m=${SHIKA}&lang=ja`);
    expect([response.status, response.headers.get("location")]).toEqual([302, `/progress?m=${SHIKA}`]);
  });
});

describe("what is filled in", () => {
  it("is the address where the page is served, in texts, attributes and links to elsewhere", async () => {
    const page = new Response(
      '<p><span data-origin-text="https://origin.invalid/?m=1&#38;lang=ja">x</span><a data-origin="href" href="mailto:?body=https%3A%2F%2Forigin.invalid%2F">y</a></p>',
    );
    const slots = { staff: "", towns: "" };
    const filled = fillResidentPage(page, { origin: "https://town.test:8443", today: "2026-11-10", slots });
    expect(await filled.text()).toBe(
      '<p><span>https://town.test:8443/?m=1&#38;lang=ja</span><a href="mailto:?body=https%3A%2F%2Ftown.test%3A8443%2F">y</a></p>',
    );
  });
});

describe("chooseLanguage", () => {
  it.each([
    [undefined, undefined, "ja"],
    ["easy", "en", "easy"],
    ["fr", "en-US,en;q=0.9", "en"],
    [undefined, "ja,en;q=0.9", "ja"],
    [undefined, "en;q=0.1, ja;q=0.2", "ja"],
    [undefined, "en;q=0", "ja"],
    [undefined, "zh-CN, de", "ja"],
    [undefined, ";;;q=,,", "ja"],
  ] as const)("lang %s, Accept-Language %s: %s", (asked, accepted, expected) => {
    expect(chooseLanguage(asked, accepted)).toBe(expected);
  });
});
