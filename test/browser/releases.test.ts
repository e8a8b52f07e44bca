import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTown, sendMonth, townFile } from "./release-town.js";
import { announced, openReleases } from "./release-visit.js";
import { SHIKA, startEmptyProduct, tabTo, watchUploads, type OwnProduct } from "./upload-visit.js";
import { browser } from "./visitor.js";

let product: OwnProduct;
beforeAll(async () => {
  product = await startEmptyProduct();
  await loadTown(product.api);
});
afterAll(async () => {
  await product?.stop();
});

/** The as-of date of what `latest` names; null where nothing is published. */
async function latestDate(): Promise<string | null> {
  const answer = await fetch(`${product.url}/open-data/${SHIKA}/latest/release.json`);
  return answer.ok ? ((await answer.json()) as { through: string }).through : null;
}

/** The words of the residents' page. */
async function publicPage(): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${product.url}/?m=${SHIKA}&lang=ja`);
  const text = await page.locator("body").innerText();
  await page.close();
  return text;
}

/** The words inside the first preview, once it has come near and is loaded. */
async function previewText(page: Page): Promise<string> {
  await page.locator("#preview-panel iframe").first().scrollIntoViewIfNeeded();
  const body = page.frameLocator("#preview-panel iframe >> nth=0").locator("body");
  await body.getByText("現在").first().waitFor();
  return body.innerText();
}

describe("a release, by keyboard alone", { timeout: 600_000 }, () => {
  it("is drafted, previewed, published, corrected and withdrawn", async () => {
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context);
    const faults = watchUploads(page, product.url);
    expect(await page.locator("#now").innerText()).toContain("まだ何も公開していません");
    expect(await page.locator("#archive").innerText()).toContain("まだありません");

    await tabTo(page, "[data-draft] .button");
    await page.keyboard.press("Enter");
    await page.locator("#draft-result progress").or(page.locator("[data-result]")).first().waitFor();
    await announced(page, "公開できます");
    const report = page.locator("#releases");
    for (const words of [
      "2026年9月末までの下書き",
      "何を公開するか",
      "10枚単位のおよその数",
      "一人ひとりが分からないことの確かめ",
      "もとの数を言い当てられる確率は最大",
      "はじめての公開です",
    ])
      expect(await report.innerText()).toContain(words);
    expect(await report.innerText()).not.toContain("秘匿");
    expect(await previewText(page)).toContain("2026年9月末現在");
    expect(await latestDate()).toBeNull();

    await page.locator("[data-title]").focus();
    await tabTo(page, '[data-do="publish"]');
    await page.keyboard.press("Enter");
    await tabTo(page, "dialog [data-yes]");
    await page.keyboard.press("Enter");
    await announced(page, "2026年9月末までの数字を公開しました");
    expect(await page.locator("#release-status").innerText()).toContain("公開しました");
    expect(await page.locator("[data-facts]").innerText()).toMatch(/公開\s+20\d\d/);
    expect(await page.locator("[data-badge]").innerText()).toBe("いま公開中");
    expect(await latestDate()).toBe("2026-09-30");
    expect(await publicPage()).toContain("2026年9月末");

    await sendMonth(product.api, townFile("2026-09-30", 3));
    await sendMonth(product.api, townFile("2026-10-31", 8));
    await page.goto(`/releases?m=${SHIKA}`);
    expect(await page.locator("#now").innerText()).toContain("2026年9月末までの数字");
    expect(await page.inputValue("#through")).toBe("2026-10-31");
    await tabTo(page, "[data-draft] .button");
    await page.keyboard.press("Enter");
    await announced(page, "公開できます");
    const differences = await page.locator("[data-differences]").innerText();
    expect(differences).toContain("2026年10月末の数字が加わります");
    expect(differences).toMatch(/\d+個の値が変わります/);
    expect(await publicPage()).toContain("2026年9月末");

    await tabTo(page, '[data-do="publish"]');
    await page.keyboard.press("Space");
    await tabTo(page, "dialog [data-yes]");
    await page.keyboard.press("Space");
    await announced(page, "2026年10月末までの数字を公開しました");
    expect(await latestDate()).toBe("2026-10-31");
    expect(await publicPage()).toContain("2026年10月末");

    await tabTo(page, '[data-do="withdraw"]');
    await page.keyboard.press("Enter");
    await tabTo(page, "dialog [data-yes]");
    await page.keyboard.press("Enter");
    expect(await page.locator("#reason-error").innerText()).toBe("理由を書いてください。");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("reason");
    await page.fill("#reason", "字".repeat(501));
    expect(await page.locator("dialog [data-count]").innerText()).toBe("501/500字");
    await page.locator("dialog [data-yes]").press("Enter");
    expect(await page.locator("#reason-error").innerText()).toContain("1字減らしてください");
    await page.fill("#reason", "10月分の元の表に誤りがあったため");
    await tabTo(page, "dialog [data-yes]");
    await page.keyboard.press("Enter");
    await announced(page, "2026年10月末までの公開版を取り下げました");
    expect(await page.locator("[data-result]").innerText()).toContain(
      "2026年9月末までの公開版が見えています",
    );
    expect(await latestDate()).toBe("2026-09-30");
    expect(await publicPage()).toContain("2026年9月末");

    await page.goto(`/releases?m=${SHIKA}`);
    await page.waitForSelector(".history tbody tr");
    const rows = await page.locator(".history tbody tr").allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain("10月分の元の表に誤りがあったため");
    expect(rows[1]).toContain("いま公開中");
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a draft that was overtaken", { timeout: 600_000 }, () => {
  it("is refused where it is published, and made again with one press", async () => {
    const draft = async () =>
      (
        await product.api<{ release: { id: string } }>("/releases", {
          method: "POST",
          body: { municipality: SHIKA, through: "2026-10-31" },
        })
      ).body.release.id;
    const [mine, other] = [await draft(), await draft()];
    const context = await product.visitor({ role: "publisher" });
    const page = await openReleases(context, `&id=${mine}`);
    await product.api(`/releases/${other}/publish`, { method: "POST" });
    await page.click('[data-do="publish"]');
    await page.click("dialog [data-yes]");
    await announced(page, "この下書きは古くなりました");
    expect(await page.locator("#release-alert").innerText()).toContain("下書きを作り直してください");
    await page.reload();
    await page.locator("[data-result]", { hasText: "この下書きは古くなりました" }).waitFor();
    expect(await page.locator('[data-do="publish"]').count()).toBe(0);
    await page.click('[data-do="redraft"]');
    await announced(page, "公開できます");
    expect(new URL(page.url()).searchParams.get("id")).not.toBe(mine);
    await context.close();
  });
});
