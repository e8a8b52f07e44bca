import { dueIn } from "../../data/indicators/renewal/renewal-calendar.js";
import type { Card } from "../card.js";
import { html } from "../html.js";
import { dateJa, number } from "../words.js";
import type { PickupModel } from "./model.js";
import { renewalChart } from "./renewal-chart.js";
import type { RenewalView } from "./renewal-view.js";
import { pickupSource } from "./source.js";
import { about, flowJa, monthJa, timesJa } from "./words.js";

/** What falls due for renewal, month by month, beside the counter's present load; no card without cards issued. */
export function renewalCard(model: PickupModel): Card[] {
  const { renewal, standing } = model;
  if (!renewal) return [];
  const pace = standing!.issuedPer30;
  const base = { slot: "pickup-renewals", source: renewalSource(model, renewal), span: "full" as const };
  const { peak, calendar, share } = renewal;
  if (!peak) {
    return [
      {
        ...base,
        title: `${calendar.length}か月先まで、更新の期限を迎えるカードは見込まれない`,
        reading: readingOf(renewal),
        draw: null,
        empty:
          renewal.undated > 0
            ? `交付した月のわかるカードがまだありません。${number(renewal.undated)}枚は最初の基準日より前のもので、月がわかりません。`
            : "期限を迎えるカードがありません。",
        table: null,
      },
    ];
  }
  const load = dueIn(peak) * (share ?? 1);
  const compared =
    pace !== null && pace > 0 ? `。いまの窓口の交付(月${flowJa(pace)}枚)の${timesJa(load / pace)}` : "";
  const title = `更新の山は${monthJa(peak.month)}、月${about(load)}件${compared}`;
  const words = {
    title,
    description: `電子証明書とカードの有効期限を迎える数の見込み、${calendar.length}か月分。`,
  };
  return [
    {
      ...base,
      title,
      reading: readingOf(renewal),
      legend: html`<ul class="classes">
        <li class="key-town">電子証明書だけの更新(5回目の誕生日)</li>
        <li class="key-context">カードの更新(10回目、未成年は5回目の誕生日)</li>
        ${share !== null && html`<li class="key-line">上限(交付したカードすべて)</li>`}
      </ul>`,
      draw: (options) => renewalChart({ calendar, peak, share, pace }, words, options),
      table: {
        columns: ["月", "電子証明書だけ", "カード", "合わせて", "上限"],
        rows: calendar.map((due) => [
          monthJa(due.month),
          ...[due.certificates, due.cards, dueIn(due)].map((n) => Math.round(n * (share ?? 1))),
          Math.round(dueIn(due)),
        ]),
        note:
          share === null
            ? "保有枚数がないため、すべて上限です。"
            : `いまも持たれている割合(保有枚数÷交付枚数、${(100 * share).toFixed(1)}%)を上限に掛けたもの。`,
      },
    },
  ];
}

function renewalSource(model: PickupModel, { publishedUntil }: RenewalView): string {
  const before =
    publishedUntil === null ? "" : `。${dateJa(publishedUntil)}までは総務省「マイナンバーカード交付状況」`;
  return `${pickupSource(model)}${before}`;
}

function readingOf({ share, undated, unsplit, calendar }: RenewalView): string {
  const parts = [
    "過去の交付を月に割り、電子証明書は5回目、カードは10回目(申請のとき18歳未満、2022年3月までは20歳未満なら5回目)の誕生日を期限とし、誕生日は1年に均等にあるとして並べました。更新は期限の3か月前から来られます。",
    share === null
      ? "亡くなった方や転出した方を引いていない上限です。"
      : "棒はいまも持たれている割合を掛けた見込み、細い線は何も引かない上限です。",
  ];
  if (unsplit > 0) parts.push(`年齢のわからない${number(Math.round(unsplit))}枚は成年として数えています。`);
  if (undated > 0)
    parts.push(`最初の基準日より前の${number(undated)}枚は交付した月がわからず、入っていません。`);
  if (calendar.length > 48) parts.push("これから交付するカードの分(4年より先)は入っていません。");
  return parts.join("");
}
