import { describe, expect, it } from "vitest";
import { addDays, dayNumber, officeDaysBetween } from "../../../../data/indicators/forecast/office-days.js";
import { nationalHolidays } from "../../../../data/indicators/forecast/national-holidays.js";

const dates = (year: number): string[] =>
  nationalHolidays(year).map((d) => new Date(d * 86_400_000).toISOString().slice(5, 10));
const open = (from: string, to: string): number => officeDaysBetween(dayNumber(from), dayNumber(to));

describe("national holidays, as the Cabinet Office lists them", () => {
  it("of 2019: the accession, and the days between two holidays", () => {
    expect(dates(2019).join(" ")).toBe(
      "01-01 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 10-22 11-03 11-04 11-23",
    );
  });
  it("of 2021: moved for the Olympics, Mountain Day's Sunday made up for", () => {
    expect(dates(2021).join(" ")).toBe(
      "01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23",
    );
  });
  it("of 2020 and 2026: several days off at once", () => {
    expect(dates(2020)).toEqual(expect.arrayContaining(["02-24", "05-06", "07-23", "07-24", "08-10"]));
    // 21 September and the equinox of the 23rd leave one day between them.
    expect(dates(2026).filter((d) => d.startsWith("09"))).toEqual(["09-21", "09-22", "09-23"]);
    expect(dates(2026)).toContain("05-06");
  });
});

describe("office days", () => {
  it("are weekdays that are no holiday, after the first date and through the second", () => {
    // March 2022: 23 weekdays, of which the 21st is the equinox.
    expect(open("2022-02-28", "2022-03-31")).toBe(22);
    // 28 December is open; 29 December – 3 January are not.
    expect(open("2022-12-27", "2023-01-03")).toBe(1);
    expect(open("2022-12-28", "2023-01-04")).toBe(1);
    expect(open("2022-06-03", "2022-06-05")).toBe(0);
    expect(open("2022-06-05", "2022-06-03")).toBe(0);
  });
  it("add up over any split", () => {
    const whole = open("2017-03-08", "2026-10-31");
    expect(open("2017-03-08", "2021-05-03") + open("2021-05-03", "2026-10-31")).toBe(whole);
  });
  it("know no day before 2016 and none after 2099", () => {
    expect(open("2010-01-01", "2015-12-31")).toBe(0);
    expect(officeDaysBetween(dayNumber("2099-12-31"), dayNumber("2099-12-31") + 100)).toBe(0);
  });
  it("count on from a date over a leap day", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });
});
