import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageChoices, bandsWithin } from "../../../../data/indicators/ages/age-choice.js";
import { districtGrain } from "../../../../data/indicators/ages/grain.js";
import { figure } from "../../../dashboards/towns.js";

const FIVES = [...Array.from({ length: 18 }, (_, i) => `${i * 5}-${i * 5 + 4}`), "90+"];

describe("what ages can be chosen", () => {
  it("are the spans that the bands make up, then the bands", () => {
    const choices = ageChoices(FIVES);
    expect(choices.slice(0, 4).map((c) => [c.key, c.bands.length])).toEqual([
      ["0-14", 3],
      ["15-64", 10],
      ["65+", 6],
      ["75+", 4],
    ]);
    expect(choices.slice(4).map((c) => c.key)).toEqual(FIVES);
  });

  it("leave out spans that cut through a band, and all where there is but one band", () => {
    expect(ageChoices(["0-19", "20-64", "65+"]).map((c) => c.key)).toEqual(["0-19", "20-64", "65+"]);
    expect(ageChoices(["all"])).toEqual([]);
    expect(ageChoices(["0+"])).toEqual([]);
    expect(ageChoices([])).toEqual([]);
  });

  it("are the same whatever the order of the bands, each asked for once", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(FIVES, { minLength: FIVES.length }), (bands) => {
        expect(ageChoices([...bands, ...bands])).toEqual(ageChoices(FIVES));
      }),
    );
  });
});

describe("the bands within a span", () => {
  it.each([
    ["60-69", ["60-64", "65-69"]],
    ["85+", ["85-89", "90+"]],
    ["0-4", ["0-4"]],
    ["62-69", null],
    ["85-94", null],
    ["100+", null],
    ["all", null],
    ["", null],
  ] as const)("%s", (span, bands) => {
    expect(bandsWithin(span, FIVES)).toEqual(bands);
  });

  it("are none where a band between is missing", () => {
    expect(bandsWithin("60-69", ["60-61", "65-69"])).toBeNull();
    expect(bandsWithin("60-69", [])).toBeNull();
  });
});

describe("the grain of the districts' figures", () => {
  it("is told date by date, each age and sex once, without the town's own rows", () => {
    const rows = [
      figure({ district: "02", age_band: "65+", sex: "male" }),
      figure({ district: "01", age_band: "65+", sex: "male" }),
      figure({ district: "01", age_band: "0-64", sex: "female" }),
      figure({ district: "01", as_of: "2022-12-31" }),
      figure({ district: "all", age_band: "0-14" }),
    ];
    expect(districtGrain(rows).map((g) => `${g.as_of} ${g.age_band} ${g.sex}`)).toEqual([
      "2022-12-31 all all",
      "2026-10-31 0-64 female",
      "2026-10-31 65+ male",
    ]);
    expect(districtGrain(rows, "2022-12-31")).toHaveLength(1);
  });
});
