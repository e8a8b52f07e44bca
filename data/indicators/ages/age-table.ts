import { ageBandStart } from "../../contract/age-band.js";
import { ALL, type Counts, type Sex } from "../../contract/figure.js";
import { sumOfCounts } from "../totals.js";

/** The counts of one age band and sex; `all` is what the figures do not tell apart, or a published margin. */
export interface AgeCell extends Counts {
  age_band: string;
  sex: Sex;
}

/** One age: both sexes together, and each where they are told apart. */
export interface AgeRow {
  age_band: string;
  both: Counts;
  male: Counts | null;
  female: Counts | null;
}

/** The residents of a place by age. */
export interface AgeTable {
  total: Counts;
  /** Youngest first; empty where ages are not told apart. */
  rows: readonly AgeRow[];
}

const countsOf = ({ population, applications, issued, held }: Counts): Counts => ({
  population,
  applications,
  issued,
  held,
});

/**
 * Cells as a table with its margins. A margin that is given stands (in a release its parts are prints that do not add
 * up to it); one that is not is the sum of its parts, unknown as soon as one of them is.
 * @param cells of one place and date, each age and sex at most once; none give a table of nobody.
 */
export function ageTable(cells: readonly AgeCell[]): AgeTable {
  const ages = new Map<string, AgeCell[]>();
  for (const cell of cells) {
    if (cell.age_band === ALL) continue;
    const list = ages.get(cell.age_band);
    if (list) list.push(cell);
    else ages.set(cell.age_band, [cell]);
  }
  const rows = [...ages]
    .map(([age_band, group]): AgeRow => {
      const given = (sex: Sex): Counts | null => {
        const found = group.find((c) => c.sex === sex);
        return found ? countsOf(found) : null;
      };
      const parts = group.filter((c) => c.sex !== ALL);
      const both = given(ALL) ?? sumOfCounts(parts);
      return { age_band, both, male: given("male"), female: given("female") };
    })
    .sort((a, b) => ageBandStart(a.age_band) - ageBandStart(b.age_band));
  return { total: totalOf(cells, rows), rows };
}

function totalOf(cells: readonly AgeCell[], rows: readonly AgeRow[]): Counts {
  const ageless = cells.filter((c) => c.age_band === ALL);
  const whole = ageless.find((c) => c.sex === ALL);
  if (whole) return countsOf(whole);
  return sumOfCounts(rows.length > 0 ? rows.map((r) => r.both) : ageless);
}

/**
 * The table of one sex alone: each row's `both` is theirs, and so is the total. An age that does not tell the sexes
 * apart has nobody of either; `all` is the table as it is.
 */
export function ofSex(table: AgeTable, sex: Sex): AgeTable {
  if (sex === ALL) return table;
  const rows = table.rows.flatMap((row): AgeRow[] => {
    const own = row[sex];
    return own ? [{ age_band: row.age_band, both: own, male: null, female: null, [sex]: own }] : [];
  });
  return { total: sumOfCounts(rows.map((r) => r.both)), rows };
}

/**
 * The table with its rows added up into wider bands.
 * @param bands youngest first, each with the rows' bands that make it up exactly.
 */
export function coarser(
  table: AgeTable,
  bands: readonly { key: string; bands: readonly string[] }[],
): AgeTable {
  const byBand = new Map(table.rows.map((r) => [r.age_band, r]));
  const rows = bands.map(({ key, bands: parts }): AgeRow => {
    const members = parts.map((band) => byBand.get(band)!);
    const sum = (of: (row: AgeRow) => Counts | null): Counts | null => {
      const counts = members.map(of);
      return counts.every((c) => c !== null) ? sumOfCounts(counts as Counts[]) : null;
    };
    return {
      age_band: key,
      both: sumOfCounts(members.map((m) => m.both)),
      male: sum((m) => m.male),
      female: sum((m) => m.female),
    };
  });
  return { total: table.total, rows };
}
