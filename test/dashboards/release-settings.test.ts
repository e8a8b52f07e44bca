import { describe, expect, it } from "vitest";
import { settingsFields } from "../../dashboards/components/release/settings-form.js";
import { ageChoices, faultsOf, newMergeCode } from "../../dashboards/components/release/settings-values.js";
import { agePartitionFault } from "../../data/contract/age-band.js";
import { townSettingsSchema } from "../../data/contract/schema.js";
import { DEFAULT_SETTINGS, type TownSettings } from "../../data/contract/town-settings.js";

const DISTRICTS = [
  { code: "01", name: "北", area: "東部" },
  { code: "02", name: "東", area: "東部" },
  { code: "merged-1", name: "南", area: "西部" },
];
const merge = (code: string, members: string[], name = "まとめ") => ({ code, name, members });
const withMerges = (...merges: ReturnType<typeof merge>[]): TownSettings => ({
  ...DEFAULT_SETTINGS,
  policy: { ...DEFAULT_SETTINGS.policy, merges },
});
const fields = (settings: TownSettings) => faultsOf(settings, DISTRICTS).map(({ field }) => field);

describe("the choices of ages", () => {
  it("are partitions that the server takes, the one in force among them", () => {
    const bands = ageChoices(null).flatMap(({ value }) => (value === "" ? [] : [value.split(",")]));
    expect(bands.map(agePartitionFault)).toEqual([null, null, null, null]);
    for (const { value } of ageChoices(null)) {
      const ages = value === "" ? null : value.split(",");
      expect(townSettingsSchema.safeParse({ policy: { ages } }).success).toBe(true);
    }
    const own = ["0-19", "20+"];
    expect(ageChoices(own).at(-1)).toEqual({ value: "0-19,20+", name: "いまの区切り(0-19・20+)" });
    expect(ageChoices(DEFAULT_SETTINGS.policy.ages)).toHaveLength(ageChoices(null).length);
  });
});

describe("settings that are filled in", () => {
  it("have no faults where the server takes them", () => {
    const settings: TownSettings = {
      ...withMerges(merge("m", ["01", "02"])),
      frame_ancestors: ["https://www.town.example.jp", "http://localhost:3000"],
      apply: [{ ja: "窓口へ" }],
      sessions: [{ date: "2026-12-05", time: null, place: { ja: "公民館" }, what: { ja: "受付" } }],
    };
    expect(fields(settings)).toEqual([]);
    expect(townSettingsSchema.safeParse(settings).success).toBe(true);
  });

  it("are told at the field what the server would refuse", () => {
    const settings: TownSettings = {
      ...DEFAULT_SETTINGS,
      policy: { ...DEFAULT_SETTINGS.policy, smallestResidents: 99, toldExactly: ["2025-03-31", ""] },
      publisher: { ja: "", en: "Town" },
      apply: [{ ja: "" }],
      sessions: [{ date: "", time: null, place: { ja: "" }, what: { ja: "" } }],
      frame_ancestors: ["https://www.town.example.jp/"],
    };
    expect(fields(settings)).toEqual([
      "policy.smallestResidents",
      "policy.toldExactly.1",
      "publisher.ja",
      "apply.0.ja",
      "sessions.0.date",
      "sessions.0.place.ja",
      "sessions.0.what.ja",
      "frame_ancestors",
    ]);
    expect(townSettingsSchema.safeParse(settings).success).toBe(false);
  });

  it("merge two districts or more of one area, each once, under a name", () => {
    expect(fields(withMerges(merge("m", ["01"])))).toEqual(["policy.merges.0.members"]);
    expect(fields(withMerges(merge("m", ["01", "merged-1"])))).toEqual(["policy.merges.0.members"]);
    expect(fields(withMerges(merge("m", ["01", "02"], "")))).toEqual(["policy.merges.0.name"]);
    const twice = withMerges(merge("m", ["01", "02"]), merge("n", ["02", "01"]));
    expect(faultsOf(twice, DISTRICTS)[0]).toMatchObject({
      field: "policy.merges.1.members",
      message: "東は、ほかの合算でも選ばれています。",
    });
  });

  it("ask for as few residents as the server takes, and no fewer", () => {
    const asking = (smallestResidents: number) =>
      fields({ ...DEFAULT_SETTINGS, policy: { ...DEFAULT_SETTINGS.policy, smallestResidents } });
    for (const [residents, isTaken] of [
      [99, false],
      [100, true],
      [10_000, true],
      [10_001, false],
      [Number.NaN, false],
    ] as const) {
      expect([residents, asking(residents).length === 0]).toEqual([residents, isTaken]);
      const { success } = townSettingsSchema.safeParse({ policy: { smallestResidents: residents } });
      expect([residents, success]).toEqual([residents, isTaken]);
    }
  });

  it("give a new merge a code that nothing else has", () => {
    expect(newMergeCode([], DISTRICTS)).toBe("merged-2");
    expect(newMergeCode([merge("merged-2", [])], DISTRICTS)).toBe("merged-3");
  });
});

describe("the form", () => {
  it("says of each rule what it means, and keeps the dates that were told elsewhere", () => {
    const policy = { ...DEFAULT_SETTINGS.policy, totals: "tens" as const, toldExactly: ["2025-03-31"] };
    const { text } = settingsFields({ ...DEFAULT_SETTINGS, policy }, DISTRICTS, true);
    for (const words of ["隣の地区と合わせ", "国が市区町村ごとに公表", "次の基準日から始まります"])
      expect(text).toContain(words);
    expect(text).toMatch(/<option value="tens"\s+selected/);
    expect(text).toContain('value="2025-03-31"');
    expect(text).not.toContain("秘匿");
    // Whatever describes a control is there.
    const ids = new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((m) => m[1]));
    const described = [...text.matchAll(/aria-describedby="([^"]+)"/g)].flatMap((m) => m[1]!.split(" "));
    expect(described.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("escapes what people wrote, and is closed to who may not change it", () => {
    const settings: TownSettings = { ...DEFAULT_SETTINGS, contact: { ja: `<b>"課"</b>` } };
    expect(settingsFields(settings, DISTRICTS, true).text).not.toContain("<b>");
    expect(settingsFields(settings, DISTRICTS, false).text).toMatch(/<fieldset class="settings"\s+disabled/);
  });
});
