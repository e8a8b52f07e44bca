import { number } from "../words.js";
import type { HeatCell, HeatClasses } from "./heat-map.js";

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Five classes of people: limits people can say, the last one open; cells of nobody without are in the first. */
export function peopleClasses(cells: readonly HeatCell[]): HeatClasses {
  const values = cells.flatMap((c) => (c.without === null ? [] : [c.without])).sort((a, b) => a - b);
  const high = values[Math.floor(0.97 * (values.length - 1))] ?? 0;
  const step = STEPS.find((s) => s * 5 >= high) ?? 10_000;
  const bounds = [1, 2, 3, 4].map((i) => i * step);
  return {
    classOf: ({ without }) => (without === null ? null : bounds.filter((b) => without >= b).length),
    labels: [
      `${number(bounds[0]!)}人未満`,
      ...[0, 1, 2].map((i) => `${number(bounds[i]!)}～${number(bounds[i + 1]! - 1)}人`),
      `${number(bounds[3]!)}人以上`,
    ],
  };
}

const RATE_STEPS = [1, 2, 5, 10, 15, 20];

/** Five classes of rates around the middle of what there is, in whole percent. */
export function shareClasses(cells: readonly HeatCell[]): HeatClasses {
  const rates = cells.flatMap((c) => (c.rate === null ? [] : [c.rate * 100])).sort((a, b) => a - b);
  const at = (q: number) => rates[Math.floor(q * (rates.length - 1))] ?? 0;
  const [low, high] = [at(0.05), at(0.95)];
  const step = RATE_STEPS.find((s) => s * 5 >= high - low) ?? 20;
  const start = Math.max(step, Math.round((low + high) / 2 / step - 1.5) * step);
  const bounds = [0, 1, 2, 3].map((i) => start + i * step);
  return {
    classOf: ({ rate }) => (rate === null ? null : bounds.filter((b) => rate * 100 >= b).length),
    labels: [
      `${bounds[0]}%未満`,
      ...[0, 1, 2].map((i) => `${bounds[i]}～${bounds[i + 1]}%`),
      `${bounds[3]}%以上`,
    ],
  };
}
