import type { ReadFigure } from "./read-rows.js";

/** Figures by date and district, in order of first appearance. */
export type GroupedFigures = Map<string, Map<string, ReadFigure[]>>;

/** Rows of one district mostly follow each other: its group is looked up once a run, not once a row. */
export function groupFigures(figures: readonly ReadFigure[]): GroupedFigures {
  const dates: GroupedFigures = new Map();
  let [as_of, district]: (string | null)[] = [null, null];
  let group: ReadFigure[] = [];
  for (const figure of figures) {
    if (figure.as_of !== as_of || figure.district !== district) {
      ({ as_of, district } = figure);
      let districts = dates.get(as_of);
      if (!districts) dates.set(as_of, (districts = new Map()));
      group = districts.get(district) ?? [];
      if (group.length === 0) districts.set(district, group);
    }
    group.push(figure);
  }
  return dates;
}

/** The rows of a group whose cell an earlier row of it has stated already. */
export function repeatedRows(group: readonly ReadFigure[]): ReadFigure[] {
  const seen = new Map<string, Set<string>>();
  return group.filter(({ age_band, sex }) => {
    let sexes = seen.get(age_band);
    if (!sexes) seen.set(age_band, (sexes = new Set()));
    if (sexes.has(sex)) return true;
    sexes.add(sex);
    return false;
  });
}

/**
 * Finds repeated rows of one group after the other. Districts mostly state the same cells in the same order: a
 * group that does as one without repetition did has none either, and need not be counted.
 */
export function repetitionFinder(): (group: ReadFigure[]) => ReadFigure[] {
  let without: readonly ReadFigure[] = [];
  return (group) => {
    if (statesSameCells(group, without)) return [];
    const repeated = repeatedRows(group);
    if (repeated.length === 0) without = group;
    return repeated;
  };
}

function statesSameCells(group: readonly ReadFigure[], other: readonly ReadFigure[]): boolean {
  if (group.length !== other.length) return false;
  for (let i = 0; i < group.length; i++) {
    if (group[i]!.age_band !== other[i]!.age_band || group[i]!.sex !== other[i]!.sex) return false;
  }
  return true;
}
