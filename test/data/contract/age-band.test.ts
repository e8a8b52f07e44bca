import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageBandLabel,
  agePartitionFault,
  ageBandStart,
  isAgeBand,
  parseAgeBand,
} from "../../../data/contract/age-band.js";
import { DomainError } from "../../../data/contract/domain-error.js";

/** Bands that cover 0 and over without gap or overlap, cut at random ages, in any order. */
const partition = fc
  .uniqueArray(fc.integer({ min: 1, max: 110 }), { maxLength: 25 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b)])
  .map((starts) =>
    starts.map((from, i) => (i + 1 < starts.length ? `${from}-${starts[i + 1]! - 1}` : `${from}+`)),
  );
const shuffledPartition = partition.chain((bands) =>
  fc.shuffledSubarray(bands, { minLength: bands.length, maxLength: bands.length }),
);

describe("parseAgeBand", () => {
  it("reads closed and open bands", () => {
    expect(parseAgeBand("0-4")).toEqual({ from: 0, to: 4 });
    expect(parseAgeBand("7-7")).toEqual({ from: 7, to: 7 });
    expect(parseAgeBand("90+")).toEqual({ from: 90, to: null });
  });

  it("reads ages of three digits and no more", () => {
    expect(parseAgeBand("100-104")).toEqual({ from: 100, to: 104 });
    expect(parseAgeBand("110+")).toEqual({ from: 110, to: null });
    expect(["0-1000", "1000-1004", "1000+"].map(parseAgeBand)).toEqual([null, null, null]);
  });

  it.each([
    "all",
    "4-0",
    "00-04",
    "0~4",
    "0～4歳",
    "90歳以上",
    "-4",
    "+",
    "",
    "0-4 ",
    " 0-4",
    "x0-4",
    "0-4x",
    "x90+",
    "90+x",
    "090+",
  ])("does not read %j", (text) => {
    expect(parseAgeBand(text)).toBeNull();
    expect(isAgeBand(text)).toBe(text === "all");
  });

  it("sorts `all` after every band and throws for other words", () => {
    expect(ageBandStart("all")).toBe(Number.POSITIVE_INFINITY);
    expect(ageBandStart("85-89")).toBe(85);
    expect(() => ageBandStart("old")).toThrow(DomainError);
    expect(isAgeBand("90+")).toBe(true);
  });

  it("names bands in Japanese", () => {
    expect(["85-89", "90+", "all"].map(ageBandLabel)).toEqual(["85～89歳", "90歳以上", "全年齢"]);
  });
});

describe("agePartitionFault", () => {
  it("finds none in a partition, in whatever order", () => {
    fc.assert(
      fc.property(shuffledPartition, (bands) => {
        expect(agePartitionFault(bands)).toBeNull();
      }),
    );
  });

  it("finds the gap where a band is missing", () => {
    fc.assert(
      fc.property(shuffledPartition, fc.nat(), (bands, n) => {
        const missing = bands[n % bands.length]!;
        const fault = agePartitionFault(bands.filter((band) => band !== missing));
        expect(fault).toMatchObject({ kind: "gap", from: parseAgeBand(missing)!.from });
      }),
    );
  });

  it("finds an overlap where a band begins before the one before it ends", () => {
    fc.assert(
      fc.property(
        shuffledPartition.filter((bands) => bands.length > 1),
        (bands) => {
          const last = bands.find((band) => band.endsWith("+"))!;
          const earlier = `${parseAgeBand(last)!.from - 1}+`;
          const fault = agePartitionFault(bands.map((band) => (band === last ? earlier : band)));
          expect(fault).toMatchObject({ kind: "overlap" });
        },
      ),
    );
  });

  it("finds a gap from 0 in no bands at all, and one above a closed top band", () => {
    expect(agePartitionFault([])).toEqual({ kind: "gap", from: 0, to: null });
    expect(agePartitionFault(["0-4", "5-9"])).toEqual({ kind: "gap", from: 10, to: null });
    expect(agePartitionFault(["5-9", "10+"])).toEqual({ kind: "gap", from: 0, to: 4 });
    expect(agePartitionFault(["0-4", "10-14", "15+"])).toEqual({ kind: "gap", from: 5, to: 9 });
  });

  it("finds an overlap of one age, of a whole band, and of anything above an open band", () => {
    expect(agePartitionFault(["0-4", "4-9", "10+"])).toEqual({ kind: "overlap", from: 4, to: 9 });
    expect(agePartitionFault(["0+", "0-4"])).toMatchObject({ kind: "overlap", from: 0 });
    expect(agePartitionFault(["0-64", "65+", "70+"])).toEqual({ kind: "overlap", from: 70, to: null });
  });

  it("tells the first fault in order of age", () => {
    expect(agePartitionFault(["30+", "20-40", "0-9"])).toEqual({ kind: "gap", from: 10, to: 19 });
  });

  it("passes over what is no band", () => {
    expect(agePartitionFault(["0-4", "old", "5+"])).toBeNull();
  });
});
