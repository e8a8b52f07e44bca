import { describe, expect, it } from "vitest";
import {
  lineageOf,
  openSuccession,
  successionFaults,
  type Succession,
} from "../../../data/disclosure/succession.js";

const on = "2025-04-30";
const [before, after] = ["2025-03-31", "2025-05-31"];
const origin = (successions: Succession[], code: string, date: string) =>
  Object.fromEntries(lineageOf(successions).originOf(code, date));

describe("whose noise a code's people carry", () => {
  it("follows them when they are renamed, merged, split and cut anew", () => {
    const renamed = [{ on, from: ["05"], to: ["18"] }];
    expect(origin(renamed, "18", after)).toEqual({ "05": 1 });
    // A history sent again under the new code is of the same people, too.
    expect(origin(renamed, "18", before)).toEqual({ "05": 1 });
    const merged = [{ on, from: ["05", "06"], to: ["18"] }];
    expect(origin(merged, "18", after)).toEqual({ "05": 1, "06": 1 });
    const split = [{ on, from: ["05"], to: ["18", "19"] }];
    expect(origin(split, "18", after)).toEqual({ "18": 1 });
    expect(origin(split, "19", after)).toEqual({ "05": 1, "18": -1 });
    expect(origin(split, "05", before)).toEqual({ "05": 1 });
    const kept = [{ on, from: ["05"], to: ["05", "06"] }];
    expect(origin(kept, "05", before)).toEqual({ "05": 1 });
    expect(origin(kept, "05", after)).toEqual({ [`05@${on}`]: 1 });
    expect(origin(kept, "06", after)).toEqual({ "05": 1, [`05@${on}`]: -1 });
    expect(origin([{ on, from: [], to: ["20"] }], "20", after)).toEqual({ "20": 1 });
    expect(origin([], "07", after)).toEqual({ "07": 1 });
  });

  it("comes back when the parts of a split are merged again", () => {
    const there = [
      { on, from: ["05"], to: ["18", "19"] },
      { on: "2025-08-31", from: ["18", "19"], to: ["21"] },
    ];
    expect(origin(there, "21", "2025-09-30")).toEqual({ "05": 1 });
  });
});

describe("the line of a code", () => {
  const line = (successions: Succession[], code: string, date: string) =>
    lineageOf(successions).lineOf(code, date);

  it("goes on where one district took the people over whole, and ends where they were divided", () => {
    expect(line([{ on, from: ["05"], to: ["18"] }], "05", before)).toBe("18");
    expect(line([{ on, from: ["05", "06"], to: ["18"] }], "06", before)).toBe("18");
    expect(line([{ on, from: ["05"], to: ["05", "06"] }], "05", before)).toBe(`05~${on}`);
    expect(line([{ on, from: ["05"], to: ["05", "06"] }], "05", after)).toBe("05");
    expect(line([{ on, from: ["05"], to: [] }], "05", before)).toBe("05");
  });

  it("is of codes that stand for somebody", () => {
    const { isAlive } = lineageOf([
      { on, from: ["05"], to: ["05", "06"] },
      { on, from: [], to: ["20"] },
      { on, from: ["09"], to: [] },
      { on, from: ["07"], to: ["70"] },
    ]);
    const alive = (code: string) => [before, on, after].map((date) => isAlive(code, date));
    expect(alive("05")).toEqual([true, true, true]);
    expect(alive("06")).toEqual([false, true, true]);
    expect(alive("20")).toEqual([false, true, true]);
    expect(alive("09")).toEqual([true, false, false]);
    expect(alive("07")).toEqual([true, false, false]);
    expect(alive("70")).toEqual([false, true, true]);
    expect(alive("01")).toEqual([true, true, true]);
  });
});

describe("a list of successions", () => {
  const faults = (successions: Succession[], listed = ["01", "02", "05", "06", "11", "18", "19", "22"]) =>
    successionFaults(successions, new Set(listed)).map((f) => `${f.index} ${f.code} ${f.kind}`);

  it("gives nobody's people to two codes", () => {
    expect(
      faults([
        { on, from: ["01"], to: ["11"] },
        { on, from: ["01"], to: ["22"] },
      ]),
    ).toEqual(["1 01 ended"]);
    expect(faults([{ on, from: ["01"], to: ["02"] }])).toEqual([]);
    expect(
      faults([
        { on, from: ["01"], to: ["11"] },
        { on: after, from: ["05"], to: ["11"] },
      ]),
    ).toEqual(["1 11 taken"]);
    expect(faults([{ on, from: ["01"], to: ["11", "22"] }])).toEqual([]);
  });

  it("names districts of the list, by codes that read as nothing else", () => {
    expect(faults([{ on, from: ["99"], to: ["11"] }])).toEqual(["0 99 unknown"]);
    expect(faults([{ on, from: ["01"], to: ["98"] }])).toEqual(["0 98 unknown"]);
    expect(faults([{ on, from: [`05~${on}`], to: ["11"] }])).toEqual([`0 05~${on} reserved`]);
    const then = [
      { on, from: ["01"], to: ["11"] },
      { on: after, from: ["11"], to: ["18", "19"] },
    ];
    expect(faults(then)).toEqual([]);
  });
});

