import { describe, expect, it } from "vitest";
import { pickupCards } from "../../dashboards/charts/pickup/cards.js";
import { pickupLead, pickupTiles } from "../../dashboards/charts/pickup/lead.js";
import type { PickupModel } from "../../dashboards/charts/pickup/model.js";
import { flowJa, roundTop, waitJa } from "../../dashboards/charts/pickup/words.js";
import type { PublishedTotal } from "../../data/indicators/published-total.js";
import { modelAt } from "./drawing.js";
import { district, figure, town } from "./towns.js";

const said = (markup: { text: string }) => markup.text.replaceAll(/<[^>]+>/g, "").replaceAll("\n", "");
const model = (
  figures: ReturnType<typeof figure>[],
  { view = {}, published = [] }: { view?: Record<string, string>; published?: PublishedTotal[] } = {},
) => modelAt<{ pickup: PickupModel }>("pickup", { ...town(figures), published }, view).pickup;

const month = (
  as_of: string,
  applications: number | null,
  issued: number | null,
  held: number | null = null,
) => figure({ as_of, applications, issued, held });

describe("受取", () => {
  it("says how many wait, for how long, and whether the counter keeps up", () => {
    const shown = model([month("2026-07-31", 900, 820), month("2026-10-31", 946, 912)]);
    expect(said(pickupLead(shown))).toContain(
      "受け取り待ちは多くて34人、いまのペースで約34日分。窓口が追い上げている",
    );
    expect(said(pickupTiles(shown))).toContain("30枚/30日");
    expect(pickupCards(shown).map((c) => c.slot)).toEqual([
      "pickup-waiting",
      "pickup-flow",
      "pickup-renewals",
    ]);
  });

  it("has words for one date, for no applications, and for neither count", () => {
    const single = model([month("2026-10-31", 946, 912)]);
    expect(said(pickupLead(single))).toContain("受け取り待ちは多くて34人。");
    expect(said(pickupTiles(single))).toContain("次の月を取り込むと出ます");
    expect(pickupCards(single).every((c) => c.draw === null)).toBe(true);
    const issuedAlone = model([month("2026-09-30", null, 880), month("2026-10-31", null, 911)]);
    expect(said(pickupLead(issuedAlone))).toContain("交付は30日あたり30枚。");
    expect(said(pickupLead(issuedAlone))).toContain("待つ人の数は出せません");
    const heldAlone = model([month("2026-10-31", null, null, 700)]);
    expect(said(pickupLead(heldAlone))).toContain("申請件数と交付枚数がないため");
    expect(said(pickupTiles(heldAlone))).toBe("");
    expect(pickupCards(heldAlone)).toEqual([]);
    expect(said(pickupLead(model([])))).toContain("志賀町の数字はまだありません");
  });

  it("names the peak of renewals beside the counter's load, less those no longer held", () => {
    // 2,400 cards in September 2022, of which three quarters are still held; 30 a month now.
    const shown = model([
      month("2022-08-31", 1000, 0),
      month("2022-09-30", 2400, 2400),
      month("2026-07-31", 2500, 2400),
      month("2026-10-29", 2600, 2490, 1868),
    ]);
    const card = pickupCards(shown).find((c) => c.slot === "pickup-renewals")!;
    // 200 a month at most, 150 of them held.
    expect(card.title).toBe("更新の山は2026年11月、月約150件。いまの窓口の交付(月30枚)の約5.0倍");
    expect(card.table!.rows[0]).toEqual(["2026年11月", 150, 0, 150, 200]);
    expect(card.reading).toContain("年齢のわからない");
  });

  it("takes what was issued before the town's own series from what is published", () => {
    const own = [month("2021-04-01", 6000, 5000), month("2026-10-31", 9000, 8000)];
    const before = { code: "173843", name: "志賀町", as_of: "2017-03-08", population: 1000, issued: 900 };
    const alone = model(own).renewal!;
    const completed = model(own, { published: [before] }).renewal!;
    expect(alone).toMatchObject({ undated: 5000, publishedUntil: null });
    expect(completed).toMatchObject({ undated: 0, publishedUntil: "2017-03-08" });
  });

  it("shows one district, an earlier date and another horizon where they are asked for", () => {
    const figures = ["01", "02"].flatMap((code, i) => [
      figure({ as_of: "2026-08-31", district: code, applications: 100, issued: 90 - i }),
      figure({ as_of: "2026-09-30", district: code, applications: 110, issued: 100 - i }),
      figure({ as_of: "2026-10-31", district: code, applications: 120, issued: 120 }),
    ]);
    const shown = modelAt<{ pickup: PickupModel }>(
      "pickup",
      town(figures, [district("01"), district("02")]),
      {
        date: "2026-09-30",
        district: "02",
        horizon: "60",
      },
    ).pickup;
    expect(shown.standing).toMatchObject({ as_of: "2026-09-30", waiting: 11 });
    expect(shown.earlier).toBe(true);
    expect(shown.renewal!.calendar).toHaveLength(60);
    expect(shown.districts.map((d) => [d.code, d.waiting])).toEqual([
      ["02", 11],
      ["01", 10],
    ]);
    expect(said(pickupLead(shown))).toContain("地区02 2026年9月末現在(最新の基準日ではありません)");
  });
});

describe("words of 受取", () => {
  it("say times and flows as people do", () => {
    expect([0, 0.4, 12.4, 59, 60, 400].map(waitJa)).toEqual([
      "0日",
      "1日未満",
      "約12日",
      "約59日",
      "約2.0か月",
      "約13か月",
    ]);
    expect([0, 0.33, 8.2, 9.98, 21.3, -3].map(flowJa)).toEqual(["0", "0.3", "8.2", "10", "21", "-3"]);
    expect([1, 47, 105, 635, 2200].map(roundTop)).toEqual([1, 60, 150, 800, 3000]);
  });
});
