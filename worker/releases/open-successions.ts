import type { District } from "../../data/contract/district.js";
import { ALL, type Figure } from "../../data/contract/figure.js";
import type { Outline } from "../../data/disclosure/outline.js";
import { openSuccession, type Succession } from "../../data/disclosure/succession.js";
import { Refusal } from "../refusal.js";

/**
 * Holds the codes of a town's figures against what was published and what the town says of them.
 * @throws Refusal conflict, code open_succession, naming the districts about which somebody must say whose people they
 * have: guessed wrongly, a district would get a second noise, and both could be compared
 */
export function refuseOpenSuccessions(
  figures: readonly Figure[],
  districts: readonly District[],
  successions: readonly Succession[],
  earlier: readonly Outline[],
): void {
  const seen = new Map<string, Set<string>>();
  for (const { district, as_of } of figures) {
    if (district === ALL) continue;
    if (!seen.has(district)) seen.set(district, new Set());
    seen.get(district)!.add(as_of);
  }
  const published = new Set(earlier.flatMap((o) => o.coverage.flatMap(({ codes }) => codes)));
  published.delete(ALL);
  const dates = new Map([...seen].map(([code, on]) => [code, [...on].sort()]));
  const open = openSuccession(dates, published, successions);
  if (!open) return;
  const names = new Map(districts.map((d) => [d.code, d.name]));
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? code }));
  if (open.taken.length > 0) throw takenCodes(named(open.taken));
  const on = Object.fromEntries(open.come.map((code) => [code, dates.get(code)![0]!]));
  throw new Refusal("conflict", words(open.ended.length > 0 && open.come.length === 0), {
    code: "open_succession",
    members: {
      succession: {
        gone: named(open.gone),
        come: named(open.come),
        ended: named(open.ended),
        taken: named(open.taken),
        on,
      },
    },
  });
}

const words = (isEnded: boolean) =>
  isEnded
    ? {
        ja: "承継の一覧で終わったことになっている地区コードが、その日より後の数字に使われています",
        en: "A district code is used after the date by which the successions say that it has ended",
      }
    : {
        ja: "なくなった地区コードと新しい地区コードがあります。同じ人たちの地区かどうかを答えてから、公開の下書きを作ってください",
        en: "District codes went and others came; say whose people the new ones have before drafting a release",
      };

/** Answered wrongly, and not just not at all: the codes have people of their own before. */
function takenCodes(districts: readonly { code: string; name: string }[]): Refusal {
  const list = districts.map((d) => `${d.name}（${d.code}）`).join("、");
  return new Refusal(
    "conflict",
    {
      ja: `承継の一覧で新しい地区やほかの地区の引き継ぎ先になっていますが、その日より前から自分の数字があります: ${list}。一覧を直してください`,
      en: `The successions give these codes to other people, but they have figures of their own before: ${districts.map((d) => d.code).join(", ")}. Correct the list`,
    },
    { code: "wrong_successions" },
  );
}
