import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageBandStart } from "../../../../data/contract/age-band.js";
import { ageGaps, isShort, tellingOlderPart } from "../../../../data/indicators/ages/age-gap.js";
import { ageStructure } from "../../../../data/indicators/ages/age-structure.js";
import { ageTable, type AgeTable } from "../../../../data/indicators/ages/age-table.js";

const table = (rows: readonly (readonly [string, number, number | null])[]): AgeTable =>
  ageTable(
    rows.map(([age_band, population, held]) => ({
      age_band,
      sex: "all",
      population,
      applications: null,
      issued: null,
      held,
    })),
  );

describe("what each age adds to the gap", () => {
  it("by hand", () => {
    // 100 of 500 are without: 20 of the young, 20 of the middle, 60 of the old.
    const gaps = ageGaps(
      table([
        ["0-14", 100, 80],
        ["15-64", 250, 230],
        ["65+", 150, 90],
      ]),
      "held",
    );
    expect(gaps.map((g) => [g.without, g.shareOfGap, g.shareOfPopulation, g.percent])).toEqual([
      [20, 0.2, 0.2, "80.0"],
      [20, 0.2, 0.5, "92.0"],
      [60, 0.6, 0.3, "60.0"],
    ]);
    // 88% of 100, 250 and 150 are 88, 220 and 132.
    expect(gaps.map((g) => g.toPlanLine)).toEqual([8, 0, 42]);
    expect(tellingOlderPart(gaps, ageBandStart)).toEqual({
      from: 65,
      shareOfGap: 0.6,
      shareOfPopulation: 0.3,
    });
  });

  it("finds the older part that says most, and none where the young are as far behind", () => {
    const steep = ageGaps(
      table([
        ["0-59", 600, 594],
        ["60-69", 200, 190],
        ["70-79", 100, 70],
        ["80+", 100, 46],
      ]),
      "held",
    );
    // 80+: 54 of 100 without, 10% of the people; with 70–79: 84%, 20%: the distance grows from 44 to 64 points.
    expect(tellingOlderPart(steep, ageBandStart)).toEqual({
      from: 70,
      shareOfGap: 0.84,
      shareOfPopulation: 0.2,
    });
    const even = ageGaps(
      table([
        ["0-64", 100, 90],
        ["65+", 100, 89],
      ]),
      "held",
    );
    expect(tellingOlderPart(even, ageBandStart)).toBeNull();
  });

  it("says nothing of what was not supplied, and takes nobody below nobody", () => {
    const gaps = ageGaps(
      table([
        ["0-64", 100, null],
        ["65+", 100, 120],
        ["90+", 0, 0],
      ]),
      "held",
    );
    expect(gaps.map((g) => [g.without, g.shareOfGap, g.toPlanLine, g.rate])).toEqual([
      [null, null, null, null],
      [0, null, 0, 1.2],
      [0, null, 0, null],
    ]);
    expect(tellingOlderPart(gaps, ageBandStart)).toBeNull();
    expect(ageGaps(table([]), "held")).toEqual([]);
  });

  it("shares add up to all of it", () => {
    const count = fc.nat(500);
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 9 }), (cells) => {
        const gaps = ageGaps(
          table(cells.map(([p, h], i) => [`${i * 10}-${i * 10 + 9}`, p, h] as const)),
          "held",
        );
        const sum = (of: (g: (typeof gaps)[number]) => number | null) =>
          gaps.reduce((total, g) => total + (of(g) ?? 0), 0);
        const without = cells.reduce((total, [p, h]) => total + Math.max(0, p - h), 0);
        expect(sum((g) => g.without)).toBe(without);
        expect(sum((g) => g.shareOfGap)).toBeCloseTo(without === 0 ? 0 : 1, 12);
      }),
    );
  });
});

describe("the part that ages have in a district's difference", () => {
  const town = table([
    ["0-64", 800, 720],
    ["65+", 200, 120],
  ]);

  it("by hand: an old district with the town's rates at each age", () => {
    // Town: 90% of the young, 60% of the old, together 84%. Half and half gives 75%.
    const found = ageStructure(
      table([
        ["0-64", 50, 45],
        ["65+", 50, 30],
      ]),
      town,
      "held",
    )!;
    expect([found.own, found.town, found.expected]).toEqual([0.75, 0.84, 0.75]);
    expect(found.structure).toBeCloseTo(-0.09, 12);
    expect(found.rest).toBeCloseTo(0, 12);
  });

  it("adds up to the difference, whatever the counts", () => {
    const n = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(n, n, n, n, (a, b, c, d) => {
        const own = table([
          ["0-64", a, Math.min(a, c)],
          ["65+", b, Math.min(b, d)],
        ]);
        const found = ageStructure(own, town, "held")!;
        expect(found.structure + found.rest).toBeCloseTo(found.own - found.town, 12);
      }),
    );
  });

  it("is none where it cannot be told", () => {
    expect(
      ageStructure(
        table([
          ["0-64", 50, null],
          ["65+", 50, 30],
        ]),
        town,
        "held",
      ),
    ).toBeNull();
    expect(
      ageStructure(
        table([
          ["0-14", 50, 45],
          ["15+", 50, 30],
        ]),
        town,
        "held",
      ),
    ).toBeNull();
    expect(ageStructure(table([]), town, "held")).toBeNull();
    expect(
      ageStructure(
        table([
          ["0-64", 0, 0],
          ["65+", 0, 0],
        ]),
        town,
        "held",
      ),
    ).toBeNull();
  });
});

describe("ages of a release, whose counts are prints", () => {
  const cells = [
    { age_band: "0-64", sex: "all" as const, population: 1003, applications: null, issued: null, held: 890 },
    { age_band: "65+", sex: "all" as const, population: 502, applications: null, issued: null, held: 430 },
  ];

  it("are without in tens, with rates no finer than their band", () => {
    const gaps = ageGaps(ageTable(cells), "held", (band) => (band === "65+" ? 42 : 84));
    expect(gaps.map((g) => [g.without, g.percent, g.leaves])).toEqual([
      [110, "89", 84],
      [70, "86", 42],
    ]);
    // 11 cards of the 113 + 72 residents without.
    expect(gaps[1]!.shareMargin).toBeCloseTo(11 / 185, 10);
  });

  it("lack cards to the plan's line only by more than the noise", () => {
    const short = (held: number, leaves: number) =>
      isShort(ageGaps(ageTable([{ ...cells[1]!, held }]), "held", () => leaves)[0]!);
    // 442 are 88% of 502; 11 cards are the noise of one district.
    expect([440, 430, 420].map((held) => short(held, 42))).toEqual([false, true, true]);
    expect([442, 441].map((held) => short(held, 0))).toEqual([false, true]);
    expect(short(430, 126)).toBe(false);
  });
});