describe("what must be answered", () => {
  const dates = [before, on, after];
  const open = (seen: Record<string, string[]>, successions: Succession[] = [], published: string[] = []) =>
    openSuccession(new Map(Object.entries(seen)), new Set(published), successions);

  it("is a code that went before another came", () => {
    expect(open({ "01": dates, "05": [before], "18": [on, after] })).toEqual({
      gone: ["05"],
      come: ["18"],
      ended: [],
      taken: [],
    });
    expect(
      open({ "01": dates, "05": [before], "18": [on, after] }, [{ on, from: ["05"], to: ["18"] }]),
    ).toBeNull();
  });

  it("is no file that lacks a district, and no district that comes later", () => {
    expect(open({ "01": dates, "05": [before] })).toBeNull();
    expect(open({ "01": dates, "18": [on, after] })).toBeNull();
    expect(open({ "01": dates, "05": [before, after], "18": [on] })).toBeNull();
  });

  it("compares with what was published, where history was sent again under other codes", () => {
    expect(open({ "01": dates, "18": dates }, [], ["01", "05"])).toEqual({
      gone: ["05"],
      come: ["18"],
      ended: [],
      taken: [],
    });
    const said = [{ on: before, from: ["05"], to: ["18"] }];
    expect(open({ "01": dates, "18": dates }, said, ["01", "05"])).toBeNull();
  });

  it("is answered for each code by itself, also that it ended or is new", () => {
    const seen = { "01": dates, "05": [before], "18": [on, after] };
    expect(open(seen, [{ on, from: ["05"], to: [] }])).toBeNull();
    expect(open(seen, [{ on, from: [], to: ["18"] }])).toBeNull();
    const two = { ...seen, "06": [before], "19": [on, after] };
    expect(open(two, [{ on, from: ["05"], to: ["18"] }])).toEqual({
      gone: ["06"],
      come: ["19"],
      ended: [],
      taken: [],
    });
  });

  it("is a code that is used after it has ended", () => {
    const said = [{ on, from: ["05"], to: ["18"] }];
    expect(open({ "05": dates, "18": [on, after] }, said)).toMatchObject({ ended: ["05"] });
  });
});

describe("codes that change places on one day", () => {
  const swap: Succession[] = [
    { on, from: ["01"], to: ["02"] },
    { on, from: ["02"], to: ["01"] },
  ];
  const shift: Succession[] = [
    { on, from: ["01"], to: ["02"] },
    { on, from: ["02"], to: ["03"] },
    { on, from: ["03"], to: ["04"] },
  ];

  it("take their people with them, in whatever order it is said", () => {
    for (const said of [shift, shift.toReversed()]) {
      expect(["02", "03", "04"].map((code) => origin(said, code, after))).toEqual([
        { "01": 1 },
        { "02": 1 },
        { "03": 1 },
      ]);
      expect(["01", "02", "03"].map((code) => lineageOf(said).lineOf(code, before))).toEqual([
        "02",
        "03",
        "04",
      ]);
      expect(successionFaults(said, new Set(["01", "02", "03", "04"]))).toEqual([]);
    }
    expect(["01", "02"].map((code) => origin(swap, code, after))).toEqual([{ "02": 1 }, { "01": 1 }]);
    expect(["01", "02"].map((code) => lineageOf(swap).lineOf(code, before))).toEqual(["02", "01"]);
    expect(successionFaults(swap, new Set(["01", "02"]))).toEqual([]);
    const seen = new Map([
      ["01", [before, on, after]],
      ["02", [before, on, after]],
    ]);
    expect(openSuccession(seen, new Set(), swap)).toBeNull();
  });
});

describe("people divided the same way again", () => {
  it("are the same parts as before", () => {
    const later = "2025-12-31";
    const said: Succession[] = [
      { on, from: ["05"], to: ["18", "19"] },
      { on: "2025-08-31", from: ["18", "19"], to: ["05"] },
      { on: later, from: ["05"], to: ["18", "19"] },
    ];
    for (const code of ["18", "19"])
      expect(origin(said, code, "2026-01-31")).toEqual(origin(said, code, after));
    expect(origin(said, "05", "2025-09-30")).toEqual({ "05": 1 });
  });
});

describe("a code that is said to come later", () => {
  const dates = [before, on, after];
  it("may not have figures of its own before", () => {
    const seen = new Map([
      ["01", dates],
      ["02", dates],
      ["03", [before]],
    ]);
    expect(openSuccession(seen, new Set(), [{ on, from: [], to: ["02"] }])?.taken).toEqual(["02"]);
    expect(openSuccession(seen, new Set(), [{ on, from: ["03"], to: ["02"] }])?.taken).toEqual(["02"]);
    // All its history was sent again under the new code.
    const again = new Map([
      ["01", dates],
      ["90", dates],
    ]);
    expect(openSuccession(again, new Set(["01", "02"]), [{ on, from: ["02"], to: ["90"] }])).toBeNull();
  });
});
