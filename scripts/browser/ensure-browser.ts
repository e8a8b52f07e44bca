import { existsSync } from "node:fs";
import { runProgram } from "../run-tool.js";
import { findBrowser } from "./find-browser.js";

/** What is missing for the browser tests, in words for people. */
export class BrowserMissing extends Error {
  override readonly name = "BrowserMissing";
}

/**
 * Makes sure of a browser and, on Linux, of a Japanese font; on Debian as root it installs what is missing.
 * @param tell is told what is being installed.
 * @returns the browser's path.
 * @throws BrowserMissing where something is missing and cannot be installed from here.
 */
export async function ensureBrowser(tell: (line: string) => void): Promise<string> {
  const missing = { browser: !findBrowser(), font: !(await hasJapaneseFont()) };
  if ((missing.browser || missing.font) && canInstall()) await install(missing, tell);
  const browser = findBrowser();
  if (!browser) throw new BrowserMissing(browserWords());
  if (!(await hasJapaneseFont())) {
    throw new BrowserMissing(
      "日本語フォントがありません。fonts-noto-cjk などを入れてください。\n" +
        "There is no Japanese font. Please install one, for example fonts-noto-cjk.",
    );
  }
  return browser;
}

/** macOS and Windows bring Japanese fonts; a Linux without fontconfig has none that a browser would find. */
async function hasJapaneseFont(): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const { code, output } = await runProgram("fc-list", [":lang=ja", "family"]);
  return code === 0 && output.trim() !== "";
}

/** Debian's Chromium without windows; its kin may lack it. */
const HEADLESS = "chromium-headless-shell";

/** Only Debian and its kin as root; a CHROME_PATH that does not run is its owner's to mend. */
const canInstall = (): boolean =>
  !process.env.CHROME_PATH && existsSync("/etc/debian_version") && process.getuid?.() === 0;

async function install(
  missing: { browser: boolean; font: boolean },
  tell: (line: string) => void,
): Promise<void> {
  await aptGet("update");
  const shell = await runProgram("apt-cache", ["show", HEADLESS]);
  const packages = [
    ...(missing.browser ? [shell.code === 0 ? HEADLESS : "chromium"] : []),
    ...(missing.font ? ["fonts-noto-cjk"] : []),
  ];
  tell(`${packages.join(", ")} を入れています / installing with apt-get …`);
  await aptGet("install", "-y", "--no-install-recommends", ...packages);
}

async function aptGet(...args: string[]): Promise<void> {
  const { code, output } = await runProgram("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (code !== 0) throw new BrowserMissing(`apt-get ${args[0]}: ${output.trim().slice(-2000)}`);
}

function browserWords(): string {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return `CHROME_PATH を実行できません / CHROME_PATH cannot be run: ${CHROME_PATH}`;
  return (
    "ブラウザーのテストには Chromium、Chrome、Edge のどれかが必要です。入れてから、必要なら CHROME_PATH に場所を指定してください。\n" +
    "The browser tests need Chromium, Chrome or Edge. Please install one; CHROME_PATH may name where it is."
  );
}
