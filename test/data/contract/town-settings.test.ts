import { describe, expect, it } from "vitest";
import { agePartitionFault } from "../../../data/contract/age-band.js";
import { disclosurePolicySchema, townSettingsSchema } from "../../../data/contract/schema.js";
import { DEFAULT_SETTINGS, inLanguage, LANGUAGES } from "../../../data/contract/town-settings.js";

/** The members at which a value is refused. */
const faults = (value: object) =>
  townSettingsSchema.safeParse(value).error?.issues.map((found) => found.path.join(".")) ?? [];
const policyFaults = (value: object) =>
  disclosurePolicySchema.safeParse(value).error?.issues.map((found) => found.path.join(".")) ?? [];
const many = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);
const letters = (n: number) => "x".repeat(n);
const MERGE = { code: "M1", name: "高浜ほか", members: ["01", "02"] };
const SESSION = { date: "2026-11-20", place: { ja: "役場" }, what: { ja: "申請受付" } };

describe("a town's settings", () => {
  it("that say nothing are those of every town", () => {
    expect(townSettingsSchema.parse({})).toEqual(DEFAULT_SETTINGS);
  });

  it("that say nothing let any page show a chart, under CC BY 4.0, in ages that cover everybody", () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      licence: "CC-BY-4.0",
      frame_ancestors: ["*"],
      apply: [],
      sessions: [],
    });
    const { ages } = DEFAULT_SETTINGS.policy;
    expect(ages === null || agePartitionFault(ages) === null).toBe(true);
  });

  it("are said in the languages of what residents read", () =>
    expect(LANGUAGES).toEqual(["ja", "easy", "en"]));

  it("are passed on as they are said, blanks around texts cut", () => {
    const said = {
      policy: {
        smallestResidents: 150,
        totals: "tens",
        ages: ["0-64", "65+"],
        merges: [MERGE],
        toldExactly: ["2026-09-30"],
      },
      licence: "PDL-1.0",
      publisher: { ja: " 志賀町 ", easy: "しかまち", en: "Shika Town" },
      contact: { ja: "住民課 0767-32-1111" },
      name_en: "Shika Town",
      apply: [{ ja: "窓口で" }],
      sessions: [{ ...SESSION, time: "13:30～16:00" }],
      frame_ancestors: ["https://www.town.shika.lg.jp", "http://localhost:3000", "*"],
    };
    expect(townSettingsSchema.parse(said)).toEqual({
      ...said,
      publisher: { ...said.publisher, ja: "志賀町" },
    });
  });

  it.each([
    ["licence", "CC0"],
    ["licence", ""],
    ["publisher", {}],
    ["publisher", { ja: "" }],
    ["publisher", "志賀町"],
    ["contact", { ja: letters(1001) }],
    ["name_en", letters(201)],
    ["name_en", " "],
    ["apply", many(21, { ja: "x" })],
    ["apply", [{ en: "x" }]],
    ["sessions", many(201, SESSION)],
    ["sessions", [{ ...SESSION, date: "2026-11-31" }]],
    ["sessions", [{ ...SESSION, time: "" }]],
    ["sessions", [{ ...SESSION, time: letters(101) }]],
    ["sessions", [{ ...SESSION, more: 1 }]],
    ["sessions", [{ date: SESSION.date, place: SESSION.place }]],
    ["frame_ancestors", many(21, "*")],
    ["policy", { smallestCount: 2 }],
    ["another", 1],
  ])("do not take %s %j", (member, value) => {
    expect(faults({ [member]: value }).every((path) => path === "" || path.split(".")[0] === member)).toBe(
      true,
    );
    expect(faults({ [member]: value })).not.toEqual([]);
  });

  it("take as much as their limits say", () => {
    const full = {
      contact: { ja: letters(1000) },
      name_en: letters(200),
      apply: many(20, { ja: "x" }),
      sessions: many(200, { ...SESSION, time: letters(100) }),
      frame_ancestors: many(20, "*"),
    };
    expect(faults(full)).toEqual([]);
  });

  it.each(["*", "https://a.example", "http://localhost:3000", "https://a-b.example:65535"])(
    "let the pages of %s show a chart",
    (origin) => expect(faults({ frame_ancestors: [origin] })).toEqual([]),
  );

  it.each([
    "",
    "**",
    "x*",
    "*x",
    "https://",
    "ftp://a.example",
    "a.example",
    "xhttps://a.example",
    "https://a.example/",
    "https://a.example:",
    "https://a.example:123456",
    "https://A.example",
    "https://a.example\n",
    "https://a.example; script-src *",
  ])("do not let %j end a header early", (origin) =>
    expect(faults({ frame_ancestors: [origin] })).toEqual(["frame_ancestors.0"]),
  );
});

describe("a policy of what is told", () => {
  it.each([
    { smallestResidents: 100 },
    { smallestResidents: 10_000 },
    { totals: "exact" },
    { totals: "tens" },
    { toldExactly: many(1000, "2026-09-30") },
    { ages: null },
    { ages: ["0+"] },
    { merges: [{ ...MERGE, code: letters(200), members: many(500, "01") }] },
    { merges: many(500, MERGE) },
  ])("takes %j", (value) => expect(policyFaults(value)).toEqual([]));

  it.each<[string, object]>([
    ["smallestResidents", { smallestResidents: 99 }],
    ["smallestResidents", { smallestResidents: 10_001 }],
    ["smallestResidents", { smallestResidents: 150.5 }],
    ["totals", { totals: "" }],
    ["toldExactly.0", { toldExactly: ["2026-09"] }],
    ["toldExactly", { toldExactly: many(1001, "2026-09-30") }],
    ["ages.0", { ages: ["0-17", "18+"] }],
    ["ages", { ages: ["0-64"] }],
    ["ages", { ages: [] }],
    ["ages.0", { ages: ["all"] }],
    ["ages.1", { ages: ["0-64", "65歳以上"] }],
    ["merges.0.code", { merges: [{ ...MERGE, code: "all" }] }],
    ["merges.0.members", { merges: [{ ...MERGE, members: ["01"] }] }],
    ["merges.0.members", { merges: [{ ...MERGE, members: many(501, "01") }] }],
    ["merges.0.name", { merges: [{ ...MERGE, name: "" }] }],
    ["merges", { merges: many(501, MERGE) }],
  ])("is refused at %s for %j", (path, value) => expect(policyFaults(value)).toContain(path));

  it("has at most the bands of five years, to a hundred and over", () => {
    const fives = [...Array.from({ length: 20 }, (_, i) => `${i * 5}-${i * 5 + 4}`), "100+"];
    expect(policyFaults({ ages: fives })).toEqual([]);
    expect(policyFaults({ ages: [...fives, "100+"] })).toContain("ages");
  });

  it("has nothing in it that nobody knows", () => {
    expect(policyFaults({ more: 1 })).toEqual([""]);
    expect(policyFaults({ merges: [{ ...MERGE, more: 1 }] })).toEqual(["merges.0"]);
  });
});

describe("words in a language", () => {
  it("are the Japanese ones where there are no others", () => {
    expect(inLanguage({ ja: "役場", en: "Town office" }, "en")).toBe("Town office");
    expect(inLanguage({ ja: "役場", en: "Town office" }, "easy")).toBe("役場");
    expect(inLanguage({ ja: "役場", easy: "やくば" }, "ja")).toBe("役場");
  });
});
