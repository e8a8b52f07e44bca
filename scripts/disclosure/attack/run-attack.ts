import { greatestProbabilityOf, wilson } from "./coins.js";
import { bestGuess, posteriorOf } from "./posterior.js";
import { readSeries, type AttackedSeries, type ReadTables } from "./read-series.js";

/** What an attack on all printed counts of some towns came to. */
export interface AttackRecord {
  counts: number;
  /** Counts whose noise can reach below 0 or above the most: a flat guess there is cut off. */
  atEdge: number;
  /** Away from the edges: the largest ratio of the likeliest value's probability to its bound; never above 1. */
  greatestRatio: number;
  /** At the edges: the largest probability of any value. */
  greatestAtEdge: number;
  /** How often the best guess was right, and how often it should have been by its own probability. */
  right: number;
  expected: number;
}

export const newRecord = (): AttackRecord => ({
  counts: 0,
  atEdge: 0,
  greatestRatio: 0,
  greatestAtEdge: 0,
  right: 0,
  expected: 0,
});

/**
 * Guesses at the newest value of every printed count of published tables.
 * @param truth the true count, for the record alone: the guess is made before it is asked
 */
export function attackTables(
  tables: ReadTables,
  truth: (series: AttackedSeries) => number,
  record: AttackRecord,
): void {
  for (const attacked of readSeries(tables)) {
    const { series } = attacked;
    const posterior = posteriorOf(series, series.prints.length - 1);
    const { count, probability } = bestGuess(posterior);
    const print = series.prints.at(-1)!;
    const isCut = print - 5 - series.leaves < 0 || print + 5 + series.leaves > series.most;
    record.counts += 1;
    record.expected += probability;
    if (count === truth(attacked)) record.right += 1;
    if (isCut) {
      record.atEdge += 1;
      record.greatestAtEdge = Math.max(record.greatestAtEdge, probability);
    } else {
      const ratio = probability / greatestProbabilityOf(series.leaves);
      record.greatestRatio = Math.max(record.greatestRatio, ratio);
    }
  }
}

export function describeRecord(name: string, r: AttackRecord): string {
  const [low, high] = wilson(r.right, r.counts);
  const percent = (p: number): string => `${(100 * p).toFixed(2)}%`;
  return (
    `${name}: ${r.counts} counts; away from the edges (${r.counts - r.atEdge}) likeliest value at most ` +
    `${r.greatestRatio.toFixed(4)} of its bound; at the edges (${r.atEdge}) at most ${r.greatestAtEdge.toFixed(3)}; ` +
    `best guess right ${percent(r.right / r.counts)} (95%: ${percent(low)} to ${percent(high)}), ` +
    `by its own probability ${percent(r.expected / r.counts)}`
  );
}
