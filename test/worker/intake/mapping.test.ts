import { describe, expect, it } from "vitest";
import { mappingSchema, NO_MAPPING } from "../../../data/contract/api/mapping.js";

const faults = (value: unknown) =>
  mappingSchema.safeParse(value).error?.issues.map((i) => i.path.join(".")) ?? [];
const letters = (n: number) => "x".repeat(n);
const FIELDS = [
  "municipality as_of district age_band sex population",
  "population_as_of applications issued held area",
].flatMap((line) => line.split(" "));

describe("a mapping", () => {
  it("that says nothing maps nothing", () => expect(mappingSchema.parse({})).toEqual(NO_MAPPING));

  it.each(FIELDS)("can give %s a column, several, or one value", (field) => {
    for (const columns of [{ [field]: "列" }, { [field]: ["区", "町"] }]) {
      expect(mappingSchema.parse({ columns })).toEqual({ ...NO_MAPPING, columns });
    }
    expect(mappingSchema.parse({ constants: { [field]: "値" } }).constants).toEqual({ [field]: "値" });
  });

  it("has the blanks around its texts cut, and may ask for districts to be registered", () => {
    expect(
      mappingSchema.parse({
        columns: { sex: " 列 ", area: [" 区"] },
        constants: { held: " 1 " },
        register_districts: true,
      }),
    ).toEqual({ columns: { sex: "列", area: ["区"] }, constants: { held: "1" }, register_districts: true });
  });

  it("takes texts of 200 characters and five columns", () => {
    expect(faults({ columns: { sex: letters(200), area: Array.from({ length: 5 }, () => "x") } })).toEqual(
      [],
    );
    expect(faults({ constants: { sex: letters(200) } })).toEqual([]);
  });

  it.each([
    ["columns", { columns: { name: "x" } }],
    ["columns.sex", { columns: { sex: "" } }],
    ["columns.sex", { columns: { sex: " " } }],
    ["columns.sex", { columns: { sex: letters(201) } }],
    ["columns.sex", { columns: { sex: [] } }],
    ["columns.sex.1", { columns: { sex: ["x", ""] } }],
    ["columns.sex", { columns: { sex: Array.from({ length: 6 }, () => "x") } }],
    ["columns.sex", { columns: { sex: 1 } }],
    ["constants", { constants: { name: "x" } }],
    ["constants.sex", { constants: { sex: "" } }],
    ["constants.sex", { constants: { sex: letters(201) } }],
    ["constants.sex", { constants: { sex: ["x"] } }],
    ["register_districts", { register_districts: "yes" }],
    ["", { more: 1 }],
    ["", []],
  ])("is refused at %j: %j", (path, value) => expect(faults(value)).toContain(path));
});
