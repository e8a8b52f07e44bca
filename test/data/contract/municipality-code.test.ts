import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isMunicipalityCode,
  municipalityCheckDigit,
  readMunicipalityCode,
} from "../../../data/contract/municipality-code.js";

const fiveDigits = fc.integer({ min: 1000, max: 47_999 }).map((n) => String(n).padStart(5, "0"));
const code = fiveDigits.map((five) => five + municipalityCheckDigit(five));

describe("municipalityCheckDigit", () => {
  it.each([
    ["17384", "3"],
    ["17201", "4"],
    ["01100", "2"],
    ["27100", "4"],
  ])("of %s is %s", (five, digit) => {
    expect(municipalityCheckDigit(five)).toBe(digit);
  });

  it.each(["1738", "173843", "1738a", "１７３８４", ""])(
    "is null for %j, which is not five ASCII digits",
    (text) => {
      expect(municipalityCheckDigit(text)).toBeNull();
    },
  );
});

describe("isMunicipalityCode", () => {
  it("refuses every other last digit", () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 9 }), (right, shift) => {
        expect(isMunicipalityCode(right)).toBe(true);
        const wrong = right.slice(0, 5) + ((Number(right[5]) + shift) % 10);
        expect(isMunicipalityCode(wrong)).toBe(false);
      }),
    );
  });

  it.each(["173843 ", "x173843", "1738430", "17384３", "17384"])(
    "refuses %j, which is not six ASCII digits",
    (text) => {
      expect(isMunicipalityCode(text)).toBe(false);
    },
  );

  it("refuses six zeros, which stand for the nation in our reference data", () => {
    expect(isMunicipalityCode("000000")).toBe(false);
  });
});

describe("readMunicipalityCode", () => {
  it("restores what spreadsheets lose", () => {
    expect(readMunicipalityCode("173843")).toEqual({ ok: true, code: "173843", repair: "none" });
    expect(readMunicipalityCode("17384")).toEqual({ ok: true, code: "173843", repair: "check_digit_added" });
    expect(readMunicipalityCode("11002", "011002")).toEqual({
      ok: true,
      code: "011002",
      repair: "leading_zero_restored",
    });
  });

  it("never guesses: five digits that can be read in two ways need to be told which", () => {
    expect(readMunicipalityCode("11002")).toEqual({ ok: false, reason: "ambiguous" });
  });

  it("restores a leading zero and a check digit that are both lost", () => {
    expect(readMunicipalityCode("1100")).toEqual({
      ok: true,
      code: "011002",
      repair: "leading_zero_restored",
    });
    // With two zeros before it 1201 would have a right check digit, but there is no prefecture 00.
    expect(readMunicipalityCode("1201")).toEqual({
      ok: true,
      code: "012017",
      repair: "leading_zero_restored",
    });
  });

  it("adds the check digit of a code whose zero is there", () => {
    // 岩見沢市: 001210 has a right check digit as well, but there is no prefecture 00.
    expect(readMunicipalityCode("01210")).toEqual({ ok: true, code: "012106", repair: "check_digit_added" });
  });

  it("reads five digits as the code of a prefecture that is one", () => {
    // 48 to 99 are no prefectures, so the first digit is not the tens of one: the zero is lost.
    expect(readMunicipalityCode("95141")).toEqual({
      ok: true,
      code: "095141",
      repair: "leading_zero_restored",
    });
    expect(readMunicipalityCode("47202")).toEqual({ ok: true, code: "472026", repair: "check_digit_added" });
    expect(readMunicipalityCode("48201")).toMatchObject({ ok: false, reason: "wrong_check_digit" });
    expect(readMunicipalityCode("00123")).toMatchObject({ ok: false, reason: "wrong_check_digit" });
  });

  it("lets a town that the code cannot be settle nothing", () => {
    expect(readMunicipalityCode("11002", "173843")).toEqual({ ok: false, reason: "ambiguous" });
    expect(readMunicipalityCode("11002", "110027")).toMatchObject({
      code: "110027",
      repair: "check_digit_added",
    });
    expect(readMunicipalityCode("17384", "011002")).toMatchObject({ ok: true, code: "173843" });
  });

  it.each([
    ["1738-3", "not_digits"],
    ["x17384", "not_digits"],
    ["17384x", "not_digits"],
    ["", "not_digits"],
    ["１７３８４３", "not_digits"],
    ["173", "wrong_length"],
    ["1738430", "wrong_length"],
    ["173844", "wrong_check_digit"],
    ["99999", "wrong_check_digit"],
  ])("refuses %j: %s", (text, reason) => {
    expect(readMunicipalityCode(text)).toEqual({ ok: false, reason });
  });

  it("reads every right code, whole or with its check digit lost, once the town is known", () => {
    fc.assert(
      fc.property(code, (right) => {
        expect(readMunicipalityCode(right)).toEqual({ ok: true, code: right, repair: "none" });
        expect(readMunicipalityCode(right.slice(0, 5), right)).toMatchObject({ ok: true, code: right });
      }),
    );
  });

  it("reads every code that lost its leading zero, once the town is known", () => {
    fc.assert(
      fc.property(
        code.filter((c) => c.startsWith("0")),
        (right) => {
          expect(readMunicipalityCode(String(Number(right)), right)).toMatchObject({ ok: true, code: right });
        },
      ),
    );
  });

  it("answers any digits with a right code or a reason", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,8}$/), (text) => {
        const reading = readMunicipalityCode(text);
        const reasons = ["not_digits", "wrong_length", "wrong_check_digit", "ambiguous"];
        expect(reading.ok ? isMunicipalityCode(reading.code) : reasons.includes(reading.reason)).toBe(true);
      }),
    );
  });
});
