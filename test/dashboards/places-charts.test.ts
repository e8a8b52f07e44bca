import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agesCards } from "../../dashboards/charts/ages/cards.js";
import { agesLead } from "../../dashboards/charts/ages/lead.js";
import type { AgesModel } from "../../dashboards/charts/ages/model.js";
import { districtCards } from "../../dashboards/charts/districts/cards.js";
import { districtPageCards } from "../../dashboards/charts/districts/one/cards.js";
import { districtLead } from "../../dashboards/charts/districts/one/lead.js";
import type { DistrictPageModel } from "../../dashboards/charts/districts/one/model.js";
import { placeLabels } from "../../dashboards/charts/label-places.js";
import { pageModel } from "../../dashboards/charts/page-model.js";
import { PAGE_PALETTE } from "../../dashboards/charts/palette.js";
import { widthInEm } from "../../dashboards/charts/public/text-width.js";
import { serializeChart } from "../../dashboards/charts/serialize.js";
import type { Figure } from "../../data/contract/figure.js";
import { chartDocument, modelAt } from "./drawing.js";
import { figure, town } from "./towns.js";

const card = (cards: ReturnType<typeof districtCards>, slot: string) => cards.find((c) => c.slot === slot)!;
const drawn = (c: ReturnType<typeof card>, size: "narrow" | "wide" = "wide"): string =>
  serializeChart(c.draw!({ document: chartDocument(), size, palette: PAGE_PALETTE }));

const districts = (held: readonly (number | null)[], population = 1000): Figure[] =>
  held.map((h, i) => figure({ district: `0${i + 1}`, population, held: h, issued: 900, applications: 950 }));

describe("the funnel", () => {
  it("names those behind and says how far the districts spread", () => {
    const funnel = card(districtCards(pageModel(town(districts([700, 850, 855, 845])))), "districts-funnel");
    expect(funnel.title).toBe("地区01の遅れは、偶然では説明できない");
    expect(funnel.reading).toMatch(/偶然だけの場合の[\d.]+倍/);
    expect(drawn(funnel)).toContain("地区01");
  });

  it("finds nobody behind where chance is enough", () => {
    const funnel = card(districtCards(pageModel(town(districts([848, 850, 855, 845])))), "districts-funnel");
    expect(funnel.title).toBe("偶然では説明できないほど遅れている地区はない");
    expect(funnel.reading).toContain("全体として偶然で起こる程度");
  });

  it("says why there is none where more are counted than live there", () => {
    const funnel = card(districtCards(pageModel(town(districts([1010, 1020, 1005])))), "districts-funnel");
    expect(funnel.draw).toBeNull();
    expect(funnel.empty).toContain("100%以上");
  });

  it("stands districts without a number below the axis, hatched", () => {
    const figures = [
      figure({ district: "all", population: 3000, held: 2500 }),
      ...districts([850, 860, null]),
    ];
    const funnel = drawn(card(districtCards(pageModel(town(figures))), "districts-funnel"));
    expect(funnel).toContain("数字なし1");
    expect(funnel.match(/url\(#hatch-funnel-wide\)/g)).toHaveLength(1);
  });

  it("draws a rate above 100% where it is", () => {
    const funnel = drawn(
      card(districtCards(pageModel(town(districts([1030, 700, 800])))), "districts-funnel"),
    );
    expect(funnel).toContain("105%");
  });
});

describe("labels beside points", () => {
  it("cover neither each other nor a point, and stay within the frame", () => {
    const point = fc.record({
      text: fc.constantFrom("高浜", "中甘田", "西増穂", "大正区小林東３丁目"),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
    });
    const frame = { left: 0, right: 400, top: 0, bottom: 300 };
    const em = 12;
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const boxes = placeLabels(points, points, { frame, em }).map((p) => {
          const width = widthInEm(p.label.text) * em;
          const left = { start: p.x, middle: p.x - width / 2, end: p.x - width }[p.textAnchor];
          return { left, right: left + width, top: p.y - em / 2, bottom: p.y + em / 2 };
        });
        const covers = (b: (typeof boxes)[number], x: number, y: number) =>
          x > b.left && x < b.right && y > b.top && y < b.bottom;
        for (const [i, b] of boxes.entries()) {
          expect(b.left >= 0 && b.right <= 400 && b.top >= 0 && b.bottom <= 300).toBe(true);
          expect(points.some((p) => covers(b, p.x, p.y))).toBe(false);
          const touching = boxes.some(
            (o, j) => j !== i && o.left < b.right && b.left < o.right && o.top < b.bottom && b.top < o.bottom,
          );
          expect(touching).toBe(false);
        }
      }),
    );
  });
});

const byAge = (values: Partial<Figure> = {}): Figure[] =>
  [
    { age_band: "0-59", population: 600, held: 560 },
    { age_band: "60-69", population: 200, held: 180 },
    { age_band: "70-79", population: 100, held: 80 },
    { age_band: "80+", population: 100, held: 50 },
  ].map((cell) => figure({ district: "01", ...cell, ...values }));

