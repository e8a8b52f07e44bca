import { describe, expect, it } from "vitest";
import { PAPER_PALETTE } from "../../dashboards/charts/palette.js";
import { coverageChart } from "../../dashboards/charts/release-coverage.js";
import { serializeChart } from "../../dashboards/charts/serialize.js";
import {
  certificateSection,
  certificateSentence,
  faultySeries,
} from "../../dashboards/components/release/certificate.js";
import { coverageTitle } from "../../dashboards/components/release/coverage.js";
import { differenceLines } from "../../dashboards/components/release/differences.js";
import { failureOf } from "../../dashboards/components/release/failure.js";
import { hiddenByReason } from "../../dashboards/components/release/hidden-table.js";
import { latestOf } from "../../dashboards/components/release/standing.js";
import type { ListedRelease, Report } from "../../dashboards/components/release/types.js";
import { elapsed, placeNames, seriesParts, shareOf } from "../../dashboards/components/release/words.js";
import type { AuditFault } from "../../data/disclosure/audit/certificate.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";
import type { HiddenSeries } from "../../data/disclosure/published.js";
import { chartDocument, xmlFault } from "./drawing.js";

const hiddenSeries = (values: Partial<HiddenSeries>): HiddenSeries => ({
  series: "area:東部|0-14|all|issued",
  kind: "area",
  place: "東部",
  age_band: "0-14",
  sex: "all",
  measure: "issued",
  reason: "small_count",
  ...values,
});

const report = (values: Partial<Report> = {}): Report => ({
  policy: DEFAULT_POLICY,
  as_of_dates: 2,
  rows: 20,
  series: 30,
  series_primary: 2,
  series_hidden: 3,
  tables: [],
  hidden: [],
  certificate: {
    passed: true,
    solver: "HiGHS 1.15.1",
    hidden: 2483,
    protected: 2417,
    known: 0,
    exposed: 0,
    smallestWidth: 10,
    witnesses: 724,
    programs: 400,
    largestProgram: 3649,
  },
  faults: [],
  fault_count: 0,
  differences: {
    dates_added: [],
    dates_removed: [],
    values_changed: 0,
    values_newly_hidden: 0,
    values_newly_shown: 0,
    policy_changed: false,
  },
  warnings: [],
  unpictured: [],
  ...values,
});

describe("what the audit proved", () => {
  it("is one sentence with its counts, width and solver, and never claims more than the policy asks", () => {
    expect(certificateSentence(report())).toBe(
      "秘匿した2,483個の値(系列×基準日)のうち2,417個は、公開するすべての数字とこれまでに公開した数字を合わせても、幅10より狭くは推し量れないことを、HiGHS 1.15.1で確かめました。",
    );
    const wide = report();
    wide.certificate.smallestWidth = 18;
    expect(certificateSentence(wide)).toContain("、幅10より狭くは");
    wide.certificate.protected = wide.certificate.hidden;
    expect(certificateSentence(wide)).toContain("秘匿した2,483個の値(系列×基準日)は、");
    wide.certificate.smallestWidth = null;
    expect(certificateSentence(wide)).toContain("人数いっぱいの幅");
    expect(certificateSentence(report({ certificate: { ...wide.certificate, hidden: 0 } }))).toContain(
      "秘匿した値がない",
    );
  });

  it("names what is known already and what no release can mend", () => {
    const { certificate } = report();
    const told = certificateSection(
      report({ certificate: { ...certificate, known: 3, exposed: 4 } }),
      "173843",
      (_, code) => code,
    ).text;
    expect(told).toContain("3個は、前の公開版ですでに公開した値です");
    expect(told).toContain("4個は、これまでの公開版と数字の大小関係だけから");
  });

  it("is said to fail with every series, its place by name, and what can be set otherwise", () => {
    const fault = (values: Partial<AuditFault>): AuditFault => ({
      kind: "narrow",
      series: "district:01+02|all|all|issued",
      measure: "issued",
      as_of: "2026-09-30",
      width: 5,
      ...values,
    });
    const faults = [
      fault({}),
      fault({ as_of: "2026-10-31", width: 4 }),
      fault({ series: "town:all|15-19|male|applications", measure: "applications", width: 0 }),
    ];
    const grouped = faultySeries(faults);
    expect(grouped.map(({ width, dates }) => [width, dates.length])).toEqual([
      [0, 1],
      [4, 2],
    ]);
    const { certificate } = report();
    const failed = report({ certificate: { ...certificate, passed: false }, faults, fault_count: 66 });
    const districts = [
      { code: "01", name: "北", area: null },
      { code: "02", name: "東", area: null },
    ];
    const text = certificateSection(failed, "173843", placeNames(districts, DEFAULT_POLICY)).text;
    for (const words of [
      "推し量れるところ(66か所)",
      "北・東",
      "2026年9月末など2基準日",
      "幅4まで推し量れます",
      "値がそのまま分かります",
      "15～19歳・男",
      "view=settings#ages",
      "view=settings#merges",
      "66か所のうち、はじめの3か所です",
    ])
      expect(text).toContain(words);
  });
});

