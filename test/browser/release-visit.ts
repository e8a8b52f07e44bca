import type { BrowserContext, Page } from "playwright-core";
import { SHIKA } from "./upload-visit.js";

/** Opens 公開, or a view of it, and waits until it has something to say. */
export async function openReleases(context: BrowserContext, query = ""): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/releases?m=${SHIKA}${query}`);
  await page.waitForSelector("#releases h1");
  return page;
}

/** The heading with these words, once the keyboard stands on it; a draft takes its time. */
export async function announced(page: Page, words: string): Promise<void> {
  await page.locator("[data-focus]:focus", { hasText: words }).waitFor({ timeout: 120_000 });
}
