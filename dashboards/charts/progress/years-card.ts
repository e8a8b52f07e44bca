import { fiscalYearJa, fiscalYears, type FiscalYear } from "../../data/indicators/fiscal-years.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { COUNT_NAMES, number, percent, rateName, sourceLine } from "../words.js";
import { signed, yearsChart } from "./years-chart.js";

const YEARS = 3;

/** Three fiscal years at a glance: what each month added, and where each year ended. Null with fewer than two dates. */
export function yearsCard(model: PageModel): Card | null {
  const head = model.headline!;
  const measure = model.focus!;
  const years = fiscalYears(model.totals, measure, head.as_of, YEARS).filter((y) => y.added !== null);
  const newest = years.at(-1);
  if (!newest) return null;
  const title = titleOf(newest, years.at(-2), COUNT_NAMES[measure]);
  return {
    slot: "progress-years",
    title,
    reading: `棒は、その月に増えた${COUNT_NAMES[measure]}。見出しの率は、年度末(今年度は最新の基準日)の${rateName(measure)}。1日時点の数字は、前の月の分に数えます。`,
    source: sourceLine(model.municipality.name, head.as_of, model.synthetic),
    span: "full",
    draw: (options) =>
      yearsChart(
        { years, measure },
        { title, description: `${years.length}年度の月ごとの棒グラフ。` },
        options,
      ),
    table: {
      columns: ["月", ...years.map((y) => fiscalYearJa(y.year))],
      rows: [
        ...newest.months.map(({ month }, i) => [`${month}月`, ...years.map((y) => y.months[i]!.added)]),
        ["合計", ...years.map((y) => y.added)],
        [
          `年度末の${rateName(measure)}`,
          ...years.map((y) => percent(percentHalfUp(y.end[measure], y.end.population))),
        ],
      ],
      note: `増えた${COUNT_NAMES[measure]}。数字のない月は「—」。`,
    },
  };
}

function titleOf(newest: FiscalYear, before: FiscalYear | undefined, count: string): string {
  const now = `${count}は${fiscalYearJa(newest.year)}に${signed(newest.added!)}`;
  if (before?.addedSameMonths == null) return now;
  const compared = newest.added! - before.addedSameMonths;
  const words =
    compared === 0 ? "と同じ" : `より${number(Math.abs(compared))}${compared < 0 ? "少ない" : "多い"}`;
  return `${now}。前の年度の同じ月までの${signed(before.addedSameMonths)}${words}`;
}
