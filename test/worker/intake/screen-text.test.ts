import { describe, expect, it } from "vitest";
import { holdsMyNumber, isMyNumber, screenPublicText, screenText } from "../../../worker/intake/screen.js";

/** The numbers here are nobody's: 983205673214 is one for tests, zeros were never given out. */
describe("twelve digits", () => {
  it("have a check digit of 0 where the weighted sum leaves 0 or 1", () => {
    expect(["000000000000", "000000000060"].map(isMyNumber)).toEqual([true, true]);
    for (const digit of "123456789") expect(isMyNumber(`00000000006${digit}`)).toBe(false);
    // A remainder of 2 makes 9.
    expect(isMyNumber("000000000019")).toBe(true);
  });

  it("are weighed each in its place", () => {
    const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    weights.forEach((weight, at) => {
      const digits = [...Array.from({ length: 11 }, (_, i) => (i === at ? 1 : 0)), 11 - weight].join("");
      expect(isMyNumber(digits)).toBe(true);
    });
  });

  it("are twelve, in ASCII", () => {
    for (const text of [
      "9832056732140",
      "x983205673214",
      "983205673214x",
      "98320567321",
      "９８３２０５６７３２１４",
      "",
    ]) {
      expect(isMyNumber(text)).toBe(false);
    }
  });
});

describe("a My Number in a text", () => {
  it.each([..." 　\t\n-‐‑‒–—―−ー・."])("is found with %j between its groups", (mark) => {
    expect(screenText(["9832", "0567", "3214"].join(mark))).toBe("personal_number");
    expect(screenText([..."983205673214"].join(mark))).toBe("personal_number");
    expect(screenText(`9832${mark}${mark}05673214`)).toBe("personal_number");
  });

  it("is found before, after and among other numbers", () => {
    for (const text of [
      "1 9832 0567 3214",
      "9832 0567 3214 1",
      "2026 10 9832 0567 3214 5",
      "12 983205673214",
    ]) {
      expect(holdsMyNumber(text)).toBe(true);
    }
  });

  it("is not made of pieces of a number, nor of numbers with other marks between", () => {
    for (const text of [
      "7983205673214",
      "9832056732147",
      "9832,0567,3214",
      "9832/0567/3214",
      "9832x05673214",
    ]) {
      expect(holdsMyNumber(text)).toBe(false);
    }
    expect(holdsMyNumber("")).toBe(false);
    expect(holdsMyNumber("題 12 34")).toBe(false);
  });
});

describe("a mail address", () => {
  it.each(["a@b.jp", "a.b+c@d.e.f", "連絡先:taro@example.jp、", "<taro@example.jp>", "x y@z.jp"])(
    "is found in %s",
    (text) => expect(screenText(text)).toBe("personal_mail"),
  );

  it.each([
    "a@b.j",
    "@example.jp",
    "taro@",
    "taro@example",
    "taro @example.jp",
    "a@ b.jp",
    "a@b@c",
    "taro@.example",
  ])("is none in %s", (text) => expect(screenText(text)).toBeNull());
});

describe("a telephone number", () => {
  it.each([
    "03-1234-5678",
    "0767-32-1111",
    "07672-2-1111",
    "0120-123-456",
    "050-1234-5678",
    "090-1234-5678",
    "05012345678",
    "07012345678",
    "08012345678",
    "電話0767-32-1111まで",
    "0767ー32ー1111",
    ...[..."‐‑‒–—―−"].map((dash) => `0767${dash}32${dash}1111`),
  ])("is found in %s", (text) => expect(screenText(text)).toBe("personal_phone"));

  it.each([
    "10767-32-1111",
    "0767-32-11112",
    "190123456789",
    "06012345678",
    "0901234567",
    "090123456789",
    "03-123-4567",
    "01234-1234-567",
    "01234-1234-5678",
    "1767-32-1111",
    "0767-32-11",
    "0767/32/1111",
  ])("is none in %s", (text) => expect(screenText(text)).not.toBe("personal_phone"));
});

describe("a card's number", () => {
  it.each([
    "AB12CD34EF56GH78",
    "ABCDEFGHIJ123456",
    "ＡＢ１２ＣＤ３４ＥＦ５６ＧＨ７８",
    "番号 AB12CD34EF56GH78。",
    "12345678901234567890123",
  ])("is found in %s", (text) => expect(screenText(text)).toBe("personal_card"));

  it.each([
    "ABCDEFGHIJK12345",
    "20261031T120000Z",
    "AB12CD34EF56GH7",
    "aB12CD34EF56GH78",
    "1234567890123456789012",
  ])("is none in %s", (text) => expect(screenText(text)).not.toBe("personal_card"));
});

describe("words that a town gives out", () => {
  it("may hold its office's telephone and mail, and nobody's number", () => {
    expect(screenPublicText("住民課 0767-32-1111 juumin@town.example.jp")).toBeNull();
    expect(screenPublicText("９８３２ ０５６７ ３２１４")).toBe("personal_number");
    expect(screenPublicText("ＡＢ１２ＣＤ３４ＥＦ５６ＧＨ７８")).toBe("personal_card");
    expect(screenPublicText("")).toBeNull();
  });
});

describe("a text of several kinds", () => {
  it("is told as one: mail before numbers, a person's number before a telephone's", () => {
    expect(screenText("983205673214 taro@example.jp")).toBe("personal_mail");
    expect(screenText("0767-32-1111、983205673214")).toBe("personal_number");
  });
});
