import type { ReleaseDifferences } from "../../data/contract/api/disclosure-report.js";
import { formatDateJa } from "../../data/contract/as-of-date.js";
import { MEASURES } from "../../data/contract/figure.js";
import type { ReleaseChanges } from "../../data/contract/public-release.js";
import type { PublicRow, PublicTables } from "../../data/disclosure/published.js";

const keyOf = (row: PublicRow): string => `${row.as_of}|${row.kind}|${row.age_band}|${row.sex}|${row.place}`;

const datesOf = (tables: PublicTables | null): Set<string> => new Set(tables?.rows.map((r) => r.as_of));

export function compareReleases(before: PublicTables | null, now: PublicTables): ReleaseDifferences {
  const [old, current] = [datesOf(before), datesOf(now)];
  const found: ReleaseDifferences = {
    dates_added: [...current].filter((d) => !old.has(d)),
    dates_removed: [...old].filter((d) => !current.has(d)),
    values_changed: 0,
    policy_changed: before !== null && JSON.stringify(before.policy) !== JSON.stringify(now.policy),
  };
  const rows = new Map(before?.rows.map((row) => [keyOf(row), row]));
  for (const row of now.rows) {
    const was = rows.get(keyOf(row));
    if (!was) continue;
    if (was.population !== row.population) found.values_changed += 1;
    for (const measure of MEASURES) if (was[measure] !== row[measure]) found.values_changed += 1;
  }
  return found;
}

/**
 * The differences in sentences, for whoever reads the published files.
 * @param before what `latest` named: nothing, a release of the method before, or one of this method
 */
export function changeNotes(
  d: ReleaseDifferences,
  before: "none" | "suppression" | "tens-of-people",
): ReleaseChanges {
  const [ja, en]: [string[], string[]] = [[], []];
  const add = (japanese: string, english: string) => {
    ja.push(japanese);
    en.push(english);
  };
  const last = d.dates_added.at(-1);
  if (before === "none") add("はじめての公開です。", "The first release.");
  if (before === "suppression")
    add(
      "個人を守る方法を改め、地区や年齢ごとの枚数を10枚単位のおよその数で公開します。",
      "People are protected in another way: counts by district and age are told in tens.",
    );
  if (last && d.dates_added.length === 1)
    add(`${formatDateJa(last)}の数字を加えました。`, `Added the figures of ${last}.`);
  else if (last)
    add(
      `${formatDateJa(d.dates_added[0]!)}から${formatDateJa(last)}まで、${d.dates_added.length}基準日の数字を加えました。`,
      `Added the figures of ${d.dates_added.length} dates, ${d.dates_added[0]} to ${last}.`,
    );
  if (d.dates_removed.length > 0)
    add(
      `${d.dates_removed.length}基準日の数字を取り下げました。`,
      `Took back the figures of ${d.dates_removed.length} date(s).`,
    );
  if (d.values_changed > 0)
    add(
      `前の公開版から${d.values_changed}個の値を改めました。`,
      `${d.values_changed} value(s) differ from the release before.`,
    );
  if (d.policy_changed)
    add("公開の区切りや合算の決まりを改めました。", "The rules of what is told were changed.");
  if (ja.length === 0) add("前の公開版と同じ数字です。", "The same figures as in the release before.");
  return { ja, en };
}
