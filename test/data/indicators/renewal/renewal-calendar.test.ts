import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issuanceCohorts } from "../../../../data/indicators/renewal/cohorts.js";
import { minorsIssued, issuedAtAge, issuedUnder } from "../../../../data/indicators/renewal/minors.js";
import { monthOf, monthText, spreadOverMonths } from "../../../../data/indicators/renewal/month.js";
import {
  birthdayShare,
  dueIn,
  peakMonth,
  renewalCalendar,
  stillHeldShare,
} from "../../../../data/indicators/renewal/renewal-calendar.js";

const band = (age_band: string, issued: number | null, as_of = "2022-05-31") => ({ as_of, age_band, issued });

describe("months", () => {
  it("count on over the year's end", () => {
    expect(monthText(monthOf("2026-12-31") + 1)).toBe("2027-01");
  });

  it("share what lies between two dates by their days, the first date's own day left out", () => {
    const shares = spreadOverMonths(61, "2022-06-30", "2022-08-30");
    expect([...shares].map(([month, n]) => [monthText(month), n])).toEqual([
      ["2022-07", 31],
      ["2022-08", 30],
    ]);
    const mid = spreadOverMonths(30, "2022-06-01", "2022-07-01");
    expect([...mid].map(([month, n]) => [monthText(month), n])).toEqual([
      ["2022-06", 29],
      ["2022-07", 1],
    ]);
    expect(spreadOverMonths(5, "2022-06-01", "2022-06-01").size).toBe(0);
  });

  it("lose nothing", () => {
    const day = fc.integer({ min: 0, max: 4000 });
    const iso = (n: number) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), fc.nat(100_000), (from, days, count) => {
        const sum = [...spreadOverMonths(count, iso(from), iso(from + days)).values()].reduce(
          (a, b) => a + b,
          0,
        );
        expect(sum).toBeCloseTo(count, 6);
      }),
    );
  });
});

describe("minors' cards", () => {
  const young = [band("0-4", 10), band("5-9", 20), band("10-14", 30), band("15-19", 50)];

  it("are whole bands and the linear share of the band that is cut", () => {
    expect(issuedUnder(18, young)).toBe(10 + 20 + 30 + 30);
    expect(issuedUnder(20, young)).toBe(110);
    expect(issuedAtAge(17, young)).toBe(10);
    expect(issuedUnder(18, [band("0-14", 15), band("15-64", 500)])).toBe(15 + 30);
  });

  it("are not known without ages, with a hidden band, or under an open band", () => {
    expect(issuedUnder(18, [])).toBeNull();
    expect(issuedUnder(18, [...young.slice(0, 3), band("15-19", null)])).toBeNull();
    expect(issuedUnder(18, [band("0-14", 3), band("15+", 9)])).toBeNull();
  });

  it("count those who came of age in between", () => {
    const after = [band("0-4", 10), band("5-9", 20), band("10-14", 30), band("15-19", 50)];
    // A year in which the stock stands still: one age group of 10 left, so 10 were issued.
    expect(minorsIssued(18, { before: young, after, days: 365.25, issued: 40 })).toBe(10);
    expect(minorsIssued(18, { before: young, after, days: 365.25, issued: 4 })).toBe(4);
    expect(minorsIssued(18, { before: young, after: [], days: 30, issued: 4 })).toBeNull();
  });
});

