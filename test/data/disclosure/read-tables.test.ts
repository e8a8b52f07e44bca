import { describe, expect, it } from "vitest";
import { readTables } from "../../../data/disclosure/read-tables.js";

const row = (values: object = {}) => ({
  as_of: "2026-10-31",
  kind: "district",
  place: "01",
  age_band: "all",
  sex: "all",
  population: 500,
  applications: 400,
  issued: 390,
  held: null,
  margin: 11,
  ...values,
});
const file = (values: object = {}) => ({
  municipality: { code: "173843", name: "志賀町" },
  method: { name: "tens-of-people", version: 1, base: 10 },
  policy: { smallestResidents: 100, totals: "exact", ages: ["0-14", "15+"], merges: [], toldExactly: [] },
  successions: [{ on: "2026-09-30", from: ["05"], to: [] }],
  known: ["01"],
  coverage: [{ dates: ["2026-09-30", "2026-10-31"], codes: ["01"] }],
  places: [
    { kind: "town", code: "all", name: "志賀町", members: ["01"] },
    { kind: "district", code: "01", name: "高浜", members: ["01"] },
  ],
  rows: [row()],
  ...values,
});

describe("tables.json, read", () => {
  it("has its rows by date, place, age and sex, whatever their order in the file", () => {
    const town = { kind: "town", place: "all" };
    const wanted = [
      row({ ...town, as_of: "2026-09-30" }),
      row({ as_of: "2026-09-30" }),
      row(town),
      row({ ...town, sex: "male" }),
      row({ ...town, age_band: "0-14" }),
      row({ ...town, age_band: "15+", sex: "female" }),
      row(),
    ];
    expect(readTables(file({ rows: wanted.toReversed() })).rows).toEqual(wanted);
  });

  it("keeps nothing that the tables do not have", () => {
    const read = readTables(file({ rows: [row({ place_name: "高浜" })], title: "題" }));
    expect(read.rows).toEqual([row()]);
    expect(read.municipality).toBe("173843");
  });

  it.each([
    ["no file", null],
    ["another method", file({ method: { name: "suppression", version: 1, base: 10 } })],
    ["another base", file({ method: { name: "tens-of-people", version: 1, base: 5 } })],
    ["no policy", file({ policy: undefined })],
    ["ages that leave a gap", file({ policy: { ...file().policy, ages: ["0-14", "20+"] } })],
    ["a date that is none", file({ successions: [{ on: "2026-09", from: [], to: ["05"] }] })],
    ["coverage that is no list", file({ coverage: {} })],
    ["a place twice", file({ places: [...file().places, file().places[1]] })],
    ["a row of no place", file({ rows: [row({ place: "02" })] })],
    ["a row twice", file({ rows: [row(), row({ issued: 400 })] })],
    ["ages that are no leaves", file({ rows: [row({ age_band: "0-3" })] })],
    ["a count that is none", file({ rows: [row({ issued: -10 })] })],
    ["a measure left out", file({ rows: [row({ held: undefined })] })],
    ["no margin", file({ rows: [row({ margin: null })] })],
  ])("is refused with %s", (_, json) => {
    expect(() => readTables(json)).toThrow(expect.objectContaining({ code: "invalid_tables" }));
  });
});
