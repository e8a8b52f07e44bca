import { funnelLimits, type FunnelLimits } from "../../data/indicators/reliability/funnel-limits.js";
import type { FunnelPoint } from "./funnel-points.js";

/** The drawing's inside in px, and where a district of a size and a rate stands in it. */
export interface FunnelScales {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (population: number) => number;
  y: (rate: number) => number;
  xTicks: readonly number[];
  /** In whole percent. */
  yTicks: readonly number[];
  /** What the limits lie around, and the noise they allow for. */
  townRate: number;
  leaves: number;
}

/** Sizes further apart than this stand by their square root, as the limits close in by it. */
const WIDE_RANGE = 12;

type Inside = Pick<FunnelScales, "left" | "right" | "top" | "bottom">;

/** Scales that hold every point, the rate and what the limits need. @param points at least one. */
export function funnelScales(
  points: readonly FunnelPoint[],
  extra: { populations: readonly number[]; townRate: number; leaves: number },
  inside: Inside,
): FunnelScales {
  const sizes = [...points.map((p) => p.population), ...extra.populations];
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const isWide = most > WIDE_RANGE * least;
  const place = isWide ? Math.sqrt : (v: number) => v;
  const [from, to] = isWide ? [0, place(most * 1.06)] : [least * 0.7, most * 1.06];
  const rates = [...points.map((p) => p.rate), extra.townRate];
  // Limits of middling sizes belong into the picture; those of the smallest would stretch it to nothing but them.
  const middle = Math.max(least, most / WIDE_RANGE);
  const middling = funnelLimits(
    extra.townRate,
    extra.leaves === 0 ? middle : Math.round(middle),
    extra.leaves,
  );
  const low = Math.max(0, Math.floor((Math.min(...rates, middling?.lower998 ?? 1) * 100 - 1) / 5) * 5);
  const high = Math.ceil((Math.max(...rates, middling?.upper998 ?? 0) * 100 + 1) / 5) * 5;
  const step = [5, 10, 20, 25, 50].find((s) => (high - low) / s <= 6) ?? 100;
  const { left, right, top, bottom } = inside;
  const x = (population: number) => left + ((place(population) - from) / (to - from)) * (right - left);
  return {
    ...inside,
    townRate: extra.townRate,
    leaves: extra.leaves,
    x,
    y: (rate) => bottom - ((rate * 100 - low) / (high - low)) * (bottom - top),
    xTicks: apart(sizeTicks(isWide ? 0 : from, isWide ? to ** 2 : to, isWide), x),
    yTicks: Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step),
  };
}

const TICK_ROOM_PX = 52;

/** The ticks whose numbers have room beside the one to their right. */
function apart(ticks: readonly number[], x: (v: number) => number): number[] {
  const kept: number[] = [];
  for (const tick of ticks.toReversed()) {
    if (kept.length === 0 || x(kept[0]!) - x(tick) >= TICK_ROOM_PX) kept.unshift(tick);
  }
  return kept;
}

function sizeTicks(from: number, to: number, isWide: boolean): number[] {
  if (isWide) {
    const digits = 10 ** Math.floor(Math.log10(to));
    const ticks = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5].map((part) => part * digits);
    return ticks.filter((v) => v <= to && Number.isInteger(v));
  }
  const step = [50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 50_000].find((s) => to / s <= 6) ?? 100_000;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
}

const STEPS = 90;

/** The limits of every size between two, each size once. */
export function limitsBySize(
  { townRate, leaves }: FunnelScales,
  { least, most }: { least: number; most: number },
): { size: number; limits: FunnelLimits }[] {
  const sizes = Array.from({ length: STEPS + 1 }, (_, i) =>
    Math.max(1, Math.round(least * (most / least) ** (i / STEPS))),
  );
  return [...new Set(sizes)].flatMap((size) => {
    const limits = funnelLimits(townRate, size, leaves);
    return limits ? [{ size, limits }] : [];
  });
}

/** One limit as a line in px, from left to right; the part that leaves the drawing is cut off. */
export const limitLine = (
  scales: FunnelScales,
  every: readonly { size: number; limits: FunnelLimits }[],
  of: keyof FunnelLimits,
): { x: number; y: number }[] =>
  every.flatMap(({ size, limits }) => {
    const at = { x: scales.x(size), y: scales.y(limits[of]) };
    const inside = at.y >= scales.top - 0.5 && at.y <= scales.bottom + 0.5 && at.x >= scales.left - 0.5;
    return inside ? [at] : [];
  });
