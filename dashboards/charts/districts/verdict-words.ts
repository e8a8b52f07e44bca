import type { Judgement, Verdict } from "../../data/indicators/reliability/verdict.js";
import type { Palette } from "../palette.js";

/** What each verdict is called in tables and legends. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  behind: "遅れている",
  ahead: "進んでいる",
  "within-noise": "偶然の範囲",
  "too-few": "人数が少なく不明",
};

/** What each verdict means, for whoever asks. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  behind: "全体より低く、偶然では説明できない(99.8%の線の外)",
  ahead: "全体より高く、偶然では説明できない(99.8%の線の外)",
  "within-noise": "全体との差は偶然でも起こる",
  "too-few": "住民が少なく、10ポイントの差があっても見分けられない",
};

/** A shape for each verdict, so that colour says nothing alone. */
export const VERDICT_SYMBOLS: Readonly<Record<Verdict, string>> = {
  behind: "▼",
  ahead: "▲",
  "within-noise": "○",
  "too-few": "・",
};

export const verdictColour = (verdict: Verdict, palette: Palette): string =>
  verdict === "behind" ? palette.behind : verdict === "ahead" ? palette.town : palette.context;

/** The verdict's cell in a table: its symbol and name; a rate between the two limits says so. */
export function verdictText(judgement: Judgement | null): string | null {
  if (!judgement) return null;
  const { verdict, outside } = judgement;
  const edge = verdict === "within-noise" && outside === 95 ? "(95%の外)" : "";
  return `${VERDICT_SYMBOLS[verdict]} ${VERDICT_NAMES[verdict]}${edge}`;
}
