import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { violations } from "../axe.js";
import { untilReady, watch, WIDTHS } from "../visitor.js";
import { clippedTexts, differingSlots, wordsBySlot } from "./drawn-texts.js";

export type Size = keyof typeof WIDTHS;

/** A visitor of one door: with scripts and without. */
export interface Door {
  live: BrowserContext;
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

async function openLive(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response!.headers()["content-security-policy"]).toContain("default-src 'none'");
  await untilReady(page);
  const there = path.startsWith("/notebook")
    ? ".sql-result table"
    : path.startsWith("/data")
      ? "#loaded table"
      : "main";
  await page.locator(there).first().waitFor({ state: "attached" });
}

/** The rules of WCAG 2.2 A and AA that a page breaks at its width, in either colour scheme. */
export async function accessFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

/**
 * Everything that must hold on every page with figures, in one opening of it at `sizes[0]`: it is the first paint of
 * the HTML that was served, and stays so at the other width; it leaves the origin for nothing, breaks nothing, clips
 * nothing, scrolls sideways nowhere, and keeps to WCAG (where `access` asks for it).
 */
export async function walkPage(
  door: Door,
  path: string,
  { sizes, access }: { sizes: readonly Size[]; access: boolean },
): Promise<Walked[]> {
  const found: Walked[] = [];
  const [page, served] = await Promise.all([door.live.newPage(), door.still.newPage()]);
  const faults = watch(page);
  for (const [i, size] of sizes.entries()) {
    await Promise.all([page, served].map((each) => each.setViewportSize(WIDTHS[size])));
    if (i === 0) await Promise.all([openLive(page, path), served.goto(path)]);
    else await drawn(page);
    const [first, live] = [await wordsBySlot(served), await wordsBySlot(page)];
    // The notebook has no number of its own before it is asked.
    const isAsked = path.startsWith("/notebook");
    if (!isAsked) expect(Object.values(first).join("")).not.toBe("");
    found.push({
      size,
      faults,
      differing: isAsked ? [] : differingSlots(first, live),
      clipped: await clippedTexts(page),
      sideways: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      access: access ? await accessFaults(page) : [],
    });
  }
  await Promise.all([page.close(), served.close()]);
  return found;
}
