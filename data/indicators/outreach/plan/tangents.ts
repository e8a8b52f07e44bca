import type { Problem } from "./model.js";
import { fixedCounts, hazards, working, type Counts } from "./value.js";

/** A line above a concave curve: value ≤ rise + slope · argument. */
export interface Line {
  slope: number;
  rise: number;
}

/** Lines above what sites do and what cells give: the linear model is as loose as these are, and no looser. */
export interface Tangents {
  /** By site; none where a site does not tire. */
  sites: Line[][];
  /** By cell; none where nobody could be reached. */
  cells: Line[][];
}

const FIRST_SITE_LINES = 6;
const FIRST_CELL_LINES = 9;

/** The line that touches a site's curve. */
const siteTangent = (tiring: number, at: number): Line => {
  const slope = Math.exp(-tiring * at);
  return { slope, rise: working(tiring, at) - slope * at };
};

/** Through two neighbouring whole numbers of sessions: between them no plan lies, so the line may cut the curve there. */
const siteChord = (tiring: number, hazard: number, sessions: number): Line => {
  const [low, high] = [working(tiring, hazard * sessions), working(tiring, hazard * (sessions + 1))];
  const slope = (high - low) / hazard;
  return { slope, rise: low - slope * hazard * sessions };
};

const cellTangent = (people: number, at: number): Line => {
  const left = Math.exp(-at);
  return { slope: people * left, rise: people * (1 - left - left * at) };
};

/**
 * The first lines.
 * @param most sessions of each option at most, beside those planned already.
 */
export function firstTangents(problem: Problem, most: Counts): Tangents {
  const fixed = fixedCounts(problem);
  const { options } = problem;
  const sites = problem.sites.map((site): Line[] => {
    if (site.tiring === 0) return [];
    if (site.options.length === 1) {
      const i = site.options[0]!;
      if (!(options[i]!.hazard > 0)) return [];
      return Array.from({ length: most[i]! + 1 }, (_, n) =>
        siteChord(site.tiring, options[i]!.hazard, fixed[i]! + n),
      );
    }
    const least = site.options.reduce((sum, i) => sum + options[i]!.hazard * fixed[i]!, 0);
    const range = site.options.reduce((sum, i) => Math.max(sum, options[i]!.hazard * most[i]!), 0);
    return Array.from({ length: FIRST_SITE_LINES }, (_, n) =>
      siteTangent(site.tiring, least + (range * n) / (FIRST_SITE_LINES - 1)),
    );
  });
  const least = hazards(problem, fixed);
  const largest = hazards(
    problem,
    most.map((n, i) => n + fixed[i]!),
  );
  const cells = problem.cells.map(({ people }, c): Line[] => {
    const range = Math.min(4, largest[c]! - least[c]!);
    if (people <= 0 || range <= 0) return [];
    // Close to each other where plans begin.
    return Array.from({ length: FIRST_CELL_LINES }, (_, n) =>
      cellTangent(people, least[c]! + range * (n / (FIRST_CELL_LINES - 1)) ** 2),
    );
  });
  return { sites, cells };
}

/** Adds the lines that touch the curves where a solution lies. */
export function addTangents(problem: Problem, counts: Counts, tangents: Tangents): void {
  const fixed = fixedCounts(problem);
  const all = counts.map((n, i) => n + fixed[i]!);
  for (const [s, site] of problem.sites.entries()) {
    if (site.tiring === 0 || site.options.length === 1) continue;
    const effort = site.options.reduce((sum, i) => sum + problem.options[i]!.hazard * all[i]!, 0);
    addOnce(tangents.sites[s]!, siteTangent(site.tiring, effort));
  }
  const at = hazards(problem, all);
  for (const [c, lines] of tangents.cells.entries()) {
    if (lines.length > 0) addOnce(lines, cellTangent(problem.cells[c]!.people, at[c]!));
  }
}

function addOnce(lines: Line[], line: Line): void {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (!lines.some((known) => close(known.slope, line.slope) && close(known.rise, line.rise)))
    lines.push(line);
}
