import { MEASURES } from "../../contract/figure.js";
import type { PossibleTowns } from "./certificate.js";
import { findDirection, type Direction, type Programs } from "./direction.js";
import { exactProgram, extremeTown, isPossibleTown } from "./exact.js";
import { pathOf } from "./path.js";
import {
  TOLD_BEFORE_CORRECTION,
  TOLD_EARLIER,
  TOLD_NOW,
  variable,
  type Published,
  type System,
  type Target,
} from "./system.js";

export interface Verdict {
  status: "protected" | "known" | "exposed" | "narrow";
  width: number;
}

const EVERYTHING = TOLD_NOW | TOLD_EARLIER | TOLD_BEFORE_CORRECTION;

/**
 * A value told before its figure was corrected is judged by what is told of the corrected one; for all others
 * even the outdated value counts as known.
 */
const maskOf = (target: Target): number =>
  target.earlier === "corrected" ? TOLD_NOW | TOLD_EARLIER : EVERYTHING;

/** How far each target has been moved from the truth, up and down, by possible towns. */
interface Reach {
  least: Float64Array;
  most: Float64Array;
}

/**
 * Settles every hidden value: first by directions found earlier, then by a small program for its series over
 * all dates, then for its date alone, then with all measures moving, last by the whole system.
 * @param directions grows by those that are found.
 * @param quick whether to stop at the first fault and to leave the programs of all measures alone.
 */
export function prove(
  system: System,
  published: Published,
  programs: Programs,
  directions: Direction[],
  quick: boolean,
): { verdicts: Verdict[]; witnesses: number; towns: PossibleTowns[] } {
  const { targets } = published;
  const reaches = new Map<number, Reach>();
  let witnesses = 0;
  const towns: PossibleTowns[] = [];
  const byVariable = new Map<number, number[]>();
  targets.forEach((target, i) => {
    const v = variable(system.leafCount + target.cell, target.measure);
    const list = byVariable.get(v);
    if (list) list.push(i);
    else byVariable.set(v, [i]);
  });
  const reachOf = (mask: number): Reach => {
    let reach = reaches.get(mask);
    if (!reach) {
      reach = { least: new Float64Array(targets.length), most: new Float64Array(targets.length) };
      reaches.set(mask, reach);
    }
    return reach;
  };
  const extend = (reach: Reach, i: number, by: number): void => {
    reach.least[i] = Math.min(reach.least[i]!, by);
    reach.most[i] = Math.max(reach.most[i]!, by);
  };
  const follow = (direction: Direction, mask: number): void => {
    const path = pathOf(system, published, direction, mask);
    const reach = reachOf(mask);
    for (const [v, by] of direction.moves) {
      for (const i of byVariable.get(v) ?? []) {
        const { date } = targets[i]!;
        extend(reach, i, by * path.least[date]!);
        extend(reach, i, by * path.most[date]!);
      }
    }
    witnesses += 2;
    towns.push({
      dates: system.dates,
      moves: cellMoves(system, direction),
      factors: [path.least, path.most],
    });
  };
  const masks = new Set(targets.filter((t) => t.earlier !== "same").map(maskOf));
  for (const mask of masks) for (const direction of directions) follow(direction, mask);

  const widthOf = (i: number, mask: number): number => {
    const { least, most } = reachOf(mask);
    return most[i]! - least[i]!;
  };
  const tryDirections = (i: number, mask: number): boolean => {
    const target = targets[i]!;
    const layout = system.layoutAt[target.date];
    if (!layout) return false;
    const v = variable(system.leafCount + target.cell, target.measure);
    const sameLayout = system.dates.flatMap((_, t) =>
      system.layoutAt[t] === layout && !Number.isNaN(system.counts[t]![v]!) ? [t] : [],
    );
    for (const measures of quick ? [[target.measure]] : [[target.measure], [0, 1, 2]]) {
      for (const dates of sameLayout.length > 1 ? [sameLayout, [target.date]] : [[target.date]]) {
        for (const sign of [1, -1] as const) {
          const query = { target, sign, dates, measures, mask, integer: false };
          const direction = findDirection(system, published, programs, query);
          if (!direction) continue;
          directions.push(direction);
          follow(direction, mask);
          if (widthOf(i, mask) >= target.need) return true;
        }
      }
    }
    return false;
  };
  const exact = new Map<number, ReturnType<typeof exactProgram>>();
  /** The exact width, at most what is needed; null where the system is too large to say. */
  const solveExactly = (i: number, mask: number): number | null => {
    const target = targets[i]!;
    if (!system.layoutAt[target.date]) return null;
    if (!exact.has(mask)) exact.set(mask, exactProgram(system, published, mask));
    const program = exact.get(mask);
    if (!program) return null;
    for (const sign of [1, -1] as const) {
      if (widthOf(i, mask) >= target.need) break;
      const town = extremeTown(system, program, programs, target, sign);
      if (!town || !isPossibleTown(system, published, town, mask)) return null;
      witnesses++;
      targets.forEach((other, k) => {
        const v = variable(system.leafCount + other.cell, other.measure);
        extend(reachOf(mask), k, town[other.date]![v]!);
      });
    }
    return widthOf(i, mask);
  };

  const failed = new Set<number>();
  const verdicts = targets.map((target, i): Verdict => {
    const mask = maskOf(target);
    const settled = (status: Verdict["status"]): Verdict => ({ status, width: widthOf(i, mask) });
    if (target.earlier === "same") return { status: "known", width: 0 };
    const enough = (): boolean => widthOf(i, mask) >= target.need;
    if (enough()) return settled("protected");
    const v = variable(system.leafCount + target.cell, target.measure);
    // A series is hidden or told as one: its first narrow date is fault enough.
    if (failed.has(v) || (quick && failed.size > 0)) return settled("narrow");
    if (tryDirections(i, mask)) return settled("protected");
    if (!quick) {
      if ((solveExactly(i, mask) ?? -1) >= target.need) return settled("protected");
      const before = solveExactly(i, mask & ~TOLD_NOW);
      if (before !== null && before <= widthOf(i, mask)) return settled("exposed");
    }
    failed.add(v);
    return settled("narrow");
  });
  return { verdicts, witnesses, towns };
}

/** The moves of a direction that show: those of published cells. */
const cellMoves = ({ leafCount, cells }: System, { moves }: Direction): PossibleTowns["moves"] =>
  [...moves].flatMap(([v, by]) => {
    const cell = cells[Math.floor(v / 3) - leafCount];
    return cell ? [{ people: cell.people, measure: MEASURES[v % 3]!, by }] : [];
  });
