import { describe, expect, it } from "vitest";
import { csvText, plainCsv } from "../../../data/contract/csv.js";

describe("a CSV for spreadsheets", () => {
  it("begins with a BOM, ends lines with CRLF and quotes what needs it", () => {
    expect(csvText(["a", "b"], [["x,y", 'say "hi"']])).toBe('\uFEFFa,b\r\n"x,y","say ""hi"""\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"])("takes the formula out of %j", (text) => {
    expect(csvText(["a"], [[text]])).toMatch(new RegExp(`\\r\\n"?'`));
  });

  it("leaves numbers and what is not there alone", () => {
    expect(csvText(["a", "b", "c"], [[-1, null, true]])).toBe("\uFEFFa,b,c\r\n-1,,true\r\n");
  });

  it("writes a mark or a decimal just as it is", () => {
    expect(csvText(["a", "b"], [[{ verbatim: "-" }, { verbatim: "52.0" }]])).toBe("\uFEFFa,b\r\n-,52.0\r\n");
  });
});

describe("a CSV for programs", () => {
  it("has no BOM, ends lines with LF and leaves every text as it is", () => {
    expect(
      plainCsv(
        ["a", "b"],
        [
          ["=1", null],
          ["x,y", 2],
        ],
      ),
    ).toBe('a,b\n=1,\n"x,y",2\n');
    expect(plainCsv(["a"], [])).toBe("a\n");
  });
});
