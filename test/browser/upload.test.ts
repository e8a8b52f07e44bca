import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OSAKA } from "../osaka-mapping.js";
import { violationsInBothSchemes } from "./axe.js";
import {
  dropFiles,
  focusedHeading,
  lastMonths,
  loadMonths,
  openUploads,
  SHIKA,
  startEmptyProduct,
  tabTo,
  watchUploads,
  type OwnProduct,
} from "./upload-visit.js";
import { WIDTHS } from "./visitor.js";

const OSAKA_FILE = fileURLToPath(
  new URL("../../../shared/data/osaka/osaka-20221130-north.csv", import.meta.url),
);
const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
const [earlier, month] = lastMonths(2) as [Month, Month];
type Month = ReturnType<typeof lastMonths>[number];
const asFile = (text: string, name: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

let product: OwnProduct;
beforeAll(async () => {
  product = await startEmptyProduct();
  await loadMonths(product.api, [earlier]);
});
afterAll(async () => {
  await product?.stop();
});

const uploads = async (town: string): Promise<{ id: string; taken_back_in: number | null }[]> =>
  (
    await product.api<{ uploads: { id: string; taken_back_in: number | null }[] }>(
      `/uploads?municipality=${town}`,
    )
  ).body.uploads;

/** A month with texts for counts and words for sexes, every so many rows. */
const spoiled = month.text
  .split("\n")
  .map((line, i) => (i > 0 && i % 3 === 0 ? line.replace(/,[男女],/, ",不明,") : line))
  .map((line, i) => (i > 0 && i % 5 === 0 ? line.replace(/,(\d+)(\r?)$/, ",x$1$2") : line))
  .join("\n");

describe("a file of a city's own, by drag and drop", () => {
  if (!existsSync(OSAKA_FILE)) console.warn("skipped: ../shared/data/osaka is not beside the project");

  it.runIf(existsSync(OSAKA_FILE))("is taken in with the reading that was proposed", async () => {
    const context = await product.visitor();
    const page = await openUploads(context, OSAKA);
    const faults = watchUploads(page, product.url);
    await dropFiles(page, [OSAKA_FILE]);
    expect(await focusedHeading(page, "列の読み方")).toContain("確かめてください");
    expect(await page.inputValue('[name="column-held-0"]')).toBe("h取得者数");
    await page.click('[data-mapping] [data-do="check"]');
    await focusedHeading(page, "902行を取り込めます");
    const result = page.locator("#upload-result");
    for (const words of ["CSV(CP932)", "57.4", "677,193枚 / 住民1,180,215人", "世帯数"])
      expect(await result.innerText()).toContain(words);
    expect(await page.locator(".effect svg:visible").count()).toBe(1);
    expect(await uploads(OSAKA)).toEqual([]);

    await page.click("text=この読み方を保存する");
    await page.getByText("次からはこの読み方で読みます").last().waitFor();
    await dropFiles(page, [OSAKA_FILE]);
    await page.getByText("保存した読み方で読みました").waitFor();
    await page.click("[data-take-in] .button");
    await focusedHeading(page, "902行を取り込みました");
    const { body } = await product.api<{ held: { count: number; percent: string }; population: number }>(
      `/headline?municipality=${OSAKA}`,
    );
    expect([body.held.count, body.population, body.held.percent]).toEqual([677193, 1180215, "57.4"]);

    await dropFiles(page, [OSAKA_FILE]);
    await focusedHeading(page, "すでに取り込まれています");
    expect(await uploads(OSAKA)).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a month by keyboard alone", () => {
  it("goes from the choice of a file to its taking back", async () => {
    const figures = async () =>
      (await fetchText(`/api/v1/figures.csv?municipality=${SHIKA}`)).split("\r\n").length;
    const context = await product.visitor();
    const fetchText = async (path: string) => (await context.request.get(path)).text();
    const before = await fetchText(`/api/v1/figures.csv?municipality=${SHIKA}`);
    const rows = await figures();
    const page = await openUploads(context);
    const faults = watchUploads(page, product.url);

    // Asked for before the way there: the browser needs a moment to hand its chooser over.
    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, '.drop-zone [data-do="choose"]');
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(asFile(month.text, month.name));
    expect(await focusedHeading(page, "確かめてください")).toMatch(/取り込む前に、\d+か所/);
    expect(await page.locator("#upload-status").innerText()).toContain("確かめてください");
    expect(await figures()).toBe(rows);

    await tabTo(page, "[data-take-in] [name=synthetic]");
    expect(await page.isChecked("[data-take-in] [name=synthetic]")).toBe(true);
    await tabTo(page, "[data-take-in] .button");
    await page.keyboard.press("Enter");
    await focusedHeading(page, "608行を取り込みました");
    expect(await figures()).toBe(rows + 608);
    const [taken] = await uploads(SHIKA);
    await page.locator(`.history [data-take-back="${taken!.id}"]`).waitFor();

    await tabTo(page, "#upload-result [data-take-back]");
    await page.keyboard.press("Space");
    await tabTo(page, "dialog [data-no]");
    await page.keyboard.press("Enter");
    await page.locator("dialog").waitFor({ state: "detached" });
    await tabTo(page, `[data-take-back="${taken!.id}"]`);
    await page.keyboard.press("Space");
    await tabTo(page, "dialog [data-yes]");
    await page.keyboard.press("Space");
    expect(await focusedHeading(page, "取り消しました")).toContain("取り消しました(版");
    expect(await page.locator("#upload-status").innerText()).toContain("取り消しました");
    expect(await fetchText(`/api/v1/figures.csv?municipality=${SHIKA}`)).toBe(before);
    await page.locator(".history .is-undone", { hasText: "取り消し済み" }).waitFor();
    expect((await uploads(SHIKA)).find((u) => u.id === taken!.id)!.taken_back_in).not.toBeNull();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a file with faults", () => {
  it("is refused with every reason, said at once, and nothing is written", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const faults = watchUploads(page, product.url);
    const before = await uploads(SHIKA);
    await page.setInputFiles(".drop-zone input", asFile(spoiled, "faults.csv"));
    const heading = await focusedHeading(page, "取り込めません");
    expect(heading).toMatch(/直すところが\d+か所あります/);
    const alert = page.getByRole("alert").filter({ hasText: heading });
    expect(await alert.count()).toBe(1);
    const first = page.locator(".issues tbody tr").first();
    expect(await first.innerText()).toMatch(/^4\s+性別\s+直す\s*性別は/);
    await page.selectOption(".upload-filter select", "not_a_count");
    const rows = await page.locator(".issues tbody tr").allInnerTexts();
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.every((row) => row.includes("数として読めません"))).toBe(true);
    expect(await page.locator("[data-take-in]").count()).toBe(0);
    expect(await uploads(SHIKA)).toEqual(before);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("that may be personal shows neither its value nor a way to read it otherwise", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const text = month.text.replace(/,(\d+)(\r?\n)/, ",983205673214$2");
    await page.setInputFiles(".drop-zone input", asFile(text, "number.csv"));
    await focusedHeading(page, "取り込めません");
    const shown = await page.locator("#upload-result").innerText();
    expect(shown).toContain("個人番号");
    expect(await page.content()).not.toContain("983205673214");
    expect(await page.locator("[data-mapping]").count()).toBe(0);
    await context.close();
  });
});

describe("a reading that is changed", () => {
  it("must be checked before it is taken in, and is checked with what was chosen", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const renamed = month.text.replace("保有枚数", "手もとの枚数");
    await page.setInputFiles(".drop-zone input", asFile(renamed, "renamed.csv"));
    await focusedHeading(page, "確かめてください");
    expect(await page.locator(".tile-absent").innerText()).toContain("保有枚数率");
    await page.selectOption('[name="column-held-0"]', "h手もとの枚数");
    expect(await page.isDisabled("[data-take-in] .button")).toBe(true);
    await page.click('[data-mapping] [data-do="check"]');
    await page.getByText("この画面で選んだ読み方で読みました").waitFor();
    expect(await page.locator(".tile-absent").count()).toBe(0);
    expect(await page.isDisabled("[data-take-in] .button")).toBe(false);
    await context.close();
  });
});

describe("WCAG 2.2 A and AA, and no sideways scroll", () => {
  it("hold in every state, at both widths, in both colour schemes", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const holds = async (state: string) => {
      for (const size of SIZES) {
        await page.setViewportSize(WIDTHS[size]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        const found = await violationsInBothSchemes(page);
        expect({ state, width, found }).toEqual({ state, width: WIDTHS[size].width, found: [] });
      }
    };
    await holds("history");
    await page.setInputFiles(".drop-zone input", asFile(month.text, month.name));
    await focusedHeading(page, "確かめてください");
    await holds("checked");
    await page.setInputFiles(".drop-zone input", asFile(spoiled, "faults.csv"));
    await focusedHeading(page, "取り込めません");
    await holds("refused");
    await page.locator(".history [data-take-back]").first().click();
    await page.waitForSelector("dialog");
    await holds("asked");
    await page.keyboard.press("Escape");
    await page.setInputFiles(".drop-zone input", {
      ...asFile("x", "old.xls"),
      mimeType: "application/vnd.ms-excel",
    });
    await focusedHeading(page, "この形式");
    await holds("unknown kind");
    await context.close();
  });
});
