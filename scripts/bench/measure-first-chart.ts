import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession } from "playwright-core";

/** A line and a machine to measure on. */
export interface Conditions {
  megabitsPerSecond: number;
  latencyMs: number;
  cpuSlowdown: number;
}

/** When the first chart of a page was drawn, and what had come over the line by then. */
export interface FirstChart {
  ms: number;
  /** Compressed bytes of bodies and headers, all requests of the page. */
  bytes: number;
}

/** Runs in the page: a promise of the moment of the frame after the first visible chart stands in it. */
const WHEN_CHART_IS_DRAWN = `new Promise((resolve) => {
  const look = () => {
    const drawn = [...document.querySelectorAll("main svg")].some((svg) => svg.getBoundingClientRect().height > 50);
    requestAnimationFrame(drawn ? () => resolve(performance.now()) : look);
  };
  look();
})`;

/**
 * Opens a page once, with an empty cache, and measures until its first chart.
 * @throws Error of Playwright where no chart comes within two minutes.
 */
export async function measureFirstChart(
  browser: Browser,
  url: string,
  conditions: Conditions,
  viewport = { width: 1280, height: 800 },
): Promise<FirstChart> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.addInitScript(`globalThis.firstChart = ${WHEN_CHART_IS_DRAWN}`);
    const session = await context.newCDPSession(page);
    const traffic = await watchTraffic(session);
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: conditions.latencyMs,
      downloadThroughput: (conditions.megabitsPerSecond * 1e6) / 8,
      uploadThroughput: (conditions.megabitsPerSecond * 1e6) / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpuSlowdown });
    await page.goto(url, { waitUntil: "commit" });
    const drawn = page.evaluate<number>("globalThis.firstChart");
    const ms = await Promise.race([drawn, tooLate()]);
    await page.waitForLoadState("domcontentloaded");
    return { ms, bytes: traffic(ms) };
  } finally {
    await context.close();
  }
}

const TIMEOUT_MS = 40_000;

async function tooLate(): Promise<never> {
  await sleep(TIMEOUT_MS, undefined, { ref: false });
  throw new Error(`no chart within ${TIMEOUT_MS / 1000} s`);
}

/**
 * Counts what arrives; the answer is the sum up to so many ms after the page was asked for. The page itself
 * counts whole, a file still under way by what had come of it.
 */
async function watchTraffic(session: CDPSession): Promise<(ms: number) => number> {
  interface Transfer {
    startedAt: number;
    parts: { at: number; bytes: number }[];
    finished: { at: number; bytes: number } | null;
  }
  const transfers = new Map<string, Transfer>();
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ requestId, timestamp }) => {
    transfers.set(requestId, { startedAt: timestamp, parts: [], finished: null });
  });
  session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) => {
    transfers.get(requestId)?.parts.push({ at: timestamp, bytes: encodedDataLength });
  });
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.finished = { at: timestamp, bytes: encodedDataLength };
  });
  return (ms) => {
    const [page, ...others] = transfers.values();
    if (!page) return 0;
    const end = page.startedAt + ms / 1000;
    const arrived = ({ parts, finished }: Transfer) =>
      finished && finished.at <= end
        ? finished.bytes
        : parts.filter(({ at }) => at <= end).reduce((sum, { bytes }) => sum + bytes, 0);
    return (
      (page.finished?.bytes ?? arrived(page)) + others.reduce((sum, transfer) => sum + arrived(transfer), 0)
    );
  };
}
