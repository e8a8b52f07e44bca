import { describe, expect, it } from "vitest";
import { cellAt, openNotebook, sharedNotebook } from "./notebook-visit.js";
import { visitor } from "../visitor.js";

describe("a question", () => {
  it.each([
    // One that hears the engine's own word, and one that does not and costs the engine.
    "SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3",
    "SELECT * FROM range(100000) a, range(100000) b WHERE hash(a.range, b.range) = 1",
  ])("that runs away is stopped, and the page lives on: %s", async (sql) => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.write(1, sql);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText("実行しています").waitFor();
    await page.waitForTimeout(1500);
    expect(await page.locator(".sql-result[aria-busy]").count()).toBe(1);
    await page.click("[data-do=stop]");
    await page.locator(".sql-error", { hasText: "中止しました" }).waitFor();
    expect(await visit.ask(1, "SELECT 41 + 1, count(*)::INT FROM figures")).toEqual(["42", "40736"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("asked again before the engine is there, or while it runs, gets the newest answer", async () => {
    const context = await visitor({ signedIn: true });
    const page = await context.newPage();
    await page.goto("/notebook");
    const text = page.locator(".sql-cell .cm-content");
    const write = async (sql: string): Promise<void> => {
      await text.focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(sql);
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+Enter");
    };
    await write("SELECT 1 AS x");
    await page.keyboard.press("ControlOrMeta+Enter");
    await write("SELECT 2 AS x");
    await page.locator(".sql-result .rows tbody td", { hasText: /^2$/ }).waitFor({ timeout: 60_000 });
    await write("SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3");
    await page.getByText("実行しています").waitFor();
    await write("SELECT 3 AS x");
    await page.locator(".sql-result .rows tbody td", { hasText: /^3$/ }).waitFor({ timeout: 60_000 });
    expect(await page.locator("[data-do=stop]").isVisible()).toBe(false);
    expect(await page.locator(".sql-error").innerText()).toBe("");
    await context.close();
  });

  it("that waits behind another is stopped with it", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.write(
      1,
      "SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3",
    );
    await page.click("[data-do=add]");
    await visit.write(2, "SELECT 1");
    await page.click("[data-do=run-all]");
    await cellAt(visit, 2).getByText("順番を待っています").waitFor();
    await cellAt(visit, 1).locator("[data-do=stop]").click();
    for (const number of [1, 2]) await cellAt(visit, number).getByText("中止しました").waitFor();
    expect(await visit.ask(2, "SELECT 7 AS x")).toEqual(["7"]);
    await visit.close();
  });

  it("that was left for another page keeps nobody waiting there", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.write(
      1,
      "SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3",
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText("実行しています").waitFor();
    await page.click('.site-nav a[href*="data"]');
    await page.locator("#loaded", { hasText: "40,736" }).waitFor({ timeout: 60_000 });
    await page.goBack();
    await page.waitForSelector(".sql-cell .cm-content");
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe("what is outside the page", () => {
  const ATTEMPTS = [
    "SELECT * FROM read_csv('https://example.com/a.csv')",
    "SELECT * FROM read_csv('http://localhost/a.csv')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_text('/api/v1/figures.csv')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM glob('/**')",
    "SELECT * FROM sniff_csv('figures_file')",
    "FROM 'x.parquet'",
    "FROM 'https://example.com/x.parquet'",
    "FROM 'published_file.csv'",
    "SELECT * FROM query('FROM read_csv(''https://example.com/a.csv'')')",
    "COPY figures TO 'https://example.com/x.csv'",
    "COPY (SELECT 1) TO 'x.csv'",
    "EXPORT DATABASE 'x'",
    "IMPORT DATABASE 'https://example.com/'",
    "ATTACH 'https://example.com/x.db'",
    "ATTACH ':memory:' AS other",
    "INSTALL httpfs",
    "LOAD httpfs",
    "/* a comment first */ LOAD httpfs",
    "-- one\n INSTALL spatial FROM 'https://example.com'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET enable_external_access",
    "SET custom_extension_repository = 'https://example.com'",
    "PRAGMA enable_external_access",
    "CALL force_checkpoint()",
    "CREATE SECRET (TYPE http, BEARER_TOKEN 'x')",
    "SELECT getenv('HOME')",
    "SELECT 1; LOAD httpfs",
    "WITH gone AS (SELECT 1) DELETE FROM figures",
    "INSERT INTO figures SELECT * FROM figures",
    "CREATE TABLE figures2 AS SELECT * FROM figures",
    "DROP TABLE figures",
    "EXPLAIN ANALYZE DELETE FROM figures",
    "ROLLBACK",
    "SELECT 1; ROLLBACK; DROP TABLE figures",
  ];

  const shared = sharedNotebook();

  it("is refused, each attempt with words, and no request is made", async () => {
    const visit = shared();
    const before = visit.requests.length;
    for (const sql of ATTEMPTS) {
      await visit.ask(1, sql);
      expect([sql, await visit.error(1)]).toEqual([sql, expect.stringMatching(/\S/)]);
    }
    expect(visit.requests.slice(before)).toEqual([]);
    expect(await visit.ask(1, "SELECT count(*)::INT FROM figures")).toEqual(["40736"]);
  });

  it.each([
    "SELECT count(*)::INT FROM duckdb_secrets()",
    "SELECT count(*)::INT FROM duckdb_settings() WHERE name LIKE '%token%' AND value <> ''",
    "SELECT count(*)::INT FROM duckdb_logs()",
    "SELECT count(*)::INT FROM duckdb_temporary_files()",
  ])("is not told by what can be asked: %s", async (sql) => {
    expect(await shared().ask(1, sql)).toEqual(["0"]);
  });
});
