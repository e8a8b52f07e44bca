import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTown } from "./release-town.js";
import { announced, openReleases } from "./release-visit.js";
import { violationsInBothSchemes } from "./axe.js";
import { SHIKA, startEmptyProduct, watchUploads, type OwnProduct } from "./upload-visit.js";
import { WIDTHS } from "./visitor.js";

const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

let product: OwnProduct;
beforeAll(async () => {
  product = await startEmptyProduct();
  await loadTown(product.api);
});
afterAll(async () => {
  await product?.stop();
});

interface Saved {
  settings: {
    policy: {
      smallestResidents: number;
      toldExactly: string[];
      ages: string[] | null;
      merges: { name: string; members: string[] }[];
    };
    licence: string;
    apply: unknown[];
    sessions: { date: string; place: unknown }[];
    frame_ancestors: string[];
  };
}
const saved = async () => (await product.api<Saved>(`/municipalities/${SHIKA}/settings`)).body.settings;

describe("the settings", () => {
  it("are filled in, refused at their fields, saved, and taken back before saving", async () => {
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context, "&view=settings");
    const faults = watchUploads(page, product.url);
    const fill = (name: string, text: string) => page.fill(`[id="${name}"]`, text);
    const error = (name: string) => page.locator(`[id="${name}-error"]`).innerText();
    expect(await page.isDisabled('[data-do="undo"]')).toBe(true);
    await fill("policy.smallestResidents", "99");
    await page.click('[data-add="policy.merges"]');
    await page.check('[data-row="policy.merges"] input[value="03"]');
    await page.click('[data-add="sessions"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("sessions.0.date");
    await page.click('[data-do="save"]');
    expect(await error("policy.smallestResidents")).toContain("100から10000まで");
    expect(await error("policy.merges.0.name")).toContain("名前を入れて");
    expect(await error("policy.merges.0.members")).toContain("2つ以上");
    expect(await error("sessions.0.date")).toContain("日付を入れて");
    expect(await error("sessions.0.place.ja")).toContain("日本語を入れて");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("policy.smallestResidents");
    expect(await saved()).toMatchObject({ policy: { smallestResidents: 100, merges: [] } });

    await fill("policy.smallestResidents", "120");
    await page.click('[data-add="policy.toldExactly"]');
    await fill("policy.toldExactly.0", "2025-03-31");
    await page.selectOption('[id="policy.ages"]', "0-14,15-64,65+");
    await page.check('[data-row="policy.merges"] input[value="04"]');
    await fill("policy.merges.0.name", "南・西");
    await fill("sessions.0.date", "2026-12-05");
    await fill("sessions.0.place.ja", "北公民館");
    await fill("sessions.0.place.en", "North Hall");
    await fill("sessions.0.what.ja", "出張申請受付");
    await page.selectOption('[id="licence"]', "PDL-1.0");
    await page.click('[data-add="apply"]');
    await fill("apply.0.ja", "住民課の窓口で申請できます。");
    await fill("frame_ancestors", "https://www.town.example.jp");
    await page.click('[data-do="save"]');
    await announced(page, "設定を保存しました");
    expect(await page.locator("[data-status]").innerText()).toBe("設定を保存しました");
    expect(await saved()).toMatchObject({
      policy: {
        smallestResidents: 120,
        toldExactly: ["2025-03-31"],
        ages: ["0-14", "15-64", "65+"],
        merges: [{ name: "南・西", members: ["03", "04"] }],
      },
      licence: "PDL-1.0",
      apply: [{ ja: "住民課の窓口で申請できます。" }],
      sessions: [{ date: "2026-12-05", place: { ja: "北公民館", en: "North Hall" } }],
      frame_ancestors: ["https://www.town.example.jp"],
    });

    await page.click('[data-remove="sessions"]');
    expect(await page.locator("[data-changed]").innerText()).toContain("保存していない変更");
    await page.click('[data-do="undo"]');
    expect(await page.inputValue('[id="sessions.0.place.ja"]')).toBe("北公民館");
    expect(await page.locator("[data-changed]").innerText()).toBe("");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("that hold what looks like a personal number are refused by the server, and say so", async () => {
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context, "&view=settings");
    await page.fill('[id="contact.ja"]', "123456789018");
    await page.click('[data-do="save"]');
    const heading = page.locator("[data-result] [data-focus]:focus");
    await heading.waitFor();
    expect(await page.locator("[data-result]").innerText()).toContain("個人番号");
    await context.close();
  });
});

describe("whoever may not", () => {
  it("read only sees everything and is told why there are no buttons", async () => {
    const context = await product.visitor({ role: "reader" });
    const page = await openReleases(context);
    expect(await page.locator("[data-draft]").count()).toBe(0);
    expect(await page.locator("#draft").innerText()).toContain("公開の権限");
    await page.goto(`/releases?m=${SHIKA}&view=settings`);
    await page.waitForSelector("[data-settings]");
    expect(await page.isDisabled('[id="policy.smallestResidents"]')).toBe(true);
    expect(await page.locator('[data-do="save"]').isVisible()).toBe(false);
    await context.close();
  });

  it("is not signed in is asked to, and comes back", async () => {
    const context = await product.visitor({ role: null });
    const page = await openReleases(context);
    await page.locator("#releases a", { hasText: "サインインする" }).click();
    await page.waitForURL(/next=/);
    expect(new URL(page.url()).searchParams.get("next")).toBe(`/releases?m=${SHIKA}`);
    await context.close();
  });

  it("has no JavaScript reads how to publish without it", async () => {
    const context = await product.visitor({ role: null, javaScript: false });
    const page = await context.newPage();
    await page.goto("/releases");
    const text = await page.locator("main").innerText();
    for (const words of ["JavaScriptを有効に", "curl -H", "/api/v1/releases"]) expect(text).toContain(words);
    await context.close();
  });

  it("asks for a release that is not there is told so", async () => {
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context, "&id=rel_0");
    expect(await page.locator("#releases h1").innerText()).toBe("その公開版は見つかりません");
    await context.close();
  });
});

