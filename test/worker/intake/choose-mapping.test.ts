import { describe, expect, it } from "vitest";
import { NO_MAPPING, type Mapping } from "../../../data/contract/api/mapping.js";
import { readMapped } from "../../../worker/intake/choose-mapping.js";

const SAVED: Mapping = { ...NO_MAPPING, columns: { district: ["区", "町"], population: "ひと" } };
const GIVEN: Mapping = { ...NO_MAPPING, columns: { population: "人" } };
const read = (text: string, given: Mapping | null, saved: Mapping | null) => {
  const { file, mapping, origin } = readMapped(new TextEncoder().encode(text), "csv", given, saved);
  return { origin, mapping, header: file.table?.header, row: file.table?.headerRow };
};

describe("the mapping of a file", () => {
  const text = "題,注,x\n区,町,ひ　と\n東,一,10\n";

  it("is the one that came with it, before the town's own", () => {
    expect(read(text, GIVEN, SAVED)).toMatchObject({ origin: "request", mapping: GIVEN });
  });

  it("is the town's own where the file has all of its columns, and finds the header by it", () => {
    expect(read(text, null, SAVED)).toEqual({
      origin: "saved",
      mapping: SAVED,
      header: ["区", "町", "ひ　と"],
      row: 2,
    });
  });

  it("is none where a column of the town's own is missing, where there is none, or the file is not right", () => {
    expect(read("区,ひと\n東,10\n", null, SAVED)).toMatchObject({ origin: "none", mapping: NO_MAPPING });
    expect(read(text, null, null)).toMatchObject({ origin: "none", mapping: NO_MAPPING, row: 1 });
    expect(read("区,町,ひと\n", null, SAVED)).toMatchObject({ origin: "none", header: undefined });
  });
});
