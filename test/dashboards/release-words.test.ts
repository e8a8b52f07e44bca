import { describe, expect, it } from "vitest";
import { differenceLines } from "../../dashboards/components/release/differences.js";
import { faultPlace, faultWords } from "../../dashboards/components/release/faults.js";
import { boundSentence, proofSection } from "../../dashboards/components/release/proof.js";
import { releaseMarkup } from "../../dashboards/components/release/release-markup.js";
import { latestOf, standing } from "../../dashboards/components/release/standing.js";
import { limitLines, toldLines, toldSection } from "../../dashboards/components/release/told.js";
import { archiveTable } from "../../dashboards/components/release/archive-table.js";
import { atMost, elapsed, jobWords, placeNames } from "../../dashboards/components/release/words.js";
import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import type { ListedRelease, Release } from "../../data/contract/api/release.js";
import type { AuditFault } from "../../data/disclosure/audit-fault.js";
import { greatestProbability } from "../../data/disclosure/noise.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";

const report = (values: Partial<DisclosureReport> = {}): DisclosureReport => ({
  policy: DEFAULT_POLICY,
  as_of_dates: 2,
  rows: 20,
  places: [
    { kind: "town", count: 1 },
    { kind: "area", count: 2 },
    { kind: "district", count: 3 },
  ],
  merges: [],
  ages: { town: ["0-14", "15+"], area: [] },
  incomplete: [],
  audit: {
    passed: true,
    faults: [],
    fault_count: 0,
    cells: [
      { leaves: 3, cells: 4, bound: greatestProbability(3) },
      { leaves: 42, cells: 3, bound: greatestProbability(42) },
    ],
    differences: [{ leaves: 4, cells: 7, bound: greatestProbability(4) }],
  },
  certificate: { passed: true, method: "tens-of-people", version: 1, policy: DEFAULT_POLICY },
  differences: { dates_added: [], dates_removed: [], values_changed: 0, policy_changed: false },
  warnings: [],
  unpictured: [],
  ...values,
});

const DISTRICTS = [
  { code: "01", name: "北", area: null },
  { code: "02", name: "東", area: null },
];
const nameOf = placeNames(DISTRICTS, [{ code: "01+02", name: "北・東" }]);

const release = (id: string, values: Partial<ListedRelease> = {}): ListedRelease => ({
  id,
  municipality: "173843",
  status: "published",
  method: "tens-of-people",
  through: "2026-10-31",
  revision: 1,
  digest: "0",
  previous: null,
  created_at: "2026-11-01T00:00:00Z",
  created_by: "a",
  published_at: null,
  published_by: null,
  withdrawn_at: null,
  withdrawn_by: null,
  reason: null,
  ...values,
});

