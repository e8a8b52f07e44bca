import { describe, expect, it } from "vitest";
import { decodeText } from "../../../worker/intake/decode.js";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the bytes of a text", () => {
  it("are UTF-8 where they can be; a byte order mark is named and left out", () => {
    expect(decodeText(utf8("高浜"))).toEqual({ text: "高浜", encoding: "utf-8" });
    expect(decodeText(utf8("\uFEFF高浜"))).toEqual({ text: "高浜", encoding: "utf-8-bom" });
    expect(decodeText(utf8(""))).toEqual({ text: "", encoding: "utf-8" });
  });

  it("have a byte order mark only where all three of its bytes are there", () => {
    // Characters that share one, two or the last of the mark's bytes EF BB BF.
    for (const text of ["ﾀ", "ﻀ", "＿", "껿"]) {
      expect(decodeText(utf8(text))).toEqual({ text, encoding: "utf-8" });
    }
    expect(decodeText(utf8("x\uFEFF"))).toEqual({ text: "x\uFEFF", encoding: "utf-8" });
  });

  it("are CP932 otherwise, with the characters of NEC and IBM", () => {
    expect(decodeText(Uint8Array.of(0xfb, 0xfc, 0xed, 0x95, 0x87, 0x40))).toEqual({
      text: "髙﨑①",
      encoding: "cp932",
    });
    // Half-width katakana, as old systems write them.
    expect(decodeText(Uint8Array.of(0xb1, 0xb2))).toEqual({ text: "ｱｲ", encoding: "cp932" });
  });

  it("are nothing where they are neither", () => {
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toBeNull();
  });
});
