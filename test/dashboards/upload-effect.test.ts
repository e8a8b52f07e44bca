import { describe, expect, it } from "vitest";
import { uploadEffectCard } from "../../dashboards/charts/upload-effect.js";
import { effectHeadline } from "../../dashboards/charts/upload-effect-headline.js";
import { effectMeasure, effectRows, type UploadEffect } from "../../dashboards/charts/upload-effect-rows.js";
import { PAPER_PALETTE } from "../../dashboards/charts/palette.js";
import { serializeChart } from "../../dashboards/charts/serialize.js";
import type { Counts } from "../../data/contract/figure.js";
import { chartDocument, xmlFault } from "./drawing.js";

const counts = (held: number | null, population = 1000, issued: number | null = 900): Counts => ({
  population,
  applications: null,
  issued,
  held,
});
const place = (code: string, before: Counts | null, previous: Counts | null, after: Counts | null) => ({
  district: code,
  name: `地区${code}`,
  before,
  previous,
  after,
});
const effect = (values: Partial<UploadEffect>): UploadEffect => ({
  as_of: "2026-10-31",
  previous_as_of: "2026-09-30",
  town: { before: null, previous: counts(1600, 2000), after: counts(1620, 2000) },
  districts: [
    place("01", null, counts(800), counts(801)),
    place("02", null, counts(800), counts(819)),
    place("03", null, counts(700), counts(690)),
  ],
  ...values,
});

const textOf = (values: Partial<UploadEffect>) => {
  const card = uploadEffectCard(effect(values), "出典")!;
  const svg = card.draw!({ document: chartDocument(), size: "narrow", palette: PAPER_PALETTE });
  const text = serializeChart(svg);
  expect(xmlFault(text)).toBeNull();
  for (const broken of ["NaN", "undefined", "null"]) expect(text).not.toContain(broken);
  return { card, text };
};

describe("the effect of a new month", () => {
  it("is told against the last date, those that move most first, a fall marked", () => {
    const { card, text } = textOf({});
    expect(card.title).toBe(
      "前回(2026年9月末)から保有枚数率がいちばん動いたのは地区02の+1.9ポイント(80.0%→81.9%)",
    );
    expect(card.table!.rows).toEqual([
      ["地区02", "81.9%", "+1.9", 819, "+19", 1000, "±0"],
      ["地区03", "69.0%", "-1.0", 690, "-10", 1000, "±0"],
      ["地区01", "80.1%", "+0.1", 801, "+1", 1000, "±0"],
    ]);
    expect(text).toContain("70.0 → 69.0% (-1.0▼)");
    expect(text.match(new RegExp(PAPER_PALETTE.behind, "g"))!.length).toBeGreaterThan(0);
  });

  it("that moves nobody by a tenth of a point says that, not who comes first", () => {
    const still = [place("01", null, counts(8000, 10000), counts(8001, 10000))];
    expect(textOf({ districts: still }).card.title).toBe(
      "前回(2026年9月末)から保有枚数率が0.1ポイント以上動いた地区はありません",
    );
  });

  it("gives the town's rates before and after", () => {
    const text = effectHeadline(effect({})).text;
    expect(text).toContain("81.0");
    expect(text).toContain("前回(2026年9月末)は80.0%。<b>+1.0ポイント</b>");
    expect(text).toContain("<b>+20枚</b>");
  });
});

describe("the effect of a correction", () => {
  const town = { before: counts(1620, 2000), previous: counts(1600, 2000), after: counts(1620, 2000, 890) };

  it("shows the measure that it moves, and only districts that move", () => {
    const districts = [
      place("01", counts(800), null, counts(800, 1000, 890)),
      place("02", counts(820), null, counts(820)),
    ];
    expect(effectMeasure(effect({ town, districts }))).toBe("issued");
    const { card, text } = textOf({ town, districts });
    expect(card.title).toBe(
      "交付枚数率が変わるのは1地区。いちばん大きいのは地区01の-1.0ポイント(90.0%→89.0%)",
    );
    expect(text).not.toContain("地区02");
    expect(card.table!.rows).toHaveLength(2);
  });

  it("that changes nothing draws nothing and says so", () => {
    const same = [place("01", counts(800), null, counts(800))];
    const card = uploadEffectCard(effect({ town, districts: same }), "出典")!;
    expect(card.draw).toBeNull();
    expect(card.title).toBe("保有枚数率の変わる地区はありません");
  });
});

describe("the effect of a first file", () => {
  const first = { previous_as_of: null, town: { before: null, previous: null, after: counts(30, 60) } };

  it("gives the largest districts and their range, and compares with nothing", () => {
    const districts = Array.from({ length: 25 }, (_, i) =>
      place(String(i).padStart(2, "0"), null, null, counts(50 + i, 100 + i)),
    );
    const { card } = textOf({ ...first, districts });
    expect(card.title).toBe("住民の多い20地区の保有枚数率は52.4%から59.7%");
    expect(card.table!.columns).toEqual(["地区", "保有枚数率", "保有枚数", "人口"]);
  });

  it("has no chart for a town as one, and holds where nobody lives or nothing was supplied", () => {
    const whole = [place("all", null, null, counts(30, 60))];
    expect(uploadEffectCard(effect({ ...first, districts: whole }), "出典")).toBeNull();
    const odd = [place("01", null, null, counts(0, 0)), place("02", null, null, counts(null))];
    const card = uploadEffectCard(effect({ ...first, districts: odd }), "出典")!;
    expect(card.draw).toBeNull();
    expect(card.table!.rows.map((r) => r[1])).toEqual(["—", "—"]);
  });
});

it("a district that is new or gone keeps its place, without a difference", () => {
  const rows = effectRows(
    effect({ districts: [place("01", null, counts(5, 10), null), place("02", null, null, counts(5, 10))] }),
    "held",
  );
  expect(rows.map((r) => [r.fromPercent, r.toPercent, r.points])).toEqual([
    [null, "50.0", null],
    ["50.0", null, null],
  ]);
});
