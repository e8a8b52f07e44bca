import { describe, expect, it } from "vitest";
import { fiscalMonth, fiscalYearJa, fiscalYears } from "../../../data/indicators/fiscal-years.js";
import type { Total } from "../../../data/indicators/totals.js";

const total = (as_of: string, held: number | null): Total => ({
  as_of,
  population_as_of: null,
  population: 1000,
  applications: null,
  issued: null,
  held,
});

describe("fiscal years", () => {
  it("begin in April, and the 1st of a month tells of the month before", () => {
    expect(fiscalMonth("2026-03-31")).toEqual({ year: 2025, month: 3 });
    expect(fiscalMonth("2026-04-30")).toEqual({ year: 2026, month: 4 });
    expect(fiscalMonth("2026-04-01")).toEqual({ year: 2025, month: 3 });
    expect(fiscalMonth("2022-01-01")).toEqual({ year: 2021, month: 12 });
  });

  it("add up their months; two dates in one month count both steps", () => {
    // The ministry gave 1 June and 30 June 2022: the first tells of May.
    const totals = [total("2022-05-01", 90), total("2022-06-01", 100), total("2022-06-30", 130)];
    const [year] = fiscalYears(totals, "held", "2022-06-30", 3);
    expect(year!.months.slice(0, 4)).toEqual([
      { month: 4, added: null },
      { month: 5, added: 10 },
      { month: 6, added: 30 },
      { month: 7, added: null },
    ]);
    expect(year!.added).toBe(40);
  });

  it("compare the newest year with the same months of the one before", () => {
    const totals = [
      total("2025-03-31", 100),
      total("2025-04-30", 110),
      total("2025-05-31", 150),
      total("2025-06-30", 250),
      total("2026-04-30", 260),
      total("2026-05-31", 255),
    ];
    const years = fiscalYears(totals, "held", "2026-05-31", 2);
    expect(years.map((y) => [y.year, y.added, y.addedSameMonths, y.end.as_of])).toEqual([
      [2025, 150, 50, "2025-06-30"],
      [2026, 5, 5, "2026-05-31"],
    ]);
    // An earlier date shown knows nothing of what came after it.
    expect(fiscalYears(totals, "held", "2025-05-31", 1)[0]!.added).toBe(50);
  });

  it("are none where the measure is not supplied", () => {
    expect(fiscalYears([total("2026-04-30", null)], "held", "2026-04-30", 3)).toEqual([]);
  });

  it("are called as official papers call them", () => {
    expect([2018, 2019, 2020, 2026].map(fiscalYearJa)).toEqual([
      "平成30年度",
      "令和元年度",
      "令和2年度",
      "令和8年度",
    ]);
  });
});
