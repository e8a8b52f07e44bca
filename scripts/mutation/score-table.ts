import type { Score, Survivor } from "./report.js";

/** A table for people, a line a file and one for all of them; percent with one decimal. */
export function scoreTable(scores: readonly Score[]): string {
  const total = scores.reduce(
    (sum, score) => ({
      file: "total",
      noticed: sum.noticed + score.noticed,
      of: sum.of + score.of,
      passedOver: sum.passedOver + score.passedOver,
    }),
    { file: "total", noticed: 0, of: 0, passedOver: 0 },
  );
  const rows = [
    ["file", "noticed", "of", "score", "passed over"],
    ...[...scores, total].map((s) => [s.file, `${s.noticed}`, `${s.of}`, percent(s), `${s.passedOver}`]),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join("  "),
    )
    .join("\n");
}

/** Cut, not rounded: 89.96 is not 90. */
function percent({ noticed, of }: Score): string {
  return of === 0 ? "–" : `${(Math.floor((1000 * noticed) / of) / 10).toFixed(1)}%`;
}

const LONGEST = 120;
const onOneLine = (code: string): string => {
  const line = code.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/** Survivors as a text to go through: place, kind of change, what stood there and what took its place. */
export function survivorList(survivors: readonly Survivor[]): string {
  return survivors
    .map(
      (s) =>
        `${s.file}:${s.line}:${s.column} ${s.mutator}${s.isUnreached ? " (no test comes here)" : ""}\n` +
        `  - ${onOneLine(s.original)}\n  + ${onOneLine(s.replacement)}\n`,
    )
    .join("\n");
}
