import type { FuzzReport } from "./fuzz-uploads.js";

const ANSWERS_SHOWN = 12;

/** What was sent and answered, format by format, the commonest answers first; every failure. */
export function describeFuzz({ sent, planted, slowestMs, answers, failures }: FuzzReport): string {
  const formats = [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...formats.flatMap(([format, counts]) => {
      const ordered = [...counts].toSorted((a, b) => b[1] - a[1]);
      const others = ordered.slice(ANSWERS_SHOWN).reduce((n, [, times]) => n + times, 0);
      const shown = ordered.slice(0, ANSWERS_SHOWN).map(([answer, times]) => `  ${times} × ${answer}`);
      const total = ordered.reduce((n, [, times]) => n + times, 0);
      return [`${format}: ${total}`, ...shown, ...(others > 0 ? [`  ${others} × …`] : [])];
    }),
    ...failures.map((failure) => `✗ ${failure}`),
    `${sent} files sent, ${planted} with a personal number, slowest answer ${Math.round(slowestMs)} ms; ${failures.length} failures`,
  ].join("\n");
}
