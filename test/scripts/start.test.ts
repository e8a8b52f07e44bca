import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFreePort, isPortFree } from "../../scripts/ports.js";
import { describeProblem } from "../../scripts/api-client.js";
import { ensureAdminToken } from "../../scripts/start/admin-token.js";
import { StartFailure } from "../../scripts/start/failure.js";
import { readStartOptions } from "../../scripts/start/options.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ikiwatari-start-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("readStartOptions", () => {
  it("has defaults, and reads what is given", () => {
    expect(readStartOptions([])).toEqual({ port: 8787, sample: true, fresh: false, help: false });
    expect(readStartOptions(["--port", "9000", "--no-sample", "--fresh"])).toEqual({
      port: 9000,
      sample: false,
      fresh: true,
      help: false,
    });
  });

  it.each([
    ["--port", "x"],
    ["--port", "0"],
    ["--port", "65536"],
    ["--port", "1e3"],
    ["--port"],
    ["--frash"],
    ["here"],
  ])("refuses %s %s", (...args) => {
    expect(() => readStartOptions(args)).toThrow(StartFailure);
  });
});

describe("ensureAdminToken", () => {
  it("writes a token for its owner alone, once", () => {
    const file = join(folder, ".dev.vars");
    const first = ensureAdminToken(file);
    expect(first.created).toBe(true);
    expect(first.token).toMatch(/^ikw_[A-Za-z0-9_-]{43}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ensureAdminToken(file)).toEqual({ token: first.token, created: false });
  });

  it("keeps what stands in the file", () => {
    const file = join(folder, ".dev.vars");
    writeFileSync(file, "OTHER=1");
    const { token } = ensureAdminToken(file);
    expect(readFileSync(file, "utf8")).toBe(`OTHER=1\nADMIN_TOKEN="${token}"\n`);
  });
});

describe("ports", () => {
  it("are busy while somebody listens", async () => {
    const port = await findFreePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port }, resolve));
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("describeProblem", () => {
  it("names title, detail, and the first issues with their place", () => {
    const issue = { row: 3, column: "交付枚数", code: "x", message: { ja: "負の数です", en: "is negative" } };
    const problem = {
      title: "取り込めません / Refused",
      detail: "直すところ",
      issues: Array.from({ length: 7 }, () => issue),
    };
    const lines = describeProblem(422, JSON.stringify(problem)).split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "HTTP 422: 取り込めません / Refused",
      "直すところ",
      "  行/row 3, 交付枚数: 負の数です / is negative",
    ]);
    expect(lines.slice(-2)).toEqual(["  行/row 3, 交付枚数: 負の数です / is negative", "  … (7)"]);
  });

  it("shows the beginning of what is not JSON", () => {
    expect(describeProblem(502, "<html>")).toBe("HTTP 502: <html>");
  });
});
