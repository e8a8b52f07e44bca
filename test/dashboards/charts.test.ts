import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartFile } from "../../dashboards/charts/chart-files.js";
import { progressLead } from "../../dashboards/charts/headline-markup.js";
import { modelFromTotals } from "../../dashboards/charts/page-model.js";
import { progressCards } from "../../dashboards/charts/progress/cards.js";
import { townTotals } from "../../data/indicators/totals.js";
import { chartDocument, files, paint, xmlFault } from "./drawing.js";
import { district, figure, figuresArbitrary, town } from "./towns.js";

const HALF_MADE = ["NaN", "undefined", "Infinity", "[object", "null%"];

const series = (held: (number | null)[], population = 1000) =>
  held.map((value, i) =>
    figure({ as_of: `2026-${String(i + 1).padStart(2, "0")}-28`, held: value, population }),
  );

const PUBLISHED = ["2022-11-30", "2022-12-31"].flatMap((as_of, i) => [
  { code: "000000", name: "全国", as_of, population: 125927902, issued: 65000000 + i * 6905789 },
  { code: "170003", name: "石川県", as_of, population: 1124501, issued: 600000 + i * 56256 },
  { code: "173843", name: "志賀町", as_of, population: 19178, issued: 12299 + i * 836 },
]);

describe("every drawing", () => {
  it("is well-formed, the same every time and complete, for any figures", () => {
    fc.assert(
      fc.property(figuresArbitrary, (figures) => {
        const drawn = town(figures);
        const [slots, charts] = [paint(drawn), files(drawn)];
        expect(paint(drawn)).toEqual(slots);
        expect(files(drawn)).toEqual(charts);
        for (const svg of Object.values(charts)) {
          expect(xmlFault(svg.trimEnd())).toBeNull();
          expect(svg).toMatch(
            /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*>\s*<title>.+<\/title>\s*<desc>.+<\/desc>/,
          );
        }
        for (const text of [...Object.values(slots), ...Object.values(charts)]) {
          for (const word of HALF_MADE) expect(text).not.toContain(word);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("names our fonts and no variable of the page in a file of its own", () => {
    const svg = files(town(series([700, 800])))["progress-series.svg"]!;
    expect(svg).toContain("Hiragino Sans");
    expect(svg).not.toContain("var(");
    expect(svg).toContain("サンプル・合成データ");
  });

  it("can share one document with others without a trace in them", () => {
    const drawn = town(series([700, 800]));
    const document = chartDocument();
    expect(document.documentElement.childNodes.length).toBe(0);
    expect(paint(drawn)).toEqual(paint(drawn));
  });
});

describe("進捗", () => {
  it("carries the numbers and the finding", () => {
    const slots = paint(town(series([800, 849])), PUBLISHED);
    expect(slots["progress-lead"]).toContain("住民1,000人のうち849人");
    expect(slots["progress-headline"]).toContain("84.9");
    expect(slots["progress-headline"]).toContain("+4.9ポイント");
    expect(slots["progress-headline"]).toContain("あと151人");
    expect(slots["progress-series"]).toContain("保有枚数率は2026年1月28日の80.0%から2026年2月末の84.9%へ");
    expect(slots["progress-series"]).toContain("計画の88%");
    expect(slots["progress-remaining"]).toContain("90%まであと51人");
    expect(slots["progress-change"]).toContain("カードで+4.90");
    expect(slots["progress-comparison"]).toContain("68.5%で、石川県58.4%・全国57.1%を上回る");
  });

  it("follows the date that is asked for and keeps the later ones in the series", () => {
    const totals = townTotals(series([700, 800, 849]));
    const parts = { ...town([]), totals, districtTotals: [], districts: [] };
    const model = modelFromTotals({ ...parts, view: { asOf: "2026-02-28" } });
    expect(progressLead(model).text).toContain("2026年2月末現在(最新は2026年3月28日)");
    const [cards, document] = [progressCards(model), chartDocument()];
    const titles = cards.map((card) => card.title);
    expect(titles[0]).toContain("2026年1月28日の70.0%から2026年2月末の80.0%へ");
    expect(titles[1]).toContain("全住民まであと200人");
    expect(titles[2]).toContain("前回(2026年1月28日)から+10.00ポイント");
    const chart = chartFile(cards[0]!, document);
    expect(chart).toContain(">2026年2月末</text>");
    expect(chart).toContain("84.9%");
    expect(modelFromTotals({ ...parts, view: { asOf: "1999-01-01" } })).toEqual(modelFromTotals(parts));
  });

  it("says that one date makes no series", () => {
    const slots = paint(town([figure({})]));
    expect(slots["progress-series"]).toContain("推移はありません");
    expect(slots["progress-change"]).toContain("比べられる前回の数字がまだありません");
    expect(Object.keys(files(town([figure({})])))).not.toContain("progress-change.svg");
  });

  it("reports a rate above 100% and explains it", () => {
    const slots = paint(town(series([900, 1010])));
    expect(slots["progress-headline"]).toContain("101.0");
    expect(slots["progress-headline"]).toContain("達成");
    expect(slots["progress-lead"]).toContain("100%を超える率もそのまま");
  });

  it("marks where the denominator changes and where 88% was passed", () => {
    const figures = series([700, 800, 900]).map((f, i) => ({
      ...f,
      applications: [850, 890, 900][i]!,
      population_as_of: i < 2 ? "2025-01-01" : "2026-01-01",
    }));
    const { "progress-series": card } = paint(town(figures));
    expect(card).toContain("人口R8.1.1");
    expect(card).toContain("申請率は2026年2月末に88%を超えた");
  });

  it("leaves a measure out that was not supplied", () => {
    const slots = paint(town([figure({ applications: null, issued: null })]));
    expect(slots["progress-headline"]).toContain("この基準日の数字はありません");
    expect(slots["progress-series"]).not.toContain("申請率 ");
  });

  it("says so where there is nothing at all", () => {
    const slots = paint(town([]));
    expect(slots["progress-lead"]).toContain("数字はまだありません");
    expect(slots["progress-series"]).toBeUndefined();
    expect(files(town([]))).toEqual({});
  });
});

describe("地区", () => {
  it("escapes a name that looks like markup", () => {
    const name = `<b>&"'`;
    const drawn = town([figure({ district: "01" })], [district("01", { name, area: name })]);
    const text = Object.values(paint(drawn)).join("") + Object.values(files(drawn)).join("");
    expect(text).not.toContain("<b>&");
    expect(text).toContain("&#60;b&#62;&#38;&#34;&#39;");
  });

  it("draws a rate for nobody as none", () => {
    const figures = [
      figure({ district: "01" }),
      figure({ district: "02", population: 0, applications: 0, issued: 0, held: 0 }),
    ];
    const slots = paint(town(figures));
    expect(slots["districts-table"]).toContain('<td class="num">—</td>');
    expect(slots["districts-map"]).toContain("住民なし");
  });

  it("hatches a number that was not supplied", () => {
    const figures = [
      figure({ district: "01" }),
      figure({ district: "02", held: null, issued: null, applications: null }),
    ];
    const slots = paint(town(figures));
    expect(slots["districts-map"]).toContain("url(#hatch-grid-wide)");
    expect(slots["districts-map"]).toContain("数字なし");
    expect(slots["districts-map"]).not.toContain("秘匿");
  });

  it("has no other word for a district without a number, whatever the town's own row knows", () => {
    const figures = [
      figure({ district: "all", population: 300, held: 250 }),
      figure({ district: "01", population: 200, held: 180 }),
      figure({ district: "02", population: 100, held: null }),
    ];
    const slots = paint(town(figures));
    expect(slots["districts-map"]).toContain("数字なし");
    expect(slots["districts-table"]!.match(/<td class="num">—<\/td>/g)).toHaveLength(5);
    for (const text of Object.values(slots)) expect(text).not.toContain("秘匿");
  });

  it("draws tiles where every district has a place of its own", () => {
    const figures = [figure({ district: "01" }), figure({ district: "02" })];
    const places = [district("01", { tile_x: 0, tile_y: 0 }), district("02", { tile_x: 1, tile_y: 0 })];
    expect(paint(town(figures, places))["districts-map"]).toContain("およその位置に並べた略図");
    const same = places.map((d) => ({ ...d, tile_x: 0 }));
    expect(paint(town(figures, same))["districts-map"]).toContain("地図の位置はまだ登録されていません");
  });

  it("ranks twenty of many and says so", () => {
    const figures = Array.from({ length: 902 }, (_, i) =>
      figure({ district: String(i).padStart(4, "0"), held: 900 - (i % 700) }),
    );
    const slots = paint(town(figures));
    expect(slots["districts-ranking"]).toContain("全902地区のうち多い順に20地区");
    expect(slots["districts-map"]).toContain("902地区の8割は");
    expect(slots["districts-table"]).toContain("全902地区のうち");
  });

  it("holds back districts that are not public", () => {
    const slots = paint(town([figure({})]));
    expect(slots["districts-lead"]).toContain("地区別の数字は公開前です");
    expect(slots["districts-ranking"]).toBeUndefined();
  });
});
