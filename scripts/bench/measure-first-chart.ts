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
): Promise<FirstChart> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
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
    const ms = await page.evaluate<number>("globalThis.firstChart");
    return { ms, bytes: traffic(ms) };
  } finally {
    await context.close();
  }
}

/** Counts what arrives; the answer is the sum up to so many ms after the page was asked for. */
async function watchTraffic(session: CDPSession): Promise<(ms: number) => number> {
  const arrivals: { at: number; bytes: number }[] = [];
  let start: number | null = null;
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ timestamp }) => {
    start ??= timestamp;
  });
  session.on("Network.responseReceived", ({ timestamp, response }) => {
    arrivals.push({ at: timestamp, bytes: response.encodedDataLength });
  });
  session.on("Network.dataReceived", ({ timestamp, encodedDataLength }) => {
    arrivals.push({ at: timestamp, bytes: encodedDataLength });
  });
  return (ms) =>
    arrivals
      .filter(({ at }) => start !== null && (at - start) * 1000 <= ms)
      .reduce((sum, { bytes }) => sum + bytes, 0);
}
