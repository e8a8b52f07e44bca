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

/** What only a page has that DuckDB has filled. */
const FILLED =
  "main .card-actions:not(:empty), main #loaded table, main .controls select, .no-reference main h1";

/** Resolves when a page has been laid out at its new width, and what was not drawn for it is. */
async function resize(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(WIDTHS[size]);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );
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
  { live, still }: Door,
  path: string,
  { sizes, access }: { sizes: readonly Size[]; access: boolean },
): Promise<void> {
  const [page, served] = await Promise.all([live.newPage(), still.newPage()]);
  const faults = watch(page);
  for (const [i, size] of sizes.entries()) {
    await Promise.all([resize(page, size), resize(served, size)]);
    if (i === 0) {
      await served.goto(path);
      const response = await page.goto(path);
      expect(response!.headers()["content-security-policy"]).toContain("default-src 'none'");
      await untilReady(page);
      await page.locator(FILLED).first().waitFor({ state: "attached" });
    }
    const [drawn, now] = [await wordsBySlot(served), await wordsBySlot(page)];
    // The notebook has no number of its own before it is asked.
    if (!path.startsWith("/notebook")) expect(Object.values(drawn).join("")).not.toBe("");
    expect({
      size,
      faults,
      differing: differingSlots(drawn, now),
      clipped: await clippedTexts(page),
      width: await page.evaluate(() => document.documentElement.scrollWidth),
      access: access ? await accessFaults(page) : [],
    }).toEqual({ size, faults: [], differing: [], clipped: [], width: WIDTHS[size].width, access: [] });
  }
  await Promise.all([page.close(), served.close()]);
}