describe("WCAG 2.2 A and AA", { timeout: 600_000 }, () => {
  it("hold in every state, at both widths, without sideways scroll", async () => {
    const { body } = await product.api<{ release: { id: string } }>("/releases", {
      method: "POST",
      body: { municipality: SHIKA, through: "2026-09-30" },
    });
    const { id } = body.release;
    const context = await product.visitor({ role: "publisher" });
    const check = async (state: string, page: Awaited<ReturnType<typeof openReleases>>) => {
      for (const size of SIZES) {
        await page.setViewportSize(WIDTHS[size]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const found = await violationsInBothSchemes(page);
        expect({ state, size, overflow, found }).toEqual({ state, size, overflow: 0, found: [] });
      }
    };
    const overview = await openReleases(context);
    await check("overview", overview);
    expect(await overview.locator(".history .badge").first().isVisible()).toBe(true);
    await context.setOffline(true);
    await overview.click("[data-draft] .button");
    await announced(overview, "つながりませんでした");
    await context.setOffline(false);
    await check("failed", overview);
    const settings = await openReleases(context, "&view=settings");
    await settings.click('[data-add="sessions"]');
    await settings.click('[data-add="policy.merges"]');
    await settings.click('[data-do="save"]');
    await check("settings with faults", settings);
    const release = await openReleases(context, `&id=${id}`);
    await release.waitForSelector("#preview-panel iframe");
    await release.click("#proof ~ details summary");
    await release.click('[role="tab"][data-language="en"]');
    await check("release", release);
    await release.click('[data-do="publish"]');
    await check("publish dialog", release);
    await release.click("dialog [data-yes]");
    await announced(release, "公開しました");
    await check("published", release);
    await release.click('[data-do="withdraw"]');
    await release.click("dialog [data-yes]");
    await check("withdraw dialog", release);
    await context.close();
    const visitor = await product.visitor({ role: null });
    await check("signed out", await openReleases(visitor));
    await visitor.close();
  });
});

/** Runs in the page: writes that say nothing, until the Worker takes no more of them. */
async function spendAllWrites(): Promise<void> {
  const send = async () =>
    (await fetch("/api/v1/uploads?dry_run=true", { method: "POST", body: "x" })).status;
  for (let i = 0; i < 130; i++)
    if ((await Promise.all(Array.from({ length: 10 }, send))).includes(429)) return;
}

describe("too many writes", () => {
  it("are answered with how long to wait", async () => {
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context, "&view=settings");
    const heading = page.locator("[data-result] [data-focus]");
    // The minute that is counted can turn over at any moment, at most once in this test.
    for (let turn = 0; turn < 2 && !(await heading.allInnerTexts()).join().includes("送りすぎ"); turn++) {
      await page.evaluate(spendAllWrites);
      await page.click('[data-do="save"]');
      await heading.waitFor();
    }
    await announced(page, "続けて送りすぎました");
    expect(await page.locator("[data-result]").innerText()).toMatch(/\d+秒ほど待って/);
    await context.close();
  });
});
