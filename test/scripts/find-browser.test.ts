import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser/find-browser.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ikiwatari-browser-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "#!/bin/sh\n");
  chmodSync(path, 0o755);
  return path;
}

describe("findBrowser", () => {
  it("takes what CHROME_PATH names, or nothing if that cannot be run", () => {
    const mine = program("mine");
    program("chromium");
    expect(findBrowser({ CHROME_PATH: mine, PATH: folder }, "linux")).toBe(mine);
    expect(findBrowser({ CHROME_PATH: join(folder, "absent"), PATH: folder }, "linux")).toBeNull();
  });

  it("finds one on the PATH, and nothing where there is none", () => {
    expect(findBrowser({ PATH: folder }, "linux")).toBeNull();
    const chrome = program("google-chrome");
    expect(findBrowser({ PATH: folder }, "linux")).toBe(chrome);
    const chromium = program("chromium");
    expect(findBrowser({ PATH: folder }, "linux")).toBe(chromium);
  });
});
