import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  focusedHeading,
  lastMonths,
  loadMonths,
  openUploads,
  SHIKA,
  startEmptyProduct,
  watchUploads,
  type OwnProduct,
} from "./upload-visit.js";

const [earlier, month] = lastMonths(2) as [Month, Month];
type Month = ReturnType<typeof lastMonths>[number];
const FILE = { name: month.name, mimeType: "text/csv", buffer: Buffer.from(month.text) };

let product: OwnProduct;
beforeAll(async () => {
  product = await startEmptyProduct();
  await loadMonths(product.api, [earlier]);
});
afterAll(async () => {
  await product?.stop();
});

/** Runs in the page: writes that say nothing, until the Worker takes no more of them. */
async function spendAllWrites(): Promise<void> {
  const send = async () =>
    (await fetch("/api/v1/uploads?dry_run=true", { method: "POST", body: "x" })).status;
  for (let i = 0; i < 130; i++)
    if ((await Promise.all(Array.from({ length: 10 }, send))).includes(429)) return;
}

describe("a failure on the way", () => {
  it("of the line keeps the file, and one press sends it again", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    await context.setOffline(true);
    await page.setInputFiles(".drop-zone input", FILE);
    await focusedHeading(page, "つながりませんでした");
    expect(await page.locator("#upload-alert").innerText()).toContain("つながりませんでした");
    await context.setOffline(false);
    await page.click("text=もう一度送る");
    await focusedHeading(page, "確かめてください");
    await context.close();
  });

  it("of a session that has ended leads to the sign-in and back", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    await context.clearCookies();
    await page.setInputFiles(".drop-zone input", FILE);
    await focusedHeading(page, "サインインの期限");
    await page.click("#upload-result a");
    await page.waitForURL(/\/sign-in/);
    expect(new URL(page.url()).searchParams.get("next")).toBe(`/uploads?m=${SHIKA}`);
    await context.close();
  });

  it("of a file that is too large says so", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const faults = watchUploads(page, product.url);
    await page.setInputFiles(".drop-zone input", { ...FILE, buffer: Buffer.alloc(5 * 1024 * 1024 + 1, "1") });
    await focusedHeading(page, "大きすぎます");
    // What is within the limit by itself goes over it with the form around it: the server says so.
    await page.setInputFiles(".drop-zone input", { ...FILE, buffer: Buffer.alloc(5 * 1024 * 1024, "1") });
    await page.waitForResponse((answer) => answer.status() === 413);
    await focusedHeading(page, "大きすぎます");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("of too many writes says how long to wait", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const heading = page.locator("#upload-result [data-focus]");
    // The minute that is counted can turn over at any moment, at most once in this test.
    for (let turn = 0; turn < 2 && !(await heading.allInnerTexts()).join().includes("送りすぎ"); turn++) {
      await page.evaluate(spendAllWrites);
      await page.setInputFiles(".drop-zone input", FILE);
      await page.locator("#upload-result progress").waitFor({ state: "detached" });
      await heading.waitFor();
    }
    expect(await focusedHeading(page, "送りすぎ")).toBe("続けて送りすぎました");
    expect(await page.locator("#upload-result").innerText()).toMatch(/\d+秒ほど待って/);
    await context.close();
  });

  it("of two files at once asks for one", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    await page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of ["a.csv", "b.csv"]) data.items.add(new File(["x"], name));
      const drop = new DragEvent("drop", { bubbles: true, dataTransfer: data });
      document.querySelector(".drop-zone")!.dispatchEvent(drop);
    });
    expect(await focusedHeading(page, "1つずつ")).toBe("ファイルは1つずつ置いてください");
    await context.close();
  });
});