describe("what a release tells", () => {
  it("is exact for residents and the town's total, in tens for the rest", () => {
    expect(toldLines(report())).toEqual([
      "地区や年齢ごとの枚数は、一人ひとりが分からないように、10枚単位のおよその数で公開します。",
      "住民の数と、町全体の合計(全年齢・男女計)は、1の位まで公開します。",
    ]);
    const policy = { ...DEFAULT_POLICY, totals: "tens" as const, toldExactly: ["2025-03-31", "2024-03-31"] };
    const lines = toldLines({ policy });
    expect(lines[1]).toContain("町全体の合計は10枚単位");
    expect(lines[2]).toContain("2025年3月末まで");
  });

  it("names merges with their districts and why they are one", () => {
    const merges: DisclosureReport["merges"] = [
      { code: "01+02", name: "北・東", members: ["01", "02"], chosen: "small" },
      { code: "m", name: "<南>", members: ["03", "04~2025-04-01"], chosen: "town" },
    ];
    const { text } = toldSection(report({ merges }), "173843", nameOf);
    for (const words of [
      "北、東",
      "住民が100人より少ない地区があるため",
      "町が決めた合算",
      "04(2025-04-01より前)",
      "うち2は合算です",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("<南>");
  });

  it("is the town alone where it has no districts to tell", () => {
    const { text } = toldSection(report({ places: [{ kind: "town", count: 1 }] }), "173843", nameOf);
    expect(text).toContain("町全体だけを公開します");
  });
});

describe("how surely anybody could tell a true count", () => {
  it("is the likeliest of all counts, never told lower than it is", () => {
    expect([1, 3, 42].map((leaves) => atMost(greatestProbability(leaves)))).toEqual([
      "50.0%",
      "31.3%",
      "8.7%",
    ]);
    expect(atMost(0.1)).toBe("10.0%");
    expect(boundSentence(report().audit)).toBe(
      "地区や年齢ごとのどの数字も、もとの数を言い当てられる確率は最大31.3%です。",
    );
    expect(boundSentence({ cells: [] })).toContain("ありません");
  });

  it("is said of differences too, with the fewest groups that a count has", () => {
    const { text } = proofSection(report(), "173843", nameOf);
    for (const words of ["決まりをすべて満たしています。", "最大27.4%", "いちばん少ない数字でも3組"])
      expect(text).toContain(words);
  });
});

describe("a fault", () => {
  const KINDS: AuditFault["kind"][] = [
    "not_tens",
    "above_residents",
    "out_of_order",
    "few_residents",
    "few_leaves",
    "few_leaves_apart",
    "sums_disagree",
    "wrong_margin",
    "incomplete",
    "same_people",
    "told_exactly",
    "other_people",
  ];

  it("has words of its own and something to do about it", () => {
    expect(new Set(KINDS.map((kind) => faultWords({ kind }))).size).toBe(KINDS.length);
    const faults = KINDS.map((kind) => ({ kind, at: "2026-10-31" }));
    const audit = { ...report().audit, passed: false, faults, fault_count: 66 };
    const { text } = proofSection(report({ audit }), "173843", nameOf);
    for (const words of [
      "直すところ(66か所)",
      "view=settings#ages",
      "view=settings#merges",
      "view=settings#told",
      "66か所のうち、はじめの12か所です",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("満たしています");
  });

  it("is where the audit says, in a planner's words", () => {
    for (const [at, words] of [
      ["2026-10-31 district 01+02 all all", "2026年10月末 北・東 全年齢・男女計"],
      ["2026-10-31", "2026年10月末"],
      ["2026-10-31 01", "2026年10月末 北"],
      ["town all 0-14 male", "町全体 0～14歳・男"],
      ["area 東 の 町 75+ all", "東 の 町 75歳以上・男女計"],
      ["town all all all − district 02 all all", "町全体 全年齢・男女計 と 東 全年齢・男女計"],
      ["district 02~2025-04-01 all all", "東(2025-04-01より前) 全年齢・男女計"],
    ] as const)
      expect([at, faultPlace(at, nameOf)]).toEqual([at, words]);
  });
});

describe("a release of the method before", () => {
  const older = release("old", { method: "suppression", published_at: "2026-11-02T00:00:00Z" });
  const around = {
    town: "173843",
    mayPublish: true,
    isLatest: true,
    isStale: false,
    isDrafting: false,
    revision: 1,
    nameOf,
  };

  it("stands in the archive marked as such, without its report", () => {
    expect(archiveTable([older], undefined, "173843").text).toContain("以前の方式（秘匿）");
    expect(archiveTable([release("new")], undefined, "173843").text).not.toContain("秘匿");
    const shown = releaseMarkup({ ...older, report: { hidden: [1] } } as Release, around).text;
    expect(shown).toContain("報告は表示しません");
    expect(shown).toContain('data-do="withdraw"');
    expect(shown).not.toContain('id="proof"');
  });

  it("cannot be published any more where it is a draft", () => {
    const draft = { ...older, status: "draft", published_at: null } as Release;
    expect(standing(draft, []).isStale).toBe(true);
    const shown = releaseMarkup(draft, { ...around, isLatest: false }).text;
    expect(shown).toContain("古くなりました");
    expect(shown).not.toContain('data-do="publish"');
  });

  it("does not stand in the way of one of this method", () => {
    const draft = { ...release("d", { status: "draft" }), report: report() } as Release;
    const shown = releaseMarkup(draft, { ...around, isLatest: false, isDrafting: true, revision: 3 }).text;
    for (const words of [
      "公開できます",
      "町全体・2区域・3地区の、2基準日の数字です。",
      "最大31.3%",
      "(版1 → 版3)",
      "進み具合を見る",
      'data-do="publish"',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toContain("秘匿");
  });
});

describe("differences to the release before", () => {
  it("are a sentence each, or one that nothing differs", () => {
    const { differences } = report();
    expect(differenceLines(differences, false)).toEqual(["公開する数字は、前の公開版と同じです。"]);
    const changed = {
      ...differences,
      dates_added: ["2026-10-31"],
      values_changed: 1234,
      policy_changed: true,
    };
    expect(differenceLines(changed, false)).toEqual([
      "2026年10月末の数字が加わります。",
      "1,234個の値が変わります(訂正や、人口の更新)。",
      "年齢の区切りや合算など、公開の決まりが変わります。",
    ]);
    expect(differenceLines({ ...differences, dates_added: ["2026-09-30", "2026-10-31"] }, true)).toEqual([
      "はじめての公開です。2026年9月末から2026年10月末までの2基準日の数字を公開します。",
    ]);
  });
});

describe("what residents see", () => {
  it("is the last published one that stands, whenever it was drafted", () => {
    const late = release("late", { published_at: "2026-11-03T00:00:00Z" });
    const early = release("early", { published_at: "2026-11-02T00:00:00Z" });
    const withdrawn = release("x", { status: "withdrawn", published_at: "2026-11-04T00:00:00Z" });
    const draft = release("d", { status: "draft" });
    expect(latestOf([draft, withdrawn, early, late])?.id).toBe("late");
    expect(latestOf([draft, withdrawn])).toBeUndefined();
  });

  it("makes a draft stale only where it was published after it", () => {
    const draft = release("d", { status: "draft" });
    const before = release("b", { published_at: "2026-10-31T00:00:00Z" });
    const after = release("a", { status: "withdrawn", published_at: "2026-11-01T00:00:01Z" });
    expect(standing(draft, [before, draft]).isStale).toBe(false);
    expect(standing(draft, [before, draft, after]).isStale).toBe(true);
    expect(standing(before, [before, after]).isStale).toBe(false);
  });
});

describe("a draft that is being made", () => {
  it("says what is being done, and how much of it is where that is known", () => {
    expect(jobWords({ step: "pictures", done: 1200, total: 3400 })).toBe(
      "ページとグラフを描いています(3,400のうち1,200まで)",
    );
    expect(jobWords({ step: "storing", done: 0, total: null })).toBe("しまっています");
  });
});

describe("time that has passed", () => {
  it("is said in seconds, then in minutes", () => {
    expect([elapsed(0), elapsed(59), elapsed(125)]).toEqual(["0秒", "59秒", "2分5秒"]);
  });
});

describe("what a release leaves out", () => {
  it("is said: ages, and the town on dates that lack districts", () => {
    const missing = [{ code: "02", name: "志加浦" }];
    expect(
      limitLines({
        ages: { town: ["0-14", "15+"], area: [] },
        incomplete: [{ as_of: "2026-09-30", missing }],
      }),
    ).toEqual([
      "年齢は0～14歳、15歳以上に分けます。",
      "2026年9月末は地区がそろっていない(志加浦)ため、町全体の数字を出しません。",
    ]);
    const many = ["2026-08-31", "2026-09-30"].map((as_of) => ({ as_of, missing }));
    expect(limitLines({ ages: { town: [], area: [] }, incomplete: many }).at(-1)).toBe(
      "2026年8月末から2026年9月末までの2基準日は地区がそろっていない(志加浦)ため、町全体の数字を出しません。",
    );
    expect(limitLines({ ages: { town: [], area: [] }, incomplete: [] })[0]).toContain(
      "年齢ごとの数字は出しません",
    );
  });
});
