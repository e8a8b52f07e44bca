import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../../scripts/run-tool.js";
import { product, untilReady, visitor, watch } from "./visitor.js";

const SITE = join(PROJECT_ROOT, "dist/site/_site");

const isEngines = (path: string): boolean => /^\/_site\/(engine-worker|duckdb-eh|duckdb-browser)/.test(path);

/** What a first visit asks for until DuckDB has taken over. */
async function firstVisit(path: string): Promise<{ paths: string[]; faults: string[] }> {
  const context = await visitor({ signedIn: true });
  const page = await context.newPage();
  const faults = watch(page);
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  await page.goto(path);
  await untilReady(page);
  await context.close();
  return { paths, faults };
}

/** Headers that say what an answer may do, not what it is. */
function policies(headers: Headers): Record<string, string> {
  const whats =
    /^(content-(?!security)|cache-control|etag|vary|date|connection|keep-alive|transfer-encoding|cf-)/;
  return Object.fromEntries([...headers].filter(([name]) => !whats.test(name)));
}

describe("a first visit", () => {
  it.each(["/progress", "/districts", "/comparison", "/notebook"])(
    "of %s makes at most 15 requests beside the engine's, none twice",
    async (path) => {
      const { paths, faults } = await firstVisit(path);
      expect(paths.filter((p) => !isEngines(p)).length).toBeLessThanOrEqual(15);
      expect(paths.toSorted()).toEqual([...new Set(paths)].toSorted());
      expect(paths.filter(isEngines)).toHaveLength(3);
      expect(faults).toEqual([]);
    },
  );

  it("asks for the engine though no other script of the page has come", async () => {
    const context = await visitor({ signedIn: true });
    const page = await context.newPage();
    const asked = page.waitForRequest((request) => request.url().endsWith(".wasm"));
    let held = 0;
    await context.route(/\/_site\/(?!start-|engine-worker-|duckdb-browser)[^/]*\.js$/, async (route) => {
      held += 1;
      await asked;
      await route.continue();
    });
    await page.goto("/progress", { waitUntil: "commit" });
    await untilReady(page);
    expect(held).toBeGreaterThan(2);
    await context.close();
  });

  it("gets the engine though its first answer breaks off, as where the page before was left in the middle of it", async () => {
    const context = await visitor({ signedIn: true });
    const page = await context.newPage();
    let asked = 0;
    await context.route("**/*.wasm", (route) => (asked++ === 0 ? route.abort("failed") : route.continue()));
    await page.goto("/notebook");
    await untilReady(page);
    expect(asked).toBe(2);
    await context.close();
  });

  it("whose script cannot be had says so, with a way to try again, and keeps what is there", async () => {
    const context = await visitor({ signedIn: true });
    const page = await context.newPage();
    await context.route("**/_site/progress-*.js", (route) => route.abort("failed"));
    await page.goto("/progress");
    const box = page.getByRole("alert").filter({ hasText: "準備ができませんでした" });
    await box.waitFor();
    expect(await page.locator("main svg:visible").count()).toBeGreaterThan(0);
    await context.unrouteAll();
    await box.getByRole("button", { name: "もう一度読み込む" }).click();
    await page.waitForSelector("main[data-figures]");
    await context.close();
  });

  it("of a town without figures asks for no engine", async () => {
    const context = await visitor();
    const page = await context.newPage();
    const paths: string[] = [];
    page.on("request", (request) => paths.push(new URL(request.url()).pathname));
    await page.goto("/progress?m=131016");
    await page.waitForSelector("main .empty-state");
    await page.waitForLoadState("networkidle");
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter(isEngines)).toEqual([]);
    await context.close();
  });
});

describe("a file of the site", () => {
  const ask = (path: string, init?: RequestInit) => fetch(product.url + path, init);

  it("has the headers that the Worker gives, and may be kept for ever", async () => {
    const page = await ask("/progress");
    const start = /src="(\/_site\/start-[^"]+)"/.exec(await page.text())![1]!;
    const file = await ask(start);
    expect(file.status).toBe(200);
    expect(policies(file.headers)).toEqual(policies(page.headers));
    expect(policies(file.headers)["content-security-policy"]).toContain("default-src 'none'");
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const style = await ask("/api-reference/swagger-ui.css");
    expect(policies(style.headers)).toEqual(policies(page.headers));
    expect(style.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  it("that is none is the page that says so, and so is a page as it was built", async () => {
    for (const path of ["/_site/none-1.js", "/_site/none-1.wasm", "/progress.html", "/_headers"]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain("ページが見つかりません");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
  });

  it("is the engine by brotli, or by gzip to whoever takes no brotli", async () => {
    const wasm = `/_site/${readdirSync(SITE)
      .find((name) => name.endsWith(".wasm.br"))!
      .slice(0, -3)}`;
    const bodies = await Promise.all(
      [
        ["br, gzip", "br"],
        ["gzip", "gzip"],
        ["gzip, br;q=0.0", "gzip"],
      ].map(async ([taken, given]) => {
        const answer = await ask(wasm, { headers: { "accept-encoding": taken! } });
        expect(answer.headers.get("content-encoding")).toBe(given);
        expect(answer.headers.get("vary")).toBe("Accept-Encoding");
        expect(answer.headers.get("content-type")).toBe("application/wasm");
        return Buffer.from(await answer.arrayBuffer());
      }),
    );
    expect(WebAssembly.validate(bodies[0]!)).toBe(true);
    expect(bodies.map((body) => body.equals(bodies[0]!))).toEqual([true, true, true]);
  });
});
