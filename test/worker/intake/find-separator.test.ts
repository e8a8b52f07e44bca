import { describe, expect, it } from "vitest";
import { findSeparator } from "../../../worker/intake/find-separator.js";

const lines = (line: string, n: number) => Array.from({ length: n }, () => line).join("\n");

describe("the separator of a text", () => {
  it.each([",", "\t", ";"] as const)("%j is found, whatever ends the lines", (separator) => {
    const rows = ["a", "1", "2"].map((x) => `${x}${separator}${x}${separator}${x}`);
    for (const end of ["\n", "\r\n", "\r"]) expect(findSeparator(rows.join(end))).toBe(separator);
  });

  it("is the one that stands most often in a line", () => {
    expect(findSeparator("a;b;c,d\n1;2;3,4\n")).toBe(";");
    expect(findSeparator("a\tb\tc,d\n")).toBe("\t");
  });

  it("is a comma where there is none, or as many of each", () => {
    expect(findSeparator("人口\n10\n")).toBe(",");
    expect(findSeparator("")).toBe(",");
    expect(findSeparator("a,b;c\td\n")).toBe(",");
  });

  it("is not looked for inside quotation marks, over line ends too", () => {
    expect(findSeparator('地区;人口\n01;"1,180,215"\n02;"2,180,215"\n')).toBe(";");
    expect(findSeparator('a;"x,\n,,,\n,,,\n,,,"\nb;c\n')).toBe(";");
  });

  it("is that of the typical line, so that a few titles do not outweigh the table", () => {
    expect(findSeparator("一,二,三,四\n五,六,七,八\na;b\n1;2\n3;4\n5;6\n")).toBe(";");
  });

  it("is looked for line by line, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(findSeparator(["一,二,三,四", "a;b", "1;2", "3;4"].join(end))).toBe(";");
    }
  });

  it("of an even number of lines is that of the upper half", () => {
    expect(findSeparator("x\na;b\n")).toBe(";");
  });

  it("is looked for in the first twenty lines that hold anything", () => {
    expect(findSeparator(`${lines("a;b", 20)}\n${lines("a,b,c", 100)}`)).toBe(";");
    expect(findSeparator(`${lines("a;b\n\n\n\n", 11)}${lines("a,b,c", 9)}\n${lines("a,b,c", 50)}`)).toBe(";");
    expect(findSeparator(`${lines("a;b", 9)}\n${lines("a,b,c", 11)}\n${lines("a;b;c;d", 50)}`)).toBe(",");
  });

  it("counts a last line that has no end", () => {
    expect(findSeparator("a;b;c")).toBe(";");
    expect(findSeparator("x\ny,z\na;b;c;d\na;b;c;d")).toBe(";");
  });
});
