import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.js";
import { openNotebook, visitNotebook, type NotebookVisit } from "./notebook-visit.js";
import { launch, product, untilReady, visitor } from "./visitor.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const cellTexts = ({ page }: NotebookVisit) => page.locator(".sql-cell .cm-content").allInnerTexts();
const cell = ({ page }: NotebookVisit, number: number) => page.locator(".sql-cell").nth(number - 1);

describe("the notebook", () => {
  it("answers over the sample as the published totals say", async () => {
    const visit = await openNotebook(browser);
    const cells = await visit.ask(
      1,
      "SELECT sum(population)::INT, sum(issued)::INT FROM figures WHERE as_of = DATE '2022-12-31'",
    );
    expect(cells).toEqual(["19178", "13135"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it.runIf(product.osaka)("gives Osaka's sums", async () => {
    const visit = await openNotebook(browser, "/notebook?m=271004");
    const cells = await visit.ask(
      1,
      "SELECT count(*)::INT, sum(population)::INT, sum(held)::INT, round(100.0 * sum(held) / sum(population), 1) FROM figures",
    );
    expect(cells).toEqual(["902", "1180215", "677193", "57.4"]);
    await visit.close();
  });

  it("answers a visitor by the public door, where districts are in tens", async () => {
    const visit = await openNotebook(browser, "/notebook", { signedIn: false });
    const cells = await visit.ask(
      1,
      "SELECT bool_and(issued % 10 = 0), count(DISTINCT district)::INT FROM district_figures WHERE as_of = (SELECT max(as_of) FROM district_figures)",
    );
    expect(cells).toEqual(["はい", "16"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it.each([true, false])("answers every example that it offers, signed in: %s", async (signedIn) => {
    const visit = await openNotebook(browser, "/notebook", { signedIn });
    const { page } = visit;
    await page.locator(".one-table").first().waitFor();
    const examples = await page
      .locator("[data-example]")
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset.example!));
    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const [i, example] of examples.entries()) {
      await page.click(`[data-example="${example}"]`);
      await visit.rest(i + 2);
      expect([example, await visit.error(i + 2)]).toEqual([example, ""]);
    }
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("writes dates, times, decimals and lists so that they can be read", async () => {
    const visit = await openNotebook(browser);
    const cells = await visit.ask(
      1,
      "SELECT DATE '2026-10-31', TIMESTAMP '2026-10-31 09:05:01', TIME '09:05:01', 12.5::DECIMAL(6,2), [1, 2], 'ab'::BLOB, NULL, 2026, 1234567",
    );
    expect(cells).toEqual([
      "2026-10-31",
      "2026-10-31 09:05:01",
      "09:05:01",
      "12.5",
      "[12]",
      "\\x6162",
      "(なし)",
      "2026",
      "1234567",
    ]);
    await visit.close();
  });
});

describe("several cells", () => {
  it("are added, run together, name each other, move, are deleted and come back", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.write(1, "SELECT 20 AS a UNION ALL SELECT 22");
    await page.click("[data-do=add]");
    await visit.write(2, "SELECT sum(a)::INT AS b FROM cell1");
    await page.click("[data-do=add]");
    await visit.write(3, "SELECT b + 1 AS c FROM cell2");
    await page.click("[data-do=run-all]");
    for (const number of [1, 2, 3]) {
      await cell(visit, number).locator(".rows tbody td").first().waitFor();
    }
    expect(await cell(visit, 2).locator(".rows tbody td").allInnerTexts()).toEqual(["42"]);
    expect(await cell(visit, 3).locator(".rows tbody td").allInnerTexts()).toEqual(["43"]);

    await cell(visit, 3).locator("[data-do=up]").click();
    expect((await cellTexts(visit))[1]).toContain("FROM cell2");
    // Focus stays on the button that was pressed.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("セル2を上へ");
    await cell(visit, 2).locator("[data-do=down]").click();

    await cell(visit, 2).locator("[data-do=remove]").click();
    expect(await page.locator(".sql-cell").count()).toBe(2);
    await page.locator(".notebook-removed button").click();
    expect((await cellTexts(visit))[1]).toBe("SELECT sum(a)::INT AS b FROM cell1");
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("tell whose text is wrong where one uses another", async () => {
    const visit = await openNotebook(browser);
    await visit.write(1, "SELECT nothing FROM figures");
    await visit.page.click("[data-do=add]");
    await visit.ask(2, "SELECT * FROM cell1");
    expect(await visit.error(2)).toContain("セル1に誤りがあります。列「nothing」はありません。");
    await visit.close();
  });
});

describe("the editor", () => {
  it("completes tables, columns with their meaning, and the engine's functions", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    const list = page.locator(".cm-tooltip-autocomplete");
    const complete = async (text: string, typed: string) => {
      await visit.write(1, text);
      await page.keyboard.type(typed, { delay: 30 });
      await list.waitFor();
    };
    await complete("SELECT 1 FROM ", "distr");
    expect(await list.innerText()).toContain("district_figures");
    await page.keyboard.press("Escape");
    await complete("SELECT ", "popul");
    expect(await list.innerText()).toContain("人口(住民基本台帳)");
    await page.keyboard.press("Escape");
    await complete("SELECT ", "arg_ma");
    // Tab takes what is offered.
    await list.getByText("arg_max", { exact: true }).waitFor();
    // The editor takes no key for an offer that has only just appeared.
    await page.waitForTimeout(200);
    await page.keyboard.press("Tab");
    expect((await cellTexts(visit))[0]).toMatch(/^SELECT arg_max(_null)?\(/);
    await visit.close();
  });

  it.each([
    ["SELECT population,\n  nothing FROM figures", "nothing", "列「nothing」はありません"],
    ["SELECT '全角の文字' AS 列,\n  '基準日' AS 別の列, 何か FROM figures", "何か", "列「何か」はありません"],
    ["SELECT sum(population FROM figures", "FROM", "「FROM」のあたりの書き方"],
    ["SELECT * FROM nosuch", "nosuch", "表「nosuch」はありません"],
    ["SELECT 1; SELECT 2", "SELECT 2", "1つのセルに書ける問いは1つ"],
    ["DELETE FROM figures", "DELETE", "表は書き換えられません"],
  ])("marks the error of %j at its place", async (sql, marked, words) => {
    const visit = await openNotebook(browser);
    await visit.ask(1, sql);
    expect(await visit.page.locator(".sql-wrong").allInnerTexts()).toEqual([marked]);
    expect(await visit.error(1)).toContain(words);
    // The first change takes the mark away.
    await visit.page.keyboard.press("End");
    await visit.page.keyboard.insertText(" ");
    expect(await visit.page.locator(".sql-wrong").count()).toBe(0);
    await visit.close();
  });

  it("is left with Tab, also after Escape has closed an offer", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    const inEditor = () => page.evaluate(() => document.activeElement?.classList.contains("cm-content"));
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Tab");
    expect(await inEditor()).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await inEditor()).toBe(true);
    await page.keyboard.type(" pop", { delay: 30 });
    await page.waitForSelector(".cm-tooltip-autocomplete");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".cm-tooltip-autocomplete", { state: "detached" });
    await page.keyboard.press("Tab");
    expect(await inEditor()).toBe(false);
    await visit.close();
  });

  it("takes names from the list of tables at the cursor", async () => {
    const visit = await openNotebook(browser);
    await visit.write(1, "SELECT ");
    await visit.page.locator(".one-table summary").first().click();
    await visit.page.locator('[data-name="issued"]').first().click();
    expect((await cellTexts(visit))[0]).toBe("SELECT issued");
    await visit.close();
  });
});

describe("a question", () => {
  it.each([
    // One that hears the engine's own word, and one that does not and costs the engine.
    "SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3",
    "SELECT * FROM range(100000) a, range(100000) b WHERE hash(a.range, b.range) = 1",
  ])("that runs away is stopped, and the page lives on: %s", async (sql) => {
    const visit = await openNotebook(browser);
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

  it("that waits behind another is stopped with it", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.write(
      1,
      "SELECT count(*) FROM range(300000) a, range(300000) b WHERE (a.range * b.range) % 7 = 3",
    );
    await page.click("[data-do=add]");
    await visit.write(2, "SELECT 1");
    await page.click("[data-do=run-all]");
    await cell(visit, 2).getByText("順番を待っています").waitFor();
    await cell(visit, 1).locator("[data-do=stop]").click();
    for (const number of [1, 2]) await cell(visit, number).getByText("中止しました").waitFor();
    expect(await visit.ask(2, "SELECT 7 AS x")).toEqual(["7"]);
    await visit.close();
  });

  it("that was left for another page keeps nobody waiting there", async () => {
    const visit = await openNotebook(browser);
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

  it("is refused, each attempt with words, and no request is made", async () => {
    const visit = await openNotebook(browser);
    const before = visit.requests.length;
    for (const sql of ATTEMPTS) {
      await visit.ask(1, sql);
      expect([sql, await visit.error(1)]).toEqual([sql, expect.stringMatching(/\S/)]);
    }
    expect(visit.requests.slice(before)).toEqual([]);
    expect(await visit.ask(1, "SELECT count(*)::INT FROM figures")).toEqual(["40736"]);
    await visit.close();
  });

  it.each([
    "SELECT count(*)::INT FROM duckdb_secrets()",
    "SELECT count(*)::INT FROM duckdb_settings() WHERE name LIKE '%token%' AND value <> ''",
    "SELECT count(*)::INT FROM duckdb_logs()",
    "SELECT count(*)::INT FROM duckdb_temporary_files()",
  ])("is not told by what can be asked: %s", async (sql) => {
    const visit = await openNotebook(browser);
    expect(await visit.ask(1, sql)).toEqual(["0"]);
    await visit.close();
  });
});

describe("a link", () => {
  it("carries cells and charts, and answers at once where it is opened", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(1, "SELECT * FROM (VALUES ('甲', 3), ('乙', 5)) t(名前, 値)");
    await page.click("[data-shows=chart]");
    await page.click(".chart-labels summary");
    await page.fill('[data-field="title"]', "乙がいちばん多い");
    await page.click("[data-do=add]");
    await visit.ask(2, "SELECT 値 * 2 AS 倍 FROM cell1 ORDER BY 1");
    await page.waitForFunction(() => location.hash.startsWith("#n=") && !location.search.includes("sql"));
    await page.waitForTimeout(600);
    const address = page.url();
    expect(address.length).toBeLessThan(600);
    await visit.close();

    const other = await openNotebook(browser, address, { signedIn: false });
    expect(await cellTexts(other)).toHaveLength(2);
    await other.page.getByRole("heading", { name: "乙がいちばん多い" }).waitFor();
    await cell(other, 2).locator(".rows tbody td").first().waitFor();
    expect(await cell(other, 2).locator(".rows tbody td").allInnerTexts()).toEqual(["6", "10"]);
    expect(other.faults).toEqual([]);
    // What is asked stays in the browser: no request holds it.
    expect(other.requests.filter((url) => url.includes("n="))).toEqual([]);
    await other.close();
  });

  it("of one question works, from the page where such links once led as well", async () => {
    for (const path of ["/notebook", "/data"]) {
      const visit = await openNotebook(
        browser,
        `${path}?sql=${encodeURIComponent("SELECT 41 + 1 AS answer")}`,
      );
      expect(new URL(visit.page.url()).pathname).toBe("/notebook");
      expect(await cellTexts(visit)).toEqual(["SELECT 41 + 1 AS answer"]);
      expect(await visit.page.locator(".rows tbody td").allInnerTexts()).toEqual(["42"]);
      await visit.close();
    }
  });

  it("on a card opens its query", async () => {
    const context = await visitor(browser, { signedIn: true });
    const page = await context.newPage();
    await page.goto("/progress");
    await untilReady(page);
    await page.locator("a", { hasText: "ノートで開く" }).first().click();
    await page.waitForSelector(".sql-cell .rows tbody td");
    expect(new URL(page.url()).pathname).toBe("/notebook");
    await context.close();
  });

  it("that was cut is said to be, and the page begins with what was there", async () => {
    const visit = await openNotebook(browser, "/notebook#n=abcd");
    expect(await visit.page.locator(".notebook-news").innerText()).toContain(
      "リンクのノートを読めませんでした",
    );
    await visit.close();
  });

  it("is not made where it would be too long; the notebook stays in this browser", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    // Text that cannot be packed.
    const noise = Array.from({ length: 3000 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join("");
    await visit.ask(1, `SELECT '${noise}' AS x`);
    await page.locator(".notebook-news", { hasText: "リンクにするには長すぎます" }).waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await page.reload();
    await untilReady(page);
    await page.waitForSelector(".sql-cell .cm-content");
    expect((await cellTexts(visit))[0]).toContain(noise.slice(0, 100));
    await visit.close();
  });
});

describe("this browser's memory", () => {
  it("keeps the draft, sets it aside for a link and brings it back", async () => {
    const visit = await openNotebook(browser);
    await visit.ask(1, "SELECT 'mine' AS whose");
    await visit.page.waitForFunction(() => location.hash.startsWith("#n="));
    const again = await visitNotebook(visit.context, "/notebook");
    expect(await cellTexts(again)).toEqual(["SELECT 'mine' AS whose"]);
    expect(await again.page.locator(".notebook-news").innerText()).toContain("前に書いたノート");
    const linked = await visitNotebook(
      visit.context,
      `/notebook?sql=${encodeURIComponent("SELECT 'theirs'")}`,
    );
    expect(await cellTexts(linked)).toEqual(["SELECT 'theirs'"]);
    await linked.page.getByText("前に書いていたノートに戻す").click();
    expect(await cellTexts(linked)).toEqual(["SELECT 'mine' AS whose"]);
    await visit.close();
  });

  it("lists what was asked, gives it back with one press, is cleared and switched off", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(1, "SELECT 'first' AS q");
    await visit.ask(1, "SELECT 'second' AS q");
    await page.getByText("これまでの問い").click();
    const past = page.locator("[data-past]");
    expect(await past.first().innerText()).toContain("'second'");
    await past.nth(1).click();
    expect(await cellTexts(visit)).toEqual(["SELECT 'second' AS q", "SELECT 'first' AS q"]);
    await page.click("[data-do=clear-history]");
    expect(await past.count()).toBe(0);
    await page.uncheck("#history-on");
    await visit.ask(1, "SELECT 'third' AS q");
    expect(await past.count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(
      'q\\",\\"at',
    );
    await visit.close();
  });

  it("is not needed: a browser without storage has a notebook all the same", async () => {
    const context = await visitor(browser, { signedIn: true });
    await context.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    const visit = await visitNotebook(context, "/notebook");
    expect(await visit.ask(1, "SELECT 3 AS x")).toEqual(["3"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe("a result", () => {
  it("of 100,000 rows scrolls with few of them in the page, and sorts", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(
      1,
      "SELECT range::INT AS n, 100000 - range::INT AS down, 'row ' || range AS name FROM range(100000)",
    );
    const rows = page.locator(".rows tbody tr");
    expect(await page.getAttribute(".rows", "aria-rowcount")).toBe("100001");
    const scroll = (top: number) =>
      page.evaluate((y) => document.querySelector(".rows-scroll")!.scrollTo(0, y), top);
    for (const top of [0, 34 * 50_000, 34 * 100_000]) {
      await scroll(top);
      await page.waitForFunction((at) => {
        const scroller = document.querySelector(".rows-scroll")!.getBoundingClientRect();
        const seen = [...document.querySelectorAll(".rows tbody tr")].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.top >= scroller.top && box.bottom <= scroller.bottom;
        });
        const first = Number(seen[0]?.getAttribute("aria-rowindex"));
        return seen.length >= 10 && Math.abs(first - 2 - at / 34) <= 14;
      }, top);
      expect(await rows.count()).toBeLessThan(60);
    }
    expect(await rows.last().innerText()).toContain("row 99999");
    // By keyboard, as any region that scrolls.
    await page.focus(".rows-scroll");
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.querySelector(".rows-scroll")!.scrollTop === 0);
    await page.locator('[data-column="1"]').click();
    await rows.first().getByText("row 99999").waitFor();
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain("down");
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("goes to paper with its rows and without what is pressed", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(1, "SELECT range::INT AS n FROM range(100000)");
    const onScreen = await page.locator(".rows tbody tr").count();
    await page.emulateMedia({ media: "print" });
    const tell = (name: string) => page.evaluate((type) => dispatchEvent(new Event(type)), name);
    await tell("beforeprint");
    expect(await page.locator(".rows tbody tr").count()).toBe(300);
    const last = page.locator(".rows tbody tr").last();
    expect(await last.innerText()).toBe("299");
    expect(
      await page.evaluate(() => {
        const [table, scroller] = [".rows", ".rows-scroll"].map((s) => document.querySelector(s)!);
        return table!.getBoundingClientRect().bottom <= scroller!.getBoundingClientRect().bottom + 1;
      }),
    ).toBe(true);
    expect(await page.getByText("100,000行のうち、はじめの300行です").isVisible()).toBe(true);
    expect(await page.locator("[data-do]:visible").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await tell("afterprint");
    expect(await page.locator(".rows tbody tr").count()).toBe(onScreen);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("of more rows than an office PC can hold is cut, and says so", async () => {
    const visit = await openNotebook(browser);
    await visit.ask(1, "SELECT range FROM range(5000000)");
    expect(await visit.page.locator(".result-size").innerText()).toContain(
      "200,000行を超えたので、そこで止めました",
    );
    expect(await visit.page.getAttribute(".rows", "aria-rowcount")).toBe("200001");
    expect(await visit.ask(1, "SELECT 1 AS x")).toEqual(["1"]);
    await visit.close();
  });

  it("is handed over as CSV and TSV in the order shown", async () => {
    const visit = await openNotebook(browser);
    const { page, context } = visit;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit.ask(1, "SELECT * FROM (VALUES (2, '=1+1'), (1, 'a,b'), (3, NULL)) t(n, 文)");
    await page.locator('[data-column="0"]').click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("[data-file=csv]")]);
    expect(file.suggestedFilename()).toBe("173843_cell1.csv");
    expect(await readFile(await file.path(), "utf8")).toBe('\uFEFFn,文\r\n1,"a,b"\r\n2,\'=1+1\r\n3,\r\n');
    await page.click("[data-file=tsv]");
    await page.getByText("コピーしました").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("n\t文\n1\ta,b\n2\t'=1+1\n3\t");
    await visit.close();
  });

  it.each([
    ["bar", "SELECT * FROM (VALUES ('高浜', 30), ('福浦', 12)) t(地区, 人)", "人(地区別)"],
    [
      "line",
      "SELECT as_of, sum(issued)::INT AS 枚数 FROM figures GROUP BY as_of ORDER BY 1",
      "枚数(as_of別)",
    ],
    ["dot", "SELECT range * 2 AS a, range % 7 AS b FROM range(50)", "b(a別)"],
    [
      "cell",
      "SELECT '地区' || a.range AS 地区, '年齢' || b.range AS 年齢, a.range + b.range AS 率 FROM range(3) a, range(4) b ORDER BY hash(a.range, b.range)",
      "率(年齢・地区別)",
    ],
  ])("is drawn as it fits: %s", async (mark, sql, title) => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(1, sql);
    await page.click("[data-shows=chart]");
    await page.waitForSelector(".chart-place svg.chart");
    expect(await page.inputValue('[data-field="mark"]')).toBe(mark);
    expect(await page.locator(".chart-title").innerText()).toBe(title);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("is drawn as the form says and handed over as SVG and PNG", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    await visit.ask(
      1,
      "SELECT as_of AS 日, sex AS 性, sum(issued)::INT AS 枚数 FROM figures GROUP BY ALL ORDER BY 1",
    );
    await page.click("[data-shows=chart]");
    await page.waitForSelector(".chart-place svg.chart");
    expect(await page.inputValue('[data-field="series"]')).toBe("性");
    await page.selectOption('[data-field="mark"]', "area");
    await page.locator(".chart-place svg", { hasText: "下から" }).waitFor();
    // What cannot be drawn is said: several rows stand at one place.
    await page.selectOption('[data-field="series"]', "");
    await page.locator(".chart-place", { hasText: "行がいくつもあります" }).waitFor();
    await page.selectOption('[data-field="series"]', "性");
    await page.click(".chart-labels summary");
    await page.fill('[data-field="title"]', "女性がさきに");
    const save = async (kind: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(`[data-file=${kind}]`)]);
      expect(file.suggestedFilename()).toBe(`173843_cell1.${kind}`);
      return readFile(await file.path());
    };
    const svg = (await save("svg")).toString();
    for (const words of ["女性がさきに", "サンプル・合成データ", "下から"]) expect(svg).toContain(words);
    expect(svg).not.toContain("var(--");
    const png = await save("png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * (800 + 40));
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe("a whole visit by keyboard", () => {
  it("writes, runs, reads, draws, adds and deletes without a pointer", async () => {
    const visit = await openNotebook(browser);
    const { page } = visit;
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement!;
        return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
      });
    const tabTo = async (name: string) => {
      for (let i = 0; i < 60; i++) {
        if ((await focused()) === name) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} was not reached`);
    };
    await tabTo("セル1のSQL");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("SELECT * FROM (VALUES ('甲', 1), ('乙', 2)) t(名, 数)");
    await page.keyboard.press("Shift+Enter");
    // On to the next cell, which there was not.
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "セル2のSQL");
    await visit.rest(1);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await cell(visit, 1).locator("[data-shows=chart]").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".chart-place svg.chart");
    await tabTo("削除:セル2");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("元に戻す");
    expect(await page.locator(".sql-cell").count()).toBe(1);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});

describe("WCAG 2.2 A and AA", () => {
  const views = (["desktop", "phone"] as const).flatMap((size) =>
    (["light", "dark"] as const).map((scheme) => ({ size, scheme })),
  );
  it.each(views)("hold while the notebook is at work: $size, $scheme", async ({ size, scheme }) => {
    const visit = await openNotebook(browser, "/notebook", { signedIn: true, size });
    const { page } = visit;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await visit.ask(
      1,
      "SELECT as_of, sex, sum(issued)::INT AS n -- 枚数\nFROM figures WHERE sex <> 'all' GROUP BY ALL",
    );
    await page.click("[data-shows=chart]");
    await page.click(".chart-labels summary");
    await page.getByText("これまでの問い").click();
    await page.locator(".one-table summary").first().click();
    await page.click("[data-do=add]");
    await visit.ask(2, "SELECT nothing FROM figures");
    await page.click("[data-do=add]");
    await visit.ask(3, "SELECT * FROM figures");
    await page.click("[data-do=add]");
    await cell(visit, 4).locator("[data-do=remove]").click();
    expect(await violations(page)).toEqual([]);
    await cell(visit, 3).locator(".cm-content").focus();
    await page.keyboard.type(" WHERE popul", { delay: 30 });
    await page.waitForSelector(".cm-tooltip-autocomplete");
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
      size === "phone" ? 390 : 1280,
    );
    await visit.close();
  });
});

describe("a town without anything to show", () => {
  it("says so and has no cells", async () => {
    const context = await visitor(browser);
    const page = await context.newPage();
    await page.goto("/notebook?m=172073");
    await page.getByText("公開データはまだありません").waitFor();
    expect(await page.locator(".sql-cell").count()).toBe(0);
    await context.close();
  });
});
