import type { Counts, Measure } from "../data/contract/figure.js";
import type { Card, CardTable } from "./card.js";
import { EFFECT_LENGTH, uploadEffectChart } from "./upload-effect-chart.js";
import {
  effectBase,
  effectMeasure,
  effectRows,
  type EffectBase,
  type EffectRow,
  type UploadEffect,
} from "./upload-effect-rows.js";
import { COUNT_NAMES, dateJa, number, percent, rateName } from "./words.js";

/** What a checked file would change by district, against the ledger; null where it names no district. */
export function uploadEffectCard(effect: UploadEffect, source: string): Card | null {
  const measure = effectMeasure(effect);
  const rows = measure ? effectRows(effect, measure) : [];
  if (!measure || rows.length === 0) return null;
  const base = effectBase(effect);
  const name = rateName(measure);
  const known = rows.filter((r) => r.from !== null || r.to !== null);
  const moving = base === "before" ? known.filter((r) => r.from !== r.to) : known;
  const shown = moving.slice(0, EFFECT_LENGTH);
  const title = titleOf(effect, name, moving, shown);
  const cut =
    moving.length > shown.length ? `率のある${number(moving.length)}地区のうち${shown.length}地区。` : "";
  return {
    slot: "upload-effect",
    title,
    reading: cut + READINGS[base],
    source,
    span: "half",
    draw:
      shown.length > 0
        ? (options) =>
            uploadEffectChart(shown, { title, description: `${shown.length}地区の${name}。` }, options)
        : null,
    empty:
      base === "before"
        ? "人口と枚数の変わる地区があれば、表に差が出ます。"
        : "率を計算できる地区がありません。",
    table: effectTable(rows, measure, base),
  };
}

const READINGS: Readonly<Record<EffectBase, string>> = {
  before:
    "白い丸がいまの台帳、塗った丸がこのファイルを取り込んだ後。動きの大きい順。▼(橙)は下がる地区。変わらない地区は表にあります。",
  previous: "白い丸が前回の基準日、塗った丸がこのファイル。動きの大きい順。▼(橙)は下がる地区。",
  none: "丸がこのファイルの率。住民の多い順。比べる数字は台帳にまだありません。",
};

/** The finding in a sentence. @param rows those that move most first */
function titleOf(
  effect: UploadEffect,
  name: string,
  rows: readonly EffectRow[],
  shown: readonly EffectRow[],
): string {
  const base = effectBase(effect);
  const first = rows[0];
  if (base === "before" && !first) return `${name}の変わる地区はありません`;
  if (base === "previous" && rows.length > 0 && rows.every((r) => !moves(r)))
    return `前回(${dateJa(effect.previous_as_of!)})から${name}が0.1ポイント以上動いた地区はありません`;
  if (base !== "none" && first?.points) {
    const most = `${first.name}の${first.points}ポイント(${first.fromPercent}%→${first.toPercent}%)`;
    return base === "before"
      ? `${name}が変わるのは${number(rows.length)}地区。いちばん大きいのは${most}`
      : `前回(${dateJa(effect.previous_as_of!)})から${name}がいちばん動いたのは${most}`;
  }
  const known = shown.filter((r) => r.to !== null).sort((a, b) => a.to! - b.to!);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high) return `地区ごとの${name}は計算できません`;
  const range =
    low.code === high.code
      ? percent(low.toPercent)
      : `${percent(low.toPercent)}から${percent(high.toPercent)}`;
  return `${known.length < rows.length ? `住民の多い${known.length}地区の` : ""}${name}は${range}`;
}

/** Whether the percents, as people read them, differ. */
const moves = ({ points }: EffectRow): boolean => points !== null && points !== "±0.0";

/** All districts with what is compared, those that move most first. */
function effectTable(rows: readonly EffectRow[], measure: Measure, base: EffectBase): CardTable {
  const name = rateName(measure);
  const cells = (field: keyof Counts, r: EffectRow) =>
    base === "none"
      ? [r.after?.[field] ?? null]
      : [r.after?.[field] ?? null, signed(r.base?.[field] ?? null, r.after?.[field] ?? null)];
  const heads = (head: string) => (base === "none" ? [head] : [head, "差"]);
  return {
    columns: ["地区", ...heads(name), ...heads(COUNT_NAMES[measure]), ...heads("人口")],
    rows: rows.map((r) => [
      r.name,
      percent(r.toPercent),
      ...(base === "none" ? [] : [r.points]),
      ...cells(measure, r),
      ...cells("population", r),
    ]),
    ...(base !== "none" && {
      note: `差は${base === "before" ? "いまの台帳" : "前回の基準日"}との差。率の差はポイント。`,
    }),
  };
}

/** +12, -3, ±0; null where one of the two is missing. */
const signed = (from: number | null, to: number | null): string | null =>
  from === null || to === null
    ? null
    : `${to > from ? "+" : to < from ? "-" : "±"}${number(Math.abs(to - from))}`;
