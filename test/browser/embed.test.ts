import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApiClient } from "../../scripts/api-client.js";
import { findFreePort } from "../../scripts/ports.js";
import type { RunningWorker } from "../../scripts/server-process.js";
import { violationsInBothSchemes } from "./axe.js";
import { layEmptyState, startBuiltWorker } from "./built-worker/start.js";
import { browser, visitor, watch, WIDTHS } from "./visitor.js";

const SHIKA = "173843";
const CHARTS = ["progress", "remaining", "ages", "districts", "flow"];
const LANGUAGES = ["ja", "easy", "en"];
const SIZES = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];

/** Texts of drawings that reach beyond their drawing, or lie on each other. A pixel is the fonts' own. */
const misplacedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.getClientRects().length === 0 || svg.parentElement?.closest("svg")) continue;
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")]
        .filter((t) => t.textContent !== "")
        .map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
      for (const [i, { text, box }] of boxes.entries()) {
        if (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1
        )
          faults.push(`outside: ${text}`);
        for (const other of boxes.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Line boxes are taller than letters: lines of one label may share some of that.
          if (across > 1 && down > 0.4 * Math.min(box.height, other.box.height))
            faults.push(`on each other: ${text} | ${other.text}`);
        }
      }
    }
    return faults;
  });

describe("an embedded chart", () => {
  it.each(LANGUAGES)(
    "breaks no rule of WCAG, keeps its texts apart, and sets nothing, at both widths: %s",
    async (language) => {
      const context = await visitor();
      const page = await context.newPage();
      const faults = watch(page);
      for (const chart of CHARTS) {
        const answer = await page.goto(`/embed/${SHIKA}/${chart}?lang=${language}`);
        expect(answer!.status()).toBe(200);
        await page.locator("summary").click();
        for (const size of SIZES) {
          await page.setViewportSize(WIDTHS[size]);
          // Words differ by language, places and colours do not.
          const axe = language === "ja" || size === "phone" ? await violationsInBothSchemes(page) : [];
          const found = { axe, texts: await misplacedTexts(page), faults };
          expect({ chart, size, ...found }).toEqual({ chart, size, axe: [], texts: [], faults: [] });
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          expect(scrollWidth).toBe(clientWidth);
        }
        expect(await page.evaluate(() => document.cookie)).toBe("");
      }
      expect(await context.cookies()).toEqual([]);
      await context.close();
    },
  );

  it("fits into the frame that its code makes", async () => {
    const context = await visitor();
    const page = await context.newPage();
    for (const chart of CHARTS) {
      for (const width of ["full", "wide", "narrow"]) {
        await page.goto(`/embed?m=${SHIKA}&chart=${chart}&lang=ja&width=${width}`);
        const frame = page.frameLocator(".preview iframe");
        await frame.locator("h1").waitFor();
        const cut = await frame.locator("html").evaluate((html) => html.scrollHeight - html.clientHeight);
        expect({ chart, width, cut }).toEqual({ chart, width, cut: 0 });
      }
    }
    await context.close();
  });

  it("has its text inside of the picture when it stands alone", async () => {
    const context = await visitor();
    const page = await context.newPage();
    for (const language of LANGUAGES) {
      for (const chart of CHARTS) {
        await page.goto(`/charts/${SHIKA}/${chart}.svg?lang=${language}`);
        const fault = await page.evaluate(() => document.querySelector("parsererror")?.textContent ?? null);
        expect(fault).toBeNull();
        expect({ chart, language, texts: await misplacedTexts(page) }).toEqual({
          chart,
          language,
          texts: [],
        });
      }
    }
    await context.close();
  });
});

describe("the maker of codes", () => {
  it("works without script", async () => {
    const context = await visitor({ javaScript: false });
    const page = await context.newPage();
    await page.goto(`/embed?m=${SHIKA}`);
    await page.selectOption("select[name=chart]", "flow");
    await page.selectOption("select[name=lang]", "en");
    await page.locator("form button").click();
    expect(await page.inputValue("textarea")).toContain(`/embed/${SHIKA}/flow?lang=en`);
    expect(await page.locator(".copy").isVisible()).toBe(false);
    await context.close();
  });

  it.each(LANGUAGES)("breaks no rule of WCAG at either width: %s", async (language) => {
    const context = await visitor();
    const page = await context.newPage();
    const faults = watch(page);
    await page.goto(`/embed?m=${SHIKA}&lang=${language}`);
    expect(await page.locator(".copy").isVisible()).toBe(true);
    for (const size of SIZES) {
      await page.setViewportSize(WIDTHS[size]);
      expect({ size, found: await violationsInBothSchemes(page) }).toEqual({ size, found: [] });
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("frame-ancestors", () => {
  const state = mkdtempSync(join(tmpdir(), "ikiwatari-"));
  const hosts: Server[] = [];
  let worker: RunningWorker;
  let allowed = 0;
  let foreign = 0;

  /** A site of somebody else, on a port of its own, with the town's chart in a frame. */
  async function host(): Promise<number> {
    const port = await findFreePort();
    const server = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html");
      answer.end(`<iframe src="${worker.url}/embed/${SHIKA}/remaining" title="chart"></iframe>`);
    });
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    hosts.push(server);
    return port;
  }

  beforeAll(async () => {
    layEmptyState(inject("prepared").worker, state);
    const token = "ikw_token-of-the-frames-test";
    worker = await startBuiltWorker(inject("prepared").worker, state, token);
    [allowed, foreign] = [await host(), await host()];
    const api = createApiClient(worker.url, token);
    const settings = { frame_ancestors: [`http://127.0.0.1:${allowed}`] };
    await api(`/municipalities/${SHIKA}/settings`, { method: "PUT", body: settings });
    await api(`/municipalities/${SHIKA}/districts`, { method: "PUT", body: [{ code: "01", name: "高浜" }] });
    const header = "全国地方公共団体コード,基準日,地区コード,人口,申請件数,交付枚数,保有枚数";
    const month = `${header}\n${SHIKA},2026-10-31,01,1000,900,850,800\n`;
    await api("/uploads", { method: "POST", body: month });
    const { body } = await api<{ release: { id: string } }>("/releases", {
      method: "POST",
      body: { municipality: SHIKA, through: "2026-10-31" },
    });
    await api(`/releases/${body.release.id}/publish`, { method: "POST" });
  });
  afterAll(async () => {
    for (const server of hosts) server.close();
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  });

  async function framed(port: number): Promise<{ shown: boolean; refused: boolean }> {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(`http://127.0.0.1:${port}/`);
    // The browser's own page of refusal has a heading too.
    const shown = await page.frames()[1]!.locator("main .about").count();
    await page.close();
    return { shown: shown === 1, refused: said.some((text) => text.includes("frame-ancestors")) };
  }

  it("lets the town's site frame a chart and refuses any other", async () => {
    expect(await framed(allowed)).toEqual({ shown: true, refused: false });
    expect(await framed(foreign)).toEqual({ shown: false, refused: true });
  });
});
