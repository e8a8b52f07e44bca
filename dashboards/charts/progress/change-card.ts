import { MEASURES } from "../../data/contract/figure.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { comparedSpans } from "../../data/indicators/span-change.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { dateJa, number, percent, points, rateName, shortEra, sourceLine } from "../words.js";
import { spanBars, spanName, type ComparedSpan } from "./span-bars.js";

/** What has changed since last time, since last year, since the plan; split into cards and denominator. */
export function changeCard(model: PageModel): Card {
  const head = model.headline!;
  const focus = model.focus!;
  const spans = comparedSpans(model.totals, focus, head.as_of);
  const source = sourceLine(model.municipality.name, head.as_of, model.synthetic);
  const base = { slot: "progress-change", source, span: "half" as const };
  const [last] = spans;
  if (!last) {
    return {
      ...base,
      title: `${rateName(focus)}の変化は、次の基準日から分けて示せます`,
      reading: "率の変化を、カードの増減による分と、分母の人口が変わったことによる分に分けます。",
      draw: null,
      empty: "比べられる前回の数字がまだありません。",
      table: null,
    };
  }
  const { cardEffect, populationEffect, total } = last.change;
  const title = `${rateName(focus)}は${spanName(last)}${points(total, 2)}ポイント。カードで${points(cardEffect, 2)}、人口で${points(populationEffect, 2)}`;
  return {
    ...base,
    title,
    reading: `人口が減ると、カードが増えなくても率は上がります。その分を「人口の変化」として分けました。${switchesSaid(spans)}丸める前の率の差です。`,
    draw: (options) =>
      spanBars(spans, { title, description: `${spans.map(spanName).join("、")}の内訳。` }, options),
    table: {
      columns: ["指標と期間", "はじめ", "いま", "カードの増減", "人口の変化", "合わせて", "分母の切り替え"],
      rows: MEASURES.flatMap((m) =>
        comparedSpans(model.totals, m, head.as_of).map((s) => [
          `${rateName(m)} ${spanName(s)}`,
          percent(percentHalfUp(s.from[m], s.from.population)),
          percent(percentHalfUp(s.to[m], s.to.population)),
          ...[s.change.cardEffect, s.change.populationEffect, s.change.total].map((v) => points(v, 2)),
          s.switches
            .map(
              (w) =>
                `${dateJa(w.as_of)}に人口${shortEra(w.population_as_of)}へ(${points(w.populationEffect, 2)})`,
            )
            .join("、") || null,
        ]),
      ),
      note: `住民は${number(head.population)}人。変化の単位はポイント。`,
    },
  };
}

/** The switches of the denominator in the longest span, in a sentence; nothing where there was none. */
function switchesSaid(spans: readonly ComparedSpan[]): string {
  const longest = spans.at(-1)!;
  const { switches } = longest;
  if (switches.length === 0) return "";
  // Monthly populations switch each time: a list of them all would say nothing.
  if (switches.length > 4) return `分母の人口は、この間に${switches.length}回切り替わりました。`;
  return `分母の切り替え:${switches.map((s) => `${dateJa(s.as_of)}(${points(s.populationEffect, 2)})`).join("、")}。`;
}
