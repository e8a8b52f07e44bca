import { describe, expect, it } from "vitest";
import { cellValue } from "../../dashboards/components/arrow-values.js";

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