describe("what a release hides", () => {
  it("is counted by reason and table, in the order in which reasons apply", () => {
    const found = hiddenByReason([
      hiddenSeries({ reason: "complementary" }),
      hiddenSeries({}),
      hiddenSeries({ kind: "district", reason: "complementary" }),
    ]);
    expect(found).toEqual([
      { reason: "small_count", counts: { town: 0, area: 1, district: 0 } },
      { reason: "complementary", counts: { town: 0, area: 1, district: 1 } },
    ]);
  });

  it("is drawn by table as well-formed SVG with a sentence that names the table that loses most", () => {
    const tables = [
      { kind: "town", series: 180, hidden: 60 },
      { kind: "area", series: 120, hidden: 48 },
      { kind: "district", series: 45, hidden: 0 },
    ] as const;
    expect(coverageTitle([...tables])).toBe("区域(年齢)の表は120系列のうち48を秘匿します");
    expect(coverageTitle([tables[2]])).toBe("どの表も、すべての系列を公開します");
    const rows = tables.map(({ kind, series, hidden }) => ({ name: kind, shown: series - hidden, hidden }));
    for (const size of ["narrow", "wide"] as const) {
      const svg = serializeChart(
        coverageChart(rows, "題", { document: chartDocument(), size, palette: PAPER_PALETTE }),
      );
      expect(xmlFault(svg)).toBeNull();
      for (const words of ["公開120・秘匿60系列", "公開45・秘匿0系列", `url(#withheld-coverage-${size})`])
        expect(svg).toContain(words);
    }
  });

  it("has shares with one decimal and none of nothing", () => {
    expect([shareOf(1, 3), shareOf(0, 5), shareOf(0, 0)]).toEqual(["33.3%", "0.0%", "—"]);
  });
});

describe("a series' name", () => {
  it("is read from its end, so that a place may hold a bar", () => {
    expect(seriesParts("area:東|部:x|0-14|all|issued")).toEqual({
      kind: "area",
      place: ["東|部:x"],
      age_band: "0-14",
      sex: "all",
    });
    expect(seriesParts("district:01+02|all|all|held").place).toEqual(["01", "02"]);
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
      values_newly_hidden: 2,
      values_newly_shown: 3,
      policy_changed: true,
    };
    expect(differenceLines(changed, false)).toEqual([
      "2026年10月末の数字が加わります。",
      "1,234個の値が変わります(訂正や、人口の更新)。",
      "2個の値を、新たに秘匿します。",
      "3個の値を、新たに公開します。",
      "秘匿や合算の決まりが変わります。",
    ]);
    expect(differenceLines({ ...differences, dates_added: ["2026-09-30", "2026-10-31"] }, true)).toEqual([
      "はじめての公開です。2026年9月末から2026年10月末までの2基準日の数字を公開します。",
    ]);
  });
});

describe("what residents see", () => {
  const release = (id: string, values: Partial<ListedRelease>): ListedRelease => ({
    id,
    municipality: "173843",
    status: "published",
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

  it("is the last published one that stands, whenever it was drafted", () => {
    const late = release("late", { published_at: "2026-11-03T00:00:00Z" });
    const early = release("early", { published_at: "2026-11-02T00:00:00Z" });
    const withdrawn = release("x", { status: "withdrawn", published_at: "2026-11-04T00:00:00Z" });
    const draft = release("d", { status: "draft" });
    expect(latestOf([draft, withdrawn, early, late])?.id).toBe("late");
    expect(latestOf([draft, withdrawn])).toBeUndefined();
  });
});

describe("a refusal", () => {
  const refused = (status: number, detail: string, retryAfterSeconds: number | null = null) =>
    failureOf(
      {
        kind: "refused",
        status,
        title: "いまの状態ではできません / Conflict",
        detail,
        retryAfterSeconds,
        fields: [],
      },
      "公開",
    );

  it("leads to what mends it", () => {
    expect(refused(409, "より新しい公開版がすでにあります。下書きを作り直してください / newer")).toEqual({
      title: "この下書きは古くなりました",
      advice: "より新しい公開版がすでにあります。下書きを作り直してください",
      way: "redraft",
    });
    expect(refused(409, "公開の設定を直してください / settings").way).toBe("settings");
    expect(refused(409, "取り下げられるのは公開中のものだけです / only").way).toBe("none");
    expect(refused(401, "").way).toBe("sign-in");
    expect(refused(429, "", 12).advice).toContain("12秒ほど待って");
    expect(refused(500, "").way).toBe("retry");
    expect(failureOf({ kind: "unreachable" }, "公開").way).toBe("retry");
  });
});

describe("time that has passed", () => {
  it("is said in seconds, then in minutes", () => {
    expect([elapsed(0), elapsed(59), elapsed(125)]).toEqual(["0秒", "59秒", "2分5秒"]);
  });
});
