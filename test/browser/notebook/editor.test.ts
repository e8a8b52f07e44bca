import { describe, expect, it } from "vitest";
import { cellTexts, openNotebook, sharedNotebook } from "./notebook-visit.js";

describe("the editor", () => {
  const shared = sharedNotebook();

  it("completes tables, columns with their meaning, and the engine's functions", async () => {
    const visit = shared();
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
  });

  it.each([
    ["SELECT population,\n  nothing FROM figures", "nothing", "列「nothing」はありません"],
    ["SELECT '全角の文字' AS 列,\n  '基準日' AS 別の列, 何か FROM figures", "何か", "列「何か」はありません"],
    ["SELECT sum(population FROM figures", "FROM", "「FROM」のあたりの書き方"],
    ["SELECT * FROM nosuch", "nosuch", "表「nosuch」はありません"],
    ["SELECT 1; SELECT 2", "SELECT 2", "1つのセルに書ける問いは1つ"],
    ["DELETE FROM figures", "DELETE", "表は書き換えられません"],
  ])("marks the error of %j at its place", async (sql, marked, words) => {
    const visit = shared();
    await visit.ask(1, sql);
    expect(await visit.page.locator(".sql-wrong").allInnerTexts()).toEqual([marked]);
    expect(await visit.error(1)).toContain(words);
    // The first change takes the mark away.
    await visit.page.keyboard.press("End");
    await visit.page.keyboard.insertText(" ");
    expect(await visit.page.locator(".sql-wrong").count()).toBe(0);
  });

  it("is left with Tab, also after Escape has closed an offer", async () => {
    const visit = await openNotebook();
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
    const visit = await openNotebook();
    await visit.write(1, "SELECT ");
    await visit.page.locator(".one-table summary").first().click();
    await visit.page.locator('[data-name="issued"]').first().click();
    expect((await cellTexts(visit))[0]).toBe("SELECT issued");
    await visit.close();
  });
});
