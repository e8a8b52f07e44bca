import { chromium, type Browser } from "playwright-core";

/** A browser that runs as root in a container and asks the network for nothing of its own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts the browser at `executablePath` headless, with a profile of its own.
 * @param more further flags.
 */
export const launchBrowser = (executablePath: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...more] });
