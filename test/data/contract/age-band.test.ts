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

  it.each(["all", "4-0", "00-04", "0~4", "0～4歳", "90歳以上", "-4", "+", "", "0-4 "])(
    "does not read %j",
    (text) => {
      expect(parseAgeBand(text)).toBeNull();
    },
  );

  it("sorts `all` after every band and throws for other words", () => {
    expect(ageBandStart("all")).toBe(Number.POSITIVE_INFINITY);
    expect(ageBandStart("85-89")).toBe(85);
    expect(() => ageBandStart("old")).toThrow(DomainError);
    expect(isAgeBand("all")).toBe(true);
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
  });
});
