import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";
import { openNotebook, sharedNotebook } from "./notebook-visit.js";

describe("a result", () => {
  const shared = sharedNotebook();

  it("of 100,000 rows scrolls with few of them in the page, and sorts", async () => {
    const visit = shared();
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
  });

  it("goes to paper with its rows and without what is pressed", async () => {
    const visit = shared();
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
  });

  it("of more rows than an office PC can hold is cut, and says so", async () => {
    const visit = shared();
    await visit.ask(1, "SELECT range FROM range(5000000)");
    expect(await visit.page.locator(".result-size").innerText()).toContain(
      "200,000行を超えたので、そこで止めました",
    );
    expect(await visit.page.getAttribute(".rows", "aria-rowcount")).toBe("200001");
    expect(await visit.ask(1, "SELECT 1 AS x")).toEqual(["1"]);
  });

  it("is handed over as CSV and TSV in the order shown", async () => {
    const visit = await openNotebook();
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
    const visit = await openNotebook();
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
    const visit = await openNotebook();
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
