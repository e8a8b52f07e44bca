import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardMarkup } from "../../dashboards/charts/card.js";
import type { PageSource } from "../../dashboards/charts/page-source.js";
import { findTowns } from "../../dashboards/components/comparison/find-towns.js";
import type { ReferenceAge, ReferencePlace } from "../../data/indicators/comparison/reference-place.js";
import { paintPages, shownAt, xmlFault } from "./drawing.js";
import { figure } from "./towns.js";

const SHIKA = { code: "173843", name: "志賀町", prefecture: "石川県" };
const place = (code: string, name: string, issued: number | null, values: Partial<ReferencePlace> = {}) => ({
  code,
  name,
  as_of: "2022-06-30",
  population: 20_000,
  population_as_of: "2021-01-01",
  issued,
  held: null,
  ...values,
});
const age = (age_band: string, issued: number): ReferenceAge => ({
  as_of: "2022-06-30",
  age_band,
  sex: "all",
  population: 1000,
  population_as_of: "2021-01-01",
  issued,
  held: null,
});

/** The tables beside a town whose own figures are few or none. */
const sourceOf = (
  places: ReferencePlace[],
  { ages = [], ageFigures = [] }: { ages?: ReferenceAge[]; ageFigures?: ReturnType<typeof figure>[] } = {},
): PageSource => ({
  municipality: SHIKA,
  figures: ageFigures,
  districts: [],
  synthetic: true,
  reference: { places, ages },
  systems: ["173843", "172073"].map((municipality) => ({ system: "共同", municipality })),
});

/** What 比較 shows; null where nothing published can be compared. */
function paint(
  places: ReferencePlace[],
  {
    address = {},
    ...more
  }: {
    ages?: ReferenceAge[];
    ageFigures?: ReturnType<typeof figure>[];
    address?: Record<string, string>;
  } = {},
) {
  const shown = shownAt("comparison", sourceOf(places, more), address);
  return shown.slots["comparison-tiles"] === undefined ? null : shown;
}

const title = (painted: ReturnType<typeof paint>, slot: string) =>
  painted?.cards.find((c) => c.slot === slot)?.title;
const said = (markup: string | undefined) => (markup ?? "").replaceAll(/<[^>]+>/g, "").replaceAll("\n", "");

const TOWNS = [
  place("172014", "金沢市", 8000),
  place("172073", "羽咋市", 9000),
  place("173843", "志賀町", 9000),
  place("011002", "札幌市", 12_000, { population: 100_000 }),
  place("170003", "石川県", 26_000, { population: 60_000 }),
  place("000000", "全国", 38_000, { population: 160_000 }),
];

