import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../data/contract/figure.js";
import { peopleOn, shareInRange, toApply } from "../../../../data/indicators/outreach/people.js";

const figure = (given: Partial<Figure>): Figure => ({
  municipality: "173843",
  as_of: "2026-10-31",
  district: "01",
  age_band: "all",
  sex: "all",
  population: 1000,
  population_as_of: null,
  applications: null,
  issued: null,
  held: null,
  ...given,
});

describe("people without a card", () => {
  it("are residents minus held cards, and those who wait for one cannot apply", () => {
    const people = peopleOn([figure({ held: 783, issued: 820, applications: 841 })], "2026-10-31")!;
    expect(people.measure).toBe("held");
    expect(people.cells).toEqual([
      { district: "01", age_band: "all", population: 1000, unreached: 217, to_apply: 196 },
    ]);
  });

  it.each([
    [{ issued: 820, applications: 841 }, "issued", 180, 159],
    [{ applications: 841 }, "applications", 159, 159],
    [{ held: 1010, issued: 1100, applications: 1120 }, "held", 0, 0],
    [{ held: 990, issued: 1000, applications: 1100 }, "held", 10, 0],
    [{ held: 700, issued: 900, applications: 890 }, "held", 300, 300],
  ])("with %j", (counts, measure, unreached, to_apply) => {
    const people = peopleOn([figure(counts)], "2026-10-31")!;
    expect(people.measure).toBe(measure);
    expect(people.cells[0]).toMatchObject({ unreached, to_apply });
  });

  it("are counted by one measure: the first that all districts supply", () => {
    const mixed = [
      figure({ held: 700, issued: 800 }),
      figure({ district: "02", issued: 900, applications: 900 }),
    ];
    const people = peopleOn(mixed, "2026-10-31")!;
    expect(people.measure).toBe("issued");
    expect(people.cells.map((c) => c.unreached)).toEqual([200, 100]);
  });

  it("are of both sexes together, by district and age, whole-town rows left out", () => {
    const cells = [
      figure({ district: "02", age_band: "75+", sex: "male", population: 10, held: 4 }),
      figure({ district: "02", age_band: "75+", sex: "female", population: 20, held: 5 }),
      figure({ district: "02", age_band: "0-74", sex: "male", population: 10, held: 9 }),
      figure({ district: "all", held: 0 }),
    ];
    expect(peopleOn(cells, "2026-10-31")!.cells.map((c) => [c.district, c.age_band, c.unreached])).toEqual([
      ["02", "0-74", 1],
      ["02", "75+", 21],
    ]);
  });

  it("have the town's last known age shares where a month has districts only", () => {
    const old = { as_of: "2026-03-31", population: 100 };
    const figures = [
      figure({ ...old, age_band: "0-74", held: 90 }),
      figure({ ...old, age_band: "75+", held: 70 }),
      figure({ held: 800 }),
      figure({ district: "02", held: 900 }),
    ];
    const people = peopleOn(figures, "2026-10-31")!;
    expect(people.ages).toEqual({ from: "shares", as_of: "2026-03-31" });
    expect(people.cells.map((c) => c.unreached)).toEqual([50, 150, 25, 75]);
    expect(toApply(people, "75+").get("01")).toBeCloseTo(150, 9);
  });

  it("are not known without figures of districts or a measure", () => {
    expect(peopleOn([], "2026-10-31")).toBeNull();
    expect(peopleOn([figure({})], "2026-10-31")).toBeNull();
  });

  it.each([
    ["70-79", { from: 75, to: null }, 0.5],
    ["90+", { from: 75, to: null }, 1],
    ["0-4", { from: 75, to: null }, 0],
    ["all", { from: 0, to: 14 }, 0.15],
    ["90+", { from: 95, to: 99 }, 0.5],
    ["90+", { from: 100, to: null }, 0],
  ])("a band %s has its part in %j", (band, range, share) => {
    expect(shareInRange(band, range)).toBeCloseTo(share, 12);
  });
});
