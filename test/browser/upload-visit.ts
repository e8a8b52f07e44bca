import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { createApiClient, type ApiClient } from "../../scripts/api-client.js";
import { makeSample } from "../../scripts/sample/make-sample.js";
import { layEmptyState, startBuiltWorker } from "./built-worker/start.js";
import { browser, ENCODINGS, WIDTHS } from "./visitor.js";

const TOKEN = "ikw_token-of-the-upload-tests";
export const SHIKA = "173843";

/** A product of a test's own: uploads are tried on figures that no other test reads. */
export interface OwnProduct {
  url: string;
  api: ApiClient;
  /** A visitor with a session of the role, in a context of their own. */
  visitor: (options?: VisitorOptions) => Promise<BrowserContext>;
  stop: () => Promise<void>;
}

interface VisitorOptions {
  role?: "reader" | "uploader" | "publisher" | null;
  size?: keyof typeof WIDTHS;
  javaScript?: boolean;
}

/** With nothing in it. */
export const startEmptyProduct = (): Promise<OwnProduct> =>
  startProduct((state) => layEmptyState(inject("prepared").worker, state));

/** A product of its own with the sample in it, published, for what changes its figures. */
export const startSampleProduct = (): Promise<OwnProduct> =>
  startProduct((state) => cpSync(inject("prepared").sample, state, { recursive: true }));

async function startProduct(layState: (folder: string) => void): Promise<OwnProduct> {
  const state = mkdtempSync(join(tmpdir(), "ikiwatari-upload-"));
  layState(state);
  const worker = await startBuiltWorker(inject("prepared").worker, state, TOKEN);
  const api = createApiClient(worker.url, TOKEN);
  return {
    url: worker.url,
    api,
    visitor: async ({ role = "uploader", size = "desktop", javaScript = true } = {}) => {
      const context = await browser.newContext({
        viewport: WIDTHS[size],
        javaScriptEnabled: javaScript,
        reducedMotion: "reduce",
        baseURL: worker.url,
        extraHTTPHeaders: ENCODINGS,
      });
      context.setDefaultTimeout(20_000);
      if (role === null) return context;
      // A token of its own: writes are limited by token.
      const body = { label: `browser ${role}`, role, municipality: "*" };
      const { body: made } = await api<{ secret: string }>("/tokens", { method: "POST", body });
      const answer = await context.request.post("/api/v1/session", {
        data: { token: made.secret },
        headers: { origin: worker.url },
      });
      if (answer.status() !== 204) throw new Error(`sign-in: ${answer.status()}`);
      return context;
    },
    stop: async () => {
      await worker.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** The sample's last months as files, oldest first. */
export const lastMonths = (months: number): { name: string; text: string }[] => makeSample().slice(-months);

/** Gives the sample's town its districts and the months given. */
export async function loadMonths(api: ApiClient, months: readonly { text: string }[]): Promise<void> {
  const districts = new URL(`../../data/reference/districts-${SHIKA}.csv`, import.meta.url);
  await api(`/municipalities/${SHIKA}/districts`, { method: "PUT", body: readFileSync(districts, "utf8") });
  for (const { text } of months)
    await api("/uploads?synthetic=true&accept_warnings=true", { method: "POST", body: text });
}

/** What a page did that it must not. A refusal is an answer, though the browser's console calls it an error. */
export function watchUploads(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== url && !["data:", "blob:"].includes(protocol))
      faults.push(`left the origin: ${request.url()}`);
  });
  page.on("console", (message) => {
    const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(
      message.text(),
    );
    if (message.type() === "error" && !isRefusal) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  return faults;
}

/** Opens アップロード and waits until its history is there. */
export async function openUploads(context: BrowserContext, town = SHIKA): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/uploads?m=${town}`);
  await page.waitForSelector("[data-history] > *");
  return page;
}

/** Drops files on the zone as a hand with a mouse does, through the browser's own drag and drop. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const zone = page.locator(".drop-zone");
  await zone.scrollIntoViewIfNeeded();
  const box = (await zone.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + 20, y: box.y + box.height - 20 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  await session.detach();
}

/** The heading of a result with these words, once the keyboard stands on it; fails where it never does. */
export async function focusedHeading(page: Page, words: string): Promise<string> {
  const heading = page.locator("#upload-result [data-focus]:focus", { hasText: words });
  await heading.waitFor();
  return heading.innerText();
}

/** Presses Tab until the keyboard is on the element; fails after more stops than any state has. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}