describe("a ledger that moves between check and taking in", () => {
  const CODE = "172014";
  const small = (date: string, held: number) =>
    [
      "全国地方公共団体コード,基準日,地区,人口,保有枚数",
      ...["北", "南"].map((district) => [CODE, date, district, 1000, held].join(",")),
    ].join("\r\n");

  it("is checked again, and its new warning seen before anything is written", async () => {
    const send = async (text: string) => {
      const body = new FormData();
      body.set("file", new File([text], "small.csv", { type: "text/csv" }));
      body.set("mapping", JSON.stringify({ register_districts: true }));
      const answer = await context.request.fetch("/api/v1/uploads", {
        method: "POST",
        headers: { origin: product.url },
        multipart: body,
      });
      expect(answer.status()).toBe(201);
    };
    const count = async () =>
      (await product.api<{ uploads: unknown[] }>(`/uploads?municipality=${CODE}`)).body.uploads.length;
    const context = await product.visitor();
    await send(small("2026-07-31", 500));
    const page = await openUploads(context, CODE);
    const later = { name: "small.csv", mimeType: "text/csv", buffer: Buffer.from(small("2026-08-31", 510)) };
    await page.setInputFiles(".drop-zone input", later);
    await focusedHeading(page, "2行を取り込めます");
    await send(small("2026-09-30", 520));
    await page.click("[data-take-in] .button");
    await focusedHeading(page, "取り込む前に");
    const text = await page.locator("#upload-result").innerText();
    for (const words of ["台帳が変わったため", "二つの基準日の間"]) expect(text).toContain(words);
    expect(await count()).toBe(2);
    await page.click("text=確かめました。このまま取り込む");
    await focusedHeading(page, "2行を取り込みました");
    expect(await count()).toBe(3);
    await context.close();
  });
});

describe("a second file", () => {
  it("replaces one that is still being sent, and a press stops one", async () => {
    const context = await product.visitor();
    const page = await openUploads(context);
    const line = await context.newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2000 };
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", slow);
    const large = { ...FILE, name: "large.csv", buffer: Buffer.alloc(4_000_000, "x") };
    await page.setInputFiles(".drop-zone input", large);
    await page.locator("#upload-result progress").waitFor();
    expect(await page.locator("#upload-status").innerText()).toContain("送っています");
    await line.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
    await page.setInputFiles(".drop-zone input", FILE);
    await focusedHeading(page, "確かめてください");
    expect(await page.locator("#upload-result .facts").innerText()).toContain(month.name);

    await line.send("Network.emulateNetworkConditions", slow);
    await page.setInputFiles(".drop-zone input", large);
    await page.click("text=やめる");
    await page.locator("#upload-status", { hasText: "やめました" }).waitFor({ state: "attached" });
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("ファイルを選ぶ");
    await context.close();
  });
});

describe("whoever may not or cannot", () => {
  it("read only sees the history and is told why", async () => {
    const context = await product.visitor({ role: "reader" });
    const page = await openUploads(context);
    expect(await page.locator(".drop-zone, [data-take-back]").count()).toBe(0);
    expect(await page.locator("#uploads").innerText()).toContain("取り込みの権限");
    expect(await page.locator(".history tbody tr").count()).toBe(1);
    await context.close();
  });

  it("is not signed in is asked to, and comes back", async () => {
    const context = await product.visitor({ role: null });
    const page = await context.newPage();
    await page.goto(`/uploads?m=${SHIKA}`);
    await page.locator("#uploads a", { hasText: "サインインする" }).click();
    await page.waitForURL(/next=/);
    expect(new URL(page.url()).searchParams.get("next")).toBe(`/uploads?m=${SHIKA}`);
    await context.close();
  });

  it("has no JavaScript reads how to send a file without it", async () => {
    const context = await product.visitor({ javaScript: false });
    const page = await context.newPage();
    await page.goto("/uploads");
    const text = await page.locator("main").innerText();
    for (const words of ["JavaScriptを有効に", "curl -H", "/api/v1/uploads?dry_run=true"])
      expect(text).toContain(words);
    await context.close();
  });
});
