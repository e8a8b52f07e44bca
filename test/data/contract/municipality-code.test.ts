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

  it.each([
    ["1738-3", "not_digits"],
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
