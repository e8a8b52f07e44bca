import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { violationsInBothSchemes } from "../axe.js";
import type { OpenPage } from "../open-page.js";
import { WIDTHS } from "../visitor.js";
import { clippedTexts, differingSlots, wordsBySlot } from "./drawn-texts.js";

export type Size = keyof typeof WIDTHS;

/** What opens the pages of one door: with scripts, and without. */
export interface Door {
  open: (path: string) => Promise<OpenPage>;
  still: BrowserContext;
}

/** What is wrong with a page at one width. */
export interface Walked {
  size: Size;
  faults: string[];
  differing: object[];
  clipped: string[];
  /** How far it scrolls sideways, in px. */
  sideways: number;
  access: string[];
}

/** A page at one width as it must be. */
export const FAULTLESS = { faults: [], differing: [], clipped: [], sideways: 0, access: [] };

/** Resolves when a page has been laid out anew, and what was not drawn for its width is. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

const isAsked = (path: string): boolean => path.startsWith("/notebook");

/** What a page has only when it is wholly there. */
const placeOf = (path: string): string =>
  isAsked(path) ? ".sql-result table" : path.startsWith("/data") ? "#loaded table" : "main";

/**
 * Everything that must hold on every page with figures, in one opening of it: it is the first paint of the HTML that
 * was served, at either width; it leaves the origin for nothing, breaks nothing, clips
 * nothing, scrolls sideways nowhere, and keeps to WCAG (at the widths of `access`).
 */
export async function walkPage(
  { open, still }: Door,
  path: string,
  { sizes, access }: { sizes: readonly Size[]; access: readonly Size[] },
): Promise<Walked[]> {
  const found: Walked[] = [];
  const served = await still.newPage();
  const answer = await served.goto(path);
  expect(answer!.headers()["content-security-policy"]).toContain("default-src 'none'");
  const { page, faults, close } = await open(path);
  await page.locator(placeOf(path)).first().waitFor({ state: "attached" });
  for (const size of sizes) {
    await Promise.all([page, served].map((each) => each.setViewportSize(WIDTHS[size])));
    await drawn(page);
    const [first, live] = [await wordsBySlot(served), await wordsBySlot(page)];
    // The notebook has no number of its own before it is asked.
    if (!isAsked(path)) expect(Object.values(first).join("")).not.toBe("");
    found.push({
      size,
      faults: [...faults],
      differing: isAsked(path) ? [] : differingSlots(first, live),
      clipped: await clippedTexts(page),
      sideways: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      access: access.includes(size) ? await violationsInBothSchemes(page) : [],
    });
  }
  await Promise.all([close(), served.close()]);
  return found;
}
