import { describe, expect, it } from "vitest";
import { cellValue } from "../../dashboards/components/arrow-values.js";
import { csvText } from "../../dashboards/components/csv-text.js";

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
});

describe("a cell of a result", () => {
  const field = (typeId: number, scale?: number) => ({
    name: "x",
    type: { typeId, ...(scale === undefined ? {} : { scale }) },
  });

  it("writes days, times, large numbers and structures", () => {
    expect(cellValue(Date.UTC(2026, 9, 31), field(8))).toBe("2026-10-31");
    expect(cellValue(new Date(Date.UTC(2026, 9, 31, 1, 2, 3)), field(10))).toBe("2026-10-31 01:02:03");
    expect(cellValue(12n, field(2))).toBe(12);
    expect(cellValue(2n ** 60n, field(2))).toBe(String(2n ** 60n));
    expect(cellValue({ a: 1n }, field(13))).toBe('{"a":"1"}');
    expect(cellValue(null, field(8))).toBeNull();
  });
});
