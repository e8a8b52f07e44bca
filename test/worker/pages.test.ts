import { beforeEach, describe, expect, it } from "vitest";
import type { PageContext } from "../../data/contract/page-context.js";
import { ADMIN, ORIGIN, SHIKA, call, freshDatabase, month, registerDistricts, uploadCsv } from "./harness.js";

const visit = (path: string, cookie?: string) =>
  call(path, { token: null, ...(cookie && { headers: { cookie } }) });

function contextOf(html: string): PageContext {
  return JSON.parse(/<script type="application\/json" id="page-context">([^<]*)<\/script>/.exec(html)![1]!);
}

async function signInCookie(): Promise<string> {
  const response = await call("/api/v1/session", {
    json: { token: ADMIN },
    token: null,
    headers: { origin: ORIGIN },
  });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

async function publish(): Promise<void> {
  const { release } = await (
    await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } })
  ).json<{ release: { id: string } }>();
  await call(`/api/v1/releases/${release.id}/publish`, { method: "POST" });
}

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

describe("a page", () => {
  it("says that there is nothing yet, to a visitor of a town without a release", async () => {
    await uploadCsv(month());
    const response = await visit("/progress");
    expect(response.status).toBe(200);
    const context = contextOf(await response.text());
    expect(context).toMatchObject({
      door: "none",
      files: null,
      role: null,
      municipality: { code: SHIKA, name: "志賀町" },
    });
  });

  it("shows a visitor the release and a reader the snapshot", async () => {
    await uploadCsv(month());
    await publish();
    const open = await (await visit("/progress")).text();
    expect(contextOf(open)).toMatchObject({ door: "public", role: null });
    const cookie = await signInCookie();
    const inside = await (await visit("/districts", cookie)).text();
    const context = contextOf(inside);
    expect(context).toMatchObject({ door: "internal", role: "admin" });
    expect(inside).toContain("地区01");
    expect((await visit(context.files!.figures, cookie)).status).toBe(200);
    expect((await visit(context.files!.figures)).status).toBe(401);
    const outside = await (await visit("/districts")).text();
    expect(contextOf(outside)).toMatchObject({ door: "public" });
    expect(outside).toContain("地区01");
  });

  it("does not tell a visitor what the release hides", async () => {
    await registerDistricts(["01", "02", "03"]);
    const few = `${SHIKA},2026-10-31,03,40,2026-01-01,30,20,8`;
    await call("/api/v1/uploads?accept_warnings=true", {
      body: month({ "03": few }),
      headers: { "content-type": "text/csv" },
    });
    await publish();
    const page = await (await visit("/districts")).text();
    const row = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*地区03[\s\S]*?<\/tr>/.exec(page)![0];
    expect(row).toContain("40");
    expect(row).not.toMatch(/>\s*(8|32)\s*</);
  });

  it("is filled before any script: the headline number and a chart are in the HTML", async () => {
    await uploadCsv(month());
    await publish();
    const html = await (await visit("/progress")).text();
    // 1,300 of 1,500 residents: districts beside the town's own row are not counted twice.
    expect(html).toContain("86.7");
    expect(html).toContain("1,500");
    expect(html).toMatch(/<svg[\s\S]*<\/svg>/);
  });

  it("is painted at whatever its address asks for; what it does not understand is as if not said", async () => {
    await uploadCsv(month({}, "2026-09-30"));
    await uploadCsv(month());
    await publish();
    const lead = async (query: string): Promise<string> =>
      /data-slot="progress-lead">([\s\S]*?)<\/header>/.exec(
        await (await visit(`/progress?m=${SHIKA}${query}`)).text(),
      )![1]!;
    const latest = await lead("");
    expect(latest).toContain("2026年10月末");
    expect(await lead("&date=2026-09-30")).toContain("2026年9月末");
    for (const same of [
      "&utm=1",
      "&date=2026-10-31",
      "&date=",
      "&date=1999-01-01",
      `&date=${"9".repeat(500)}`,
    ])
      expect(await lead(same)).toBe(latest);
    // From the cache, too.
    expect(await lead("&date=2026-09-30")).toContain("2026年9月末");
  });

  it("is painted for a code as long as the contract allows", async () => {
    const code = "長".repeat(200);
    const district = { code, name: "とても長いコードの地区" };
    await call(`/api/v1/municipalities/${SHIKA}/districts`, {
      method: "PUT",
      json: [{ code: "01", name: "地区01" }, district],
    });
    await uploadCsv(month({ "02": `${SHIKA},2026-10-31,${code},500,2026-01-01,400,380,350` }));
    const page = await visit(`/district?district=${encodeURIComponent(code)}`, await signInCookie());
    expect(/data-slot="district-lead">([\s\S]*?)<\/header>/.exec(await page.text())![1]).toContain(
      district.name,
    );
  });

  it("of one town, digest and door is painted for that alone", async () => {
    await uploadCsv(month());
    await publish();
    const cookie = await signInCookie();
    const texts = async (): Promise<string[]> =>
      Promise.all(
        [visit("/districts", cookie), visit("/districts")].map(async (page) => (await page).text()),
      );
    const before = await texts();
    expect(before[0]).not.toBe(before[1]);
    await uploadCsv(month({ "01": `${SHIKA},2026-10-31,01,1000,2026-01-01,900,850,799` }));
    const after = await texts();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it("keeps the strict policy and goes into no shared cache", async () => {
    const response = await visit("/progress");
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/https?:|unsafe-eval'(?<!wasm-unsafe-eval')|\*/);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("that does not exist is a page, too; under /api it is a problem", async () => {
    const page = await visit("/nowhere");
    expect([page.status, page.headers.get("content-type")]).toEqual([
      404,
      expect.stringContaining("text/html"),
    ]);
    const api = await visit("/api/v1/nowhere");
    expect([api.status, api.headers.get("content-type")]).toEqual([
      404,
      expect.stringContaining("problem+json"),
    ]);
  });
});
