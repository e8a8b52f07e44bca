import { describe, expect, it } from "vitest";
import { cellAt, cellTexts, openNotebook, sharedNotebook } from "./notebook-visit.js";
import { product, visitor } from "../visitor.js";

describe("the notebook", () => {
  const shared = sharedNotebook();

  it("answers over the sample as the published totals say", async () => {
    const cells = await shared().ask(
      1,
      "SELECT sum(population)::INT, sum(issued)::INT FROM figures WHERE as_of = DATE '2022-12-31'",
    );
    expect(cells).toEqual(["19178", "13135"]);
    expect(shared().faults).toEqual([]);
  });

  it.runIf(product.osaka)("gives Osaka's sums", async () => {
    const visit = await openNotebook("/notebook?m=271004");
    const cells = await visit.ask(
      1,
      "SELECT count(*)::INT, sum(population)::INT, sum(held)::INT, round(100.0 * sum(held) / sum(population), 1) FROM figures",
    );
    expect(cells).toEqual(["902", "1180215", "677193", "57.4"]);
    await visit.close();
  });

  it("answers a visitor by the public door, where districts are in tens", async () => {
    const visit = await openNotebook("/notebook", { signedIn: false });
    const cells = await visit.ask(
      1,
      "SELECT bool_and(issued % 10 = 0), count(DISTINCT district)::INT FROM district_figures WHERE as_of = (SELECT max(as_of) FROM district_figures)",
    );
    expect(cells).toEqual(["はい", "16"]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it.each([true, false])("answers every example that it offers, signed in: %s", async (signedIn) => {
    const visit = await openNotebook("/notebook", { signedIn });
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
    const cells = await shared().ask(
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
  });
});

describe("several cells", () => {
  it("are added, run together, name each other, move, are deleted and come back", async () => {
    const visit = await openNotebook();
    const { page } = visit;
    await visit.write(1, "SELECT 20 AS a UNION ALL SELECT 22");
    await page.click("[data-do=add]");
    await visit.write(2, "SELECT sum(a)::INT AS b FROM cell1");
    await page.click("[data-do=add]");
    await visit.write(3, "SELECT b + 1 AS c FROM cell2");
    await page.click("[data-do=run-all]");
    for (const number of [1, 2, 3]) {
      await cellAt(visit, number).locator(".rows tbody td").first().waitFor();
    }
    expect(await cellAt(visit, 2).locator(".rows tbody td").allInnerTexts()).toEqual(["42"]);
    expect(await cellAt(visit, 3).locator(".rows tbody td").allInnerTexts()).toEqual(["43"]);

    await cellAt(visit, 3).locator("[data-do=up]").click();
    expect((await cellTexts(visit))[1]).toContain("FROM cell2");
    // Focus stays on the button that was pressed.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("セル2を上へ");
    await cellAt(visit, 2).locator("[data-do=down]").click();

    await cellAt(visit, 2).locator("[data-do=remove]").click();
    expect(await page.locator(".sql-cell").count()).toBe(2);
    await page.locator(".notebook-removed button").click();
    expect((await cellTexts(visit))[1]).toBe("SELECT sum(a)::INT AS b FROM cell1");
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  it("tell whose text is wrong where one uses another", async () => {
    const visit = await openNotebook();
    await visit.write(1, "SELECT nothing FROM figures");
    await visit.page.click("[data-do=add]");
    await visit.ask(2, "SELECT * FROM cell1");
    expect(await visit.error(2)).toContain("セル1に誤りがあります。列「nothing」はありません。");
    await visit.close();
  });
});

describe("a town without anything to show", () => {
  it("says so and has no cells", async () => {
    const context = await visitor();
    const page = await context.newPage();
    await page.goto("/notebook?m=172073");
    await page.getByText("公開データはまだありません").waitFor();
    expect(await page.locator(".sql-cell").count()).toBe(0);
    await context.close();
  });
});
