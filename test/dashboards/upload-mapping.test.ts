import { describe, expect, it } from "vitest";
import { mappingOf, savable, sendable } from "../../dashboards/components/upload/mapping.js";
import type { Mapping, Reading } from "../../data/contract/api/mapping.js";

const NONE: Mapping = { columns: {}, constants: {}, register_districts: false };
const reading = (values: Partial<Reading>): Reading => ({
  header: [],
  header_row: 1,
  mapping: NONE,
  mapping_from: "none",
  columns: [],
  ignored: [],
  proposal: null,
  ...values,
});

describe("a reading as a mapping", () => {
  it("holds what was known by its header as well as what was mapped", () => {
    const columns: Reading["columns"] = [
      { field: "as_of", headers: ["基準日"], constant: null },
      { field: "district", headers: ["区", "町名"], constant: null },
      { field: "municipality", headers: [], constant: "271004" },
    ];
    expect(mappingOf(reading({ columns }))).toEqual({
      columns: { as_of: "基準日", district: ["区", "町名"] },
      constants: { municipality: "271004" },
      register_districts: false,
    });
  });

  it("is filled from the proposal, which never says a field twice", () => {
    const columns: Reading["columns"] = [{ field: "municipality", headers: [], constant: "271004" }];
    const proposal: Mapping = { ...NONE, columns: { municipality: "団体" }, register_districts: true };
    expect(mappingOf(reading({ columns, proposal }))).toEqual({
      columns: { municipality: "団体" },
      constants: {},
      register_districts: true,
    });
  });
});

it("constants without a value are not sent", () => {
  const mapping: Mapping = { ...NONE, constants: { as_of: "", municipality: "271004" } };
  expect(sendable(mapping).constants).toEqual({ municipality: "271004" });
});

it("a date for one whole file is not kept for the next", () => {
  const constants = { as_of: "2026-10-31", population_as_of: "2026-01-01", municipality: "271004" };
  expect(savable({ ...NONE, constants }).constants).toEqual({ municipality: "271004" });
});
