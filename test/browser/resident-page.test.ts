import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { residentPages } from "../../dashboards/residents/resident-pages.js";
import type { TownSettings } from "../../data/contract/town-settings.js";
import { chartDocument } from "../dashboards/drawing.js";
import { triedRelease } from "../dashboards/public-release.js";
import { violations, violationsInBothSchemes } from "./axe.js";
import { browser, visitor, watch, WIDTHS } from "./visitor.js";

const folder = mkdtempSync(join(tmpdir(), "ikiwatari-residents-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

const LANGUAGES = ["ja", "easy", "en"] as const;
/** The residents' page, 数字のよみかた, and a town that has published nothing. */
const ADDRESSES = ["/?", "/reading?", "/?m=172073&"];

/** Elements that stick out of the window, and what a finger is to meet that is lower than 44 px. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const name = (e: Element) => `${e.tagName} ${e.className} ${e.textContent?.slice(0, 20)}`;
    const box = (e: Element) => e.getBoundingClientRect();
    const shown = [...document.querySelectorAll("body *")].filter((e) => box(e).width > 0);
    const wide = shown.filter((e) => !e.closest(".scroll, svg") && box(e).right > innerWidth + 1);
    const alone = "nav a, .links a, .button, summary, select, button, input, .phone, .brand a";
    const low = shown.filter((e) => e.matches(alone) && box(e).height < 43.9);
    return [...wide.map((e) => `wide: ${name(e)}`), ...low.map((e) => `low: ${name(e)}`)];
  });

const SESSION = { time: "13:30～16:00", place: { ja: "富来活性化センター" }, what: { ja: "出張申請受付" } };
const FULL: Partial<TownSettings> = {
  apply: [
    {
      ja: "志賀町役場1階の住民課で、平日の8時30分から17時15分まで受け付けています。写真もその場で撮れます。",
    },
  ],
  sessions: ["2026-11-20", "2026-11-28", "2026-12-12", "2026-12-19"].map((date) => ({ date, ...SESSION })),
  contact: { ja: "志賀町住民課 0767-32-1111(代表)" },
};
const NAMES = Array.from({ length: 24 }, (_, i) => `第${i + 1}地区`);

/** A page of a made-up release as a file, the way it lies in storage. */
function stored(name: string, town: Parameters<typeof triedRelease>[0]): string {
  const data = { name: "data.csv", mediaType: "text/csv", bytes: new TextEncoder().encode("a\r\n1\r\n") };
  const pages = residentPages(triedRelease(town), { document: chartDocument(), files: [data] });
  const path = join(folder, name);
  writeFileSync(path, pages.get(name)!);
  return pathToFileURL(path).href;
}

describe("the residents' page", () => {
  it.each(LANGUAGES)(
    "keeps to WCAG 2.2 A and AA in both colour schemes, and fits windows of 320 to 1280 px: %s",
    async (lang) => {
      const context = await visitor();
      const page = await context.newPage();
      for (const path of ADDRESSES) {
        await page.goto(`${path}lang=${lang}`);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect({ path, width, found: await misfits(page) }).toEqual({ path, width, found: [] });
        }
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        // Words differ by language, places and colours do not.
        for (const size of lang === "ja" ? Object.values(WIDTHS) : [WIDTHS.phone]) {
          await page.setViewportSize(size);
          expect({ path, size, found: await violationsInBothSchemes(page) }).toEqual({
            path,
            size,
            found: [],
          });
        }
      }
      await context.close();
    },
  );

  it("is whole without JavaScript, in one request, and leaves the origin for nothing", async () => {
    const context = await visitor({ javaScript: false, size: "phone" });
    const page = await context.newPage();
    const faults = watch(page);
    const requests: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("data:")) requests.push(request.url());
    });
    await page.goto("/?lang=ja");
    expect(requests).toHaveLength(1);
    expect(faults).toEqual([]);
    expect(await page.locator("h1").innerText()).toContain("カードを持っています");
    expect(await page.locator(".chart .narrow svg").first().isVisible()).toBe(true);
    await page.locator("summary").first().click();
    expect(await page.locator("details[open] table").first().isVisible()).toBe(true);
    await context.close();
  });

  it("is walked through by keyboard from the skip link on, in the order it is read", async () => {
    const context = await visitor({ size: "phone" });
    const page = await context.newPage();
    await page.goto("/?lang=en");
    const stops: string[] = [];
    while (stops.length < 8) {
      await page.keyboard.press("Tab");
      // Where several towns have published, their choice stands between the languages and the page.
      const stop = await page.evaluate(() =>
        document.activeElement!.closest("form") ? null : document.activeElement!.textContent!.trim(),
      );
      if (stop !== null) stops.push(stop);
    }
    expect(stops[0]).toBe("Skip to content");
    expect(stops.slice(2, 5)).toEqual(["日本語", "やさしい日本語", "English"]);
    expect(stops.slice(5, 8)).toEqual(["See how to apply", "Charts", "Show the numbers as a table"]);
    await context.close();
  });

  it("changes its language and leads to 数字のよみかた and back", async () => {
    const context = await visitor({ javaScript: false });
    const page = await context.newPage();
    await page.goto("/?lang=ja");
    await page.getByRole("link", { name: "English" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("link", { name: "How to read the numbers" }).click();
    expect(await page.locator("h1").innerText()).toBe("How to read the numbers");
    await page.getByRole("link", { name: "Back to the main page" }).click();
    expect(new URL(page.url()).pathname).toBe("/");
    await context.close();
  });
});

describe("on paper", () => {
  const towns = [
    { what: "the sample's town", town: {} },
    { what: "everything that fits", town: { names: NAMES, months: 67, settings: FULL } },
    { what: "small districts, many told as one", town: { size: 5, settings: FULL } },
    {
      what: "a city of a hundred districts",
      town: { names: Array.from({ length: 100 }, (_, i) => `町${i}`), settings: FULL },
    },
  ];
  it.each(towns.flatMap((t) => LANGUAGES.map((language) => ({ ...t, language }))))(
    "$what, $language, is one page of A4",
    async ({ town, language }) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(stored(`page.${language}.html`, town));
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      const [width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map(Number);
      expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
      await page.emulateMedia({ media: "print" });
      for (const place of ["h1", ".first .narrow svg", ".ways", ".foot-paper"])
        expect(await page.locator(place).first().isVisible()).toBe(true);
      for (const place of [".langs", "summary", ".button", "#share"])
        expect(await page.locator(place).first().isVisible()).toBe(false);
      await page.context().close();
    },
  );
});

describe("the single-file copy", () => {
  it("opens from a disk, asks for nothing, and gives its data out", async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    const requests: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => requests.push(request.url().slice(0, 40)));
    page.on("console", (message) => errors.push(message.text()));
    const address = stored("copy.html", { settings: FULL });
    await page.goto(address);
    expect(await page.locator("h1").first().innerText()).toContain("志賀町");
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:,"))).toEqual([]);
    expect(errors).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("data.csv").click()]);
    expect(readFileSync(await download.path(), "utf8")).toBe("a\r\n1\r\n");
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    expect(await misfits(page)).toEqual([]);
    await context.close();
  });

  it("keeps to WCAG 2.2 A and AA", async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(stored("copy.html", { settings: FULL }));
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
