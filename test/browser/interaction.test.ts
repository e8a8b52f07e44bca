import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { pagesOfVisitors } from "./open-page.js";
import { startSampleProduct } from "./upload-visit.js";
import { product, untilReady, visitor } from "./visitor.js";

const { open } = pagesOfVisitors();

describe("the date of 進捗", () => {
  it("moves every number and title, by keyboard too, and stays in the address", async () => {
    const { page, faults, close } = await open("/progress?date=2022-12-31");
    const lead = page.locator(".eyebrow", { hasText: "2022年12月末現在" });
    await lead.waitFor();
    const text = await page.locator("main").innerText();
    // 13,135 cards issued to 19,178 residents.
    for (const words of ["68.5", "あと6,043人", "2022年12月末の68.5%へ"]) expect(text).toContain(words);
    await page.focus('[data-key="date"]');
    await page.keyboard.press("ArrowUp");
    await page.locator(".eyebrow", { hasText: "2023年1月末現在" }).waitFor();
    expect(new URL(page.url()).searchParams.get("date")).toBe("2023-01-31");
    await page.getByText("最新に戻す").click();
    await page.locator(".eyebrow", { hasText: "2026年10月末現在" }).waitFor();
    expect(new URL(page.url()).searchParams.has("date")).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("date");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("a card's picture", () => {
  it("is a PNG of twice the drawing's size", async () => {
    const { page, faults, close } = await open("/progress");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-slot="progress-series"] [data-file="png"]'),
    ]);
    expect(file.suggestedFilename()).toBe("173843_progress-series_2026-10-31.png");
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(2 * (1040 + 40));
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the districts' controls", () => {
  it("change the figures and the address, and the address brings them back", async () => {
    const { page, faults, close } = await open("/districts");
    await page.selectOption('[data-key="date"]', "2022-12-31");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("date") === "2022-12-31");
    await page.selectOption('[data-key="measure"]', "issued");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("measure") === "issued");
    // 19,178 residents and 13,135 cards: 6,043 without.
    await page.waitForFunction(() => document.querySelector("main")!.textContent!.includes("6,043"));
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await untilReady(page);
    await page.waitForFunction(() => document.querySelector("main")!.textContent!.includes("6,043"));
    expect(await page.inputValue('[data-key="date"]')).toBe("2022-12-31");
    expect(faults).toEqual([]);
    await close();
  });

  it("work by keyboard", async () => {
    const { page, close } = await open("/districts");
    await page.focus('[data-key="measure"]');
    const before = await page.inputValue('[data-key="measure"]');
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction(
      (old) => (document.querySelector('[data-key="measure"]') as HTMLSelectElement).value !== old,
      before,
    );
    expect(new URL(page.url()).searchParams.get("measure")).not.toBeNull();
    await close();
  });
});

describe("a visitor", () => {
  it("sees every district roughly, and the town exactly", async () => {
    const { page, faults, close } = await open("/districts?measure=issued", { signedIn: false });
    await page.getByText(/10枚単位のおよその数です/).waitFor();
    const heading = await page.locator("main h1").innerText();
    expect(heading).toMatch(/^16地区に、まだ.*が295人/);
    const row = page.locator("#district-table tr", { hasText: "志加浦" });
    expect(await row.innerText()).not.toMatch(/秘匿|数字なし/);
    expect(faults).toEqual([]);
    await close();
  });

  it("signs in with the link of the start, sees the inside and signs out", async () => {
    const context = await visitor();
    const page = await context.newPage();
    await page.goto(`/sign-in#token=${product.token}`);
    await page.waitForURL(/\/progress/);
    expect(page.url()).not.toContain("token");
    await page.getByText("内部データ").first().waitFor();
    await page.getByText("サインアウト").first().click();
    await page.getByText("公開データ").first().waitFor();
    await context.close();
  });

  it("is told of a wrong token in words", async () => {
    const context = await visitor();
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.fill("#token", "ikw_wrong");
    await page.click("#sign-in button[type=submit]");
    const message = page.locator("#sign-in-message", { hasText: "トークン" });
    await message.waitFor();
    expect(await message.getAttribute("role")).toBe("alert");
    await context.close();
  });
});

describe("the page of differences", () => {
  it("names what a corrected file changed", async () => {
    const own = await startSampleProduct();
    const context = await own.visitor({ role: "uploader" });
    const csv = await (
      await context.request.get("/api/v1/figures.csv?municipality=173843&from=2026-10-31")
    ).text();
    const lines = csv.trimEnd().split("\r\n");
    const at = lines.findIndex((line) => line.includes(",01,40-44,male,"));
    const cells = lines[at]!.split(",");
    const issued = Number(cells[8]);
    cells[8] = String(issued - 1);
    lines[at] = cells.join(",");
    const headers = { origin: own.url, "content-type": "text/csv" };
    const answer = await context.request.post("/api/v1/uploads?synthetic=true&accept_warnings=true", {
      headers,
      data: lines.join("\r\n"),
    });
    expect(answer.status()).toBe(201);
    const upload = (await answer.json()) as { id: string; changes: { changed: number } };
    expect(upload.changes).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 607 });

    const page = await context.newPage();
    await page.goto(`/uploads?id=${upload.id}`);
    await page.waitForSelector("#uploads table");
    const text = await page.locator("#uploads").innerText();
    for (const words of ["高浜", "40～44歳", issued.toLocaleString(), (issued - 1).toLocaleString()])
      expect(text).toContain(words);
    await context.close();
    await own.stop();
  });
});