describe("the calendar of renewals", () => {
  it("lays a birthday evenly over the year before it, half a share at both ends", () => {
    const shares = Array.from({ length: 130 }, (_, offset) => birthdayShare(5, offset));
    expect(shares.findIndex((s) => s > 0)).toBe(48);
    expect(shares.findLastIndex((s) => s > 0)).toBe(60);
    expect(shares[48]).toBe(1 / 24);
    expect(shares[49]).toBe(1 / 12);
    expect(shares[60]).toBe(1 / 24);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it("is right for a cohort made by hand", () => {
    // 240 cards of adults and 24 of minors, all of September 2022.
    const cohort = { month: monthOf("2022-09-15"), adults: 240, minors: 24 };
    const due = new Map(renewalCalendar([cohort], monthOf("2026-08-01"), 80).map((d) => [d.month, d]));
    expect(due.get("2026-08")).toMatchObject({ certificates: 0, cards: 0 });
    expect(due.get("2026-09")).toMatchObject({ certificates: 10, cards: 1 });
    expect(due.get("2026-10")).toMatchObject({ certificates: 20, cards: 2 });
    expect(due.get("2027-08")).toMatchObject({ certificates: 20, cards: 2 });
    expect(due.get("2027-09")).toMatchObject({ certificates: 10, cards: 1 });
    expect(due.get("2027-10")).toMatchObject({ certificates: 0, cards: 0 });
    // The adults' cards at the 10th birthday, their certificates with them.
    expect(due.get("2031-09")).toMatchObject({ certificates: 0, cards: 10 });
    expect(due.get("2032-01")).toMatchObject({ certificates: 0, cards: 20 });
    expect(peakMonth([...due.values()])?.month).toBe("2026-10");
  });

  it("holds every card once at its certificate's and once at its own end", () => {
    const cohorts = fc.array(
      fc.record({
        month: fc.integer({ min: monthOf("2016-01-01"), max: monthOf("2026-01-01") }),
        adults: fc.nat(5000),
        minors: fc.nat(900),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(cohorts, (list) => {
        const all = renewalCalendar(list, monthOf("2016-01-01"), 12 * 22);
        const sum = (key: "adults" | "minors") => list.reduce((n, c) => n + c[key], 0);
        expect(all.reduce((n, d) => n + d.certificates, 0)).toBeCloseTo(sum("adults"), 4);
        expect(all.reduce((n, d) => n + d.cards, 0)).toBeCloseTo(sum("adults") + sum("minors"), 4);
      }),
    );
  });

  it("has no peak where nothing falls due", () => {
    expect(peakMonth(renewalCalendar([], monthOf("2026-10-01"), 12))).toBeNull();
    expect(dueIn({ month: "", from: "", certificates: 2, cards: 3 })).toBe(5);
  });
});

describe("past issuances", () => {
  const young = (as_of: string, issued: number) => [band("0-14", issued, as_of), band("15-19", 0, as_of)];

  it("are the differences of the count, by month and by age", () => {
    const { months, undated, unsplit } = issuanceCohorts(
      [
        { as_of: "2022-05-31", issued: 1000 },
        { as_of: "2022-06-30", issued: 1090 },
        { as_of: "2022-07-31", issued: 1080 },
        { as_of: "2022-08-31", issued: 1111 },
      ],
      [...young("2022-05-31", 100), ...young("2022-06-30", 130)],
    );
    expect(months.map((c) => [monthText(c.month), c.adults, c.minors])).toEqual([
      ["2022-06", 60, 30],
      ["2022-07", 0, 0],
      ["2022-08", 31, 0],
    ]);
    expect(undated).toBe(1000);
    expect(unsplit).toBe(31);
  });

  it("begin with the first cards where the first date is near them", () => {
    const { months, undated } = issuanceCohorts([{ as_of: "2016-03-31", issued: 90 }], []);
    // 90 days after the first of January: 30, 29 and 31 of them in the three months.
    expect(months.map((c) => [monthText(c.month), Number(c.adults.toFixed(9))])).toEqual([
      ["2016-01", 30],
      ["2016-02", 29],
      ["2016-03", 31],
    ]);
    expect(undated).toBe(0);
    expect(issuanceCohorts([{ as_of: "2018-01-01", issued: 90 }], []).undated).toBe(90);
    expect(issuanceCohorts([], [])).toEqual({ months: [], undated: 0, unsplit: 0 });
  });

  it("are the minors' by the age of majority of the day", () => {
    const at = (as_of: string, teens: number) => [band("0-17", 0, as_of), band("18-19", teens, as_of)];
    const minors = (from: string, to: string) =>
      issuanceCohorts(
        [
          { as_of: from, issued: 100 },
          { as_of: to, issued: 110 },
        ],
        [...at(from, 0), ...at(to, 10)],
      ).months.reduce((n, c) => n + c.minors, 0);
    expect(minors("2022-02-01", "2022-03-01")).toBeCloseTo(10, 9);
    expect(minors("2022-05-01", "2022-06-01")).toBe(0);
  });
});

describe("the share still held", () => {
  it("is held over issued, at most all", () => {
    expect(stillHeldShare({ issued: 200, held: 150 })).toBe(0.75);
    expect(stillHeldShare({ issued: 200, held: 210 })).toBe(1);
    expect(stillHeldShare({ issued: 0, held: 0 })).toBeNull();
    expect(stillHeldShare({ issued: 9, held: null })).toBeNull();
  });
});