describe("年齢", () => {
  const source = (figures: Figure[]) => ({ ...town(figures), published: [] });
  const modelOf = (figures: Figure[]) => modelAt<{ ages: AgesModel }>("ages", source(figures)).ages;

  it("says how much of the gap the oldest are, beside their part of the town", () => {
    // 130 are without: 50 of 80 and over, 70 of 70 and over, who are a fifth of the town.
    expect(agesLead(modelOf(byAge())).text).toContain("持っていない人の54%は70歳以上。住民に占める割合は20%");
  });

  it("draws one side where the sexes are not told apart, two where they are", () => {
    const one = drawn(card(agesCards(modelOf(byAge())), "ages-pyramid"));
    expect(one).not.toContain("女性");
    const both = [...byAge({ sex: "male" }), ...byAge({ sex: "female" })];
    const two = drawn(card(agesCards(modelOf(both)), "ages-pyramid"));
    expect(two).toContain("男性");
    expect(two).toContain("女性");
  });

  it("sets the survey beside the sixties and seventies, and says so where bands do not make them up", () => {
    const told = card(agesCards(modelOf(byAge())), "ages-internet");
    expect(told.title).toBe("70代の保有枚数率は80.0%。同じ年代でインターネットを使う人は61%(全国)");
    const coarse = [
      figure({ district: "01", age_band: "0-74", held: 700 }),
      figure({ district: "01", age_band: "75+", held: 500 }),
    ];
    const untold = card(agesCards(modelOf(coarse)), "ages-internet");
    expect(untold.draw).toBeNull();
    expect(untold.table!.rows.map((r) => r[2])).toEqual(["90%以上", "83%", "61%"]);
  });

  it("hatches an age that was not supplied and counts nobody of it", () => {
    const cell = (age_band: string, held: number | null) => ({
      as_of: "2026-10-31",
      age_band,
      sex: "all" as const,
      population: 100,
      applications: null,
      issued: null,
      held,
    });
    const townAges = [cell("all", 150), cell("0-64", 90), cell("65+", null)];
    const model = modelAt<{ ages: AgesModel }>("ages", {
      ...source([figure({ population: 200, held: 150 })]),
      townAges,
    }).ages;
    const gap = card(agesCards(model), "ages-gap");
    expect(drawn(gap)).toContain("url(#hatch-gap-wide)");
    expect(drawn(gap)).toContain("数字なし");
    expect(gap.table!.rows[1]).toContain("—");
    expect(agesLead(model).text).toContain("2の年齢のうち1は、数字がありません");
    expect(card(agesCards(model), "ages-heat").title).toContain("公表していない");
  });

  it("has a way on where nothing is by age", () => {
    const model = modelOf([figure({ district: "01" })]);
    expect(agesCards(model)).toEqual([]);
    expect(agesLead(model).text).toContain("年齢に分かれていません");
  });
});

describe("a district's page", () => {
  const page = (figures: Figure[], code: string, townAges?: []) =>
    modelAt<{ district: { model: DistrictPageModel } }>(
      "district",
      { ...town(figures), published: [], ...(townAges && { townAges }) },
      { district: code },
    ).district.model;

  it("tells since when it has been behind", () => {
    const at = (as_of: string, held: readonly number[]) => districts(held).map((f) => ({ ...f, as_of }));
    const model = page(
      [
        ...at("2026-08-31", [800, 805, 810, 800]),
        ...at("2026-09-30", [700, 850, 850, 850]),
        ...at("2026-10-31", [705, 860, 860, 860]),
      ],
      "01",
    );
    const places = card(districtPageCards(model), "district-places");
    expect(places.title).toBe("4地区のうち高い方から4番目。2026年9月末から遅れている");
    expect([model.previous, model.next?.code]).toEqual([null, "02"]);
  });

  it("says that a district has no number where none was supplied, at either door", () => {
    const figures = [figure({ district: "all", population: 2000, held: 1500 }), ...districts([700, null])];
    for (const model of [page(figures, "02"), page(figures, "02", [])]) {
      expect(districtLead(model).text).toContain("地区02の保有枚数率の数字はまだありません");
      const series = card(districtPageCards(model), "district-series");
      expect([series.title, series.draw]).toEqual(["地区02の保有枚数率は示せない", null]);
    }
  });

  it("splits the difference into ages and the rest", () => {
    const old = byAge().map((f, i) => ({
      ...f,
      district: "02",
      population: [100, 100, 100, 300][i]!,
      held: [93, 90, 80, 150][i]!,
    }));
    const model = page([...byAge(), ...old], "02");
    const { title } = card(districtPageCards(model), "district-structure");
    expect(title).toMatch(/^全体との差-[\d.]+ポイントのうち、年齢構成で-[\d.]+ポイント/);
  });
});
