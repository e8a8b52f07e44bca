import { waitingOf, noLongerHeld } from "../../data/indicators/flow/pickup-standing.js";
import { per30Days } from "../../data/indicators/flow/pickup-flow.js";
import type { Card } from "../card.js";
import { dateJa, number } from "../words.js";
import { districtWaitingCard } from "./district-waiting-card.js";
import { flowSeries } from "./flow-series.js";
import type { PickupModel } from "./model.js";
import { renewalCard } from "./renewal-card.js";
import { pickupSource } from "./source.js";
import { stockSeries } from "./stock-series.js";
import { flowJa, VERDICTS } from "./words.js";

/** The slots of 受取 that hold cards, in the order of the page. */
export const PICKUP_SLOTS = [
  "pickup-waiting",
  "pickup-flow",
  "pickup-renewals",
  "pickup-districts",
  "pickup-unheld",
] as const;

/** The cards of 受取; what was not supplied has none. */
export function pickupCards(model: PickupModel): Card[] {
  if (!model.standing) return [];
  return [waitingCard, flowCard, renewalCard, districtWaitingCard, unheldCard].flatMap((make) => make(model));
}

function waitingCard(model: PickupModel): Card[] {
  const rows = model.totals.flatMap((t) => {
    const count = waitingOf(t);
    return count === null ? [] : [{ as_of: t.as_of, count }];
  });
  const last = rows.at(-1);
  if (!last) return [];
  const peak = rows.reduce((most, row) => (row.count > most.count ? row : most));
  const title =
    rows.length === 1
      ? `${dateJa(last.as_of)}の受け取り待ちは${number(last.count)}人以下`
      : peak === last
        ? `受け取り待ちは${number(last.count)}人以下で、これまでで最も多い`
        : `受け取り待ちは${dateJa(peak.as_of)}の${number(peak.count)}人をピークに、${dateJa(last.as_of)}は${number(last.count)}人以下`;
  const words = { title, description: `申請件数から交付枚数を引いた数の推移。${rows.length}の基準日。` };
  return [
    {
      slot: "pickup-waiting",
      title,
      reading: "縦軸は申請済でまだ交付されていない数。申請件数に再申請も入るので、待つ人の上限です。",
      source: pickupSource(model),
      span: "half",
      draw: rows.length > 1 ? (options) => stockSeries({ rows, unit: "人" }, words, options) : null,
      empty: "基準日がまだ1つなので、推移はありません。",
      table: {
        columns: ["基準日", "申請件数", "交付枚数", "申請済・未交付"],
        rows: [...model.totals]
          .reverse()
          .map((t) => [dateJa(t.as_of), t.applications, t.issued, waitingOf(t)]),
      },
    },
  ];
}

/** Two years of flows: the campaign of 2022 would flatten what is now. */
const FLOWS_SHOWN = 24;

function flowCard(model: PickupModel): Card[] {
  const { intervals, standing } = model;
  if (!model.totals.some((t) => t.applications !== null || t.issued !== null)) return [];
  const known = intervals.filter((i) => i.applied !== null || i.issued !== null);
  const base = { slot: "pickup-flow", source: pickupSource(model), span: "half" as const };
  if (known.length === 0) {
    return [
      {
        ...base,
        title: "申請と交付のペースは、次の基準日から示せます",
        reading: "2つの基準日の間に増えた件数を、30日あたりに直して比べます。",
        draw: null,
        empty: "比べられる基準日がまだ1つです。",
        table: null,
      },
    ];
  }
  const { appliedPer30: applied, issuedPer30: issued, verdict, flow } = standing!;
  const title =
    applied !== null && issued !== null
      ? `直近${flow!.days}日は30日あたり申請${flowJa(applied)}件に交付${flowJa(issued)}枚。${VERDICTS[verdict!]}`
      : issued !== null
        ? `直近${flow!.days}日の交付は30日あたり${flowJa(issued)}枚`
        : "申請と交付のペース";
  const shown = known.slice(-FLOWS_SHOWN);
  const words = { title, description: "基準日の間に増えた件数を30日あたりに直したもの。" };
  return [
    {
      ...base,
      title,
      reading: `基準日の間隔は同じでないので、どの区間も30日あたりに直しています。図は直近${shown.length}区間で、右の数は最後の区間のもの。すべては表に。差が申請の5%か月1人までなら「追いついている」とします。`,
      draw: (options) => flowSeries(shown, words, options),
      table: {
        columns: ["区間", "日数", "申請の増", "交付の増", "申請/30日", "交付/30日"],
        rows: [...intervals]
          .reverse()
          .map((i) => [
            `${dateJa(i.from)}から${dateJa(i.to)}`,
            i.days,
            i.applied,
            i.issued,
            ...[i.applied, i.issued].map((n) => (n === null ? null : flowJa(per30Days(n, i.days) ?? 0))),
          ]),
      },
    },
  ];
}

function unheldCard(model: PickupModel): Card[] {
  const rows = model.totals.flatMap((t) => {
    const count = noLongerHeld(t);
    return count === null ? [] : [{ as_of: t.as_of, count }];
  });
  const last = rows.at(-1);
  if (!last) return [];
  const issued = model.totals.find((t) => t.as_of === last.as_of)!.issued!;
  const share = issued === 0 ? "" : `(交付${number(issued)}枚の${((100 * last.count) / issued).toFixed(1)}%)`;
  const title = `交付したカードのうち${number(last.count)}枚${share}は、いま誰も持っていない`;
  return [
    {
      slot: "pickup-unheld",
      title,
      reading:
        "交付枚数から保有枚数を引いた数。亡くなった方のカード、有効期限が切れたもの、作り直す前のものです。保有枚数の公表が始まった2023年より前はありません。",
      source: pickupSource(model),
      span: "half",
      draw:
        rows.length > 1
          ? (options) =>
              stockSeries(
                { rows, unit: "枚" },
                { title, description: "交付枚数から保有枚数を引いた数の推移。" },
                options,
              )
          : null,
      empty: "基準日がまだ1つなので、推移はありません。",
      table: {
        columns: ["基準日", "交付枚数", "保有枚数", "交付したがいま持たれていない"],
        rows: [...model.totals].reverse().map((t) => [dateJa(t.as_of), t.issued, t.held, noLongerHeld(t)]),
      },
    },
  ];
}