describe("比較", () => {
  it("says rank, shared rank and distance", () => {
    const painted = paint(TOWNS);
    expect(said(painted?.slots["comparison-lead"])).toContain(
      "志賀町の交付枚数率は45.0%。石川県3市区町村で1位、全国4で1位",
    );
    expect(said(painted?.slots["comparison-tiles"])).toContain("同じ率が2団体");
    expect(said(painted?.slots["comparison-tiles"])).toContain("全国 23.8%から+21.2ポイント");
    expect(title(painted, "comparison-distribution")).toBe(
      "志賀町の交付枚数率45.0%は、全国の中央値40.0%より5.0ポイント高い",
    );
    expect(title(painted, "comparison-peers")).toBe(
      "連携する市町と人口の近い2団体のうち、志賀町より低いのは1",
    );
    expect(title(painted, "comparison-rank")).toBeUndefined();
    expect(title(painted, "comparison-ages")).toBeUndefined();
  });

  it("tells which date is shown and why, where the town's own is another", () => {
    const later = paint(TOWNS, { ageFigures: [figure({ as_of: "2026-10-31" })] });
    expect(said(later?.slots["comparison-lead"])).toContain(
      "志賀町の最新の集計は2026年10月末ですが、取り込んだ公表値はそれに最も近い2022年6月末までです",
    );
    const same = paint(TOWNS, { ageFigures: [figure({ as_of: "2022-06-30" })] });
    expect(said(same?.slots["comparison-lead"])).not.toContain("最新の集計");
  });

  it("compares the ages where the town has some, and gives the nation's alone where not", () => {
    const ages = [age("0-64", 500), age("65+", 400)];
    const own = ["0-64", "65+"].map((age_band) => figure({ as_of: "2022-08-31", age_band, issued: 300 }));
    expect(title(paint(TOWNS, { ages }), "comparison-ages")).toBe(
      "全国の交付枚数率は0～64歳が50.0%で最も高い",
    );
    const painted = paint(TOWNS, { ages, ageFigures: own });
    expect(title(painted, "comparison-ages")).toBe(
      "全国との差が最も大きいのは0～64歳で、志賀町が20.0ポイント低い",
    );
    const card = painted!.cards.find((c) => c.slot === "comparison-ages")!;
    expect(card.reading).toContain("2022年8月末のもの");
    expect(card.source).toContain("サンプル・合成データ");
  });

  it("says so where nothing is published about the town, or nothing at all", () => {
    const unknown = paint(TOWNS.filter((t) => t.code !== SHIKA.code));
    expect(said(unknown?.slots["comparison-lead"])).toContain(
      "石川県志賀町の交付枚数率は、この基準日には公表されていません",
    );
    expect(unknown?.cards).toEqual([]);
    expect(paint([])).toBeNull();
    // A measure that no date has falls back to cards issued.
    expect(said(paint(TOWNS, { address: { measure: "held" } })?.slots["comparison-lead"])).toContain(
      "志賀町の交付枚数率は45.0%",
    );
  });

  it("draws every table into whole markup", { timeout: 120_000 }, () => {
    const random = fc.uniqueArray(
      fc.record({
        code: fc.constantFrom("172073", "172014", "173843", "173860", "011002", "170003", "000000"),
        name: fc.constant("町<&"),
        as_of: fc.constantFrom("2021-08-01", "2022-06-01", "2022-06-30"),
        population: fc.nat(3000),
        population_as_of: fc.constant("2021-01-01"),
        issued: fc.option(fc.nat(3600), { nil: null }),
        held: fc.constant(null),
      }),
      { selector: (p) => `${p.code} ${p.as_of}`, maxLength: 21 },
    );
    fc.assert(
      fc.property(random, fc.boolean(), (places, withAges) => {
        const more = { ages: withAges ? [age("0-64", 500), age("65+", 0)] : [] };
        const painted = paint(places, more);
        if (!painted) return;
        for (const markup of Object.values(paintPages(sourceOf(places, more)))) {
          for (const word of ["NaN", "undefined", "Infinity", "[object", "null%"])
            expect(markup).not.toContain(word);
          for (const [svg] of markup.matchAll(/<svg[\s\S]*?<\/svg>/g)) expect(xmlFault(svg)).toBeNull();
        }
        for (const card of painted.cards) expect(cardMarkup(card, null).text).not.toContain("町<&");
      }),
      { numRuns: 60 },
    );
  });
});

describe("the search for a town", () => {
  const towns = [
    { code: "011002", name: "札幌市", prefecture: "北海道" },
    { code: "122246", name: "鎌ケ谷市", prefecture: "千葉県" },
    { code: "172014", name: "金沢市", prefecture: "石川県" },
    { code: "173843", name: "志賀町", prefecture: "石川県" },
  ];
  const found = (typed: string) => findTowns(towns, typed).map((t) => t.name);

  it("finds by name, prefecture and code, however they are typed", () => {
    expect(found("志賀")).toEqual(["志賀町"]);
    expect(found("石川県")).toEqual(["金沢市", "志賀町"]);
    expect(found("石川県 志賀")).toEqual(["志賀町"]);
    expect(found("１７３８４３")).toEqual(["志賀町"]);
    expect(found("鎌ヶ谷")).toEqual(["鎌ケ谷市"]);
    expect(found("市")).toEqual(["札幌市", "鎌ケ谷市", "金沢市"]);
    expect(found(" ")).toHaveLength(4);
    expect(found("ない")).toEqual([]);
  });
});
