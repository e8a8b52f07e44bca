import type { GridRow } from "../intake/grid-row.js";
import { cleanCell } from "../intake/read-cell.js";
import type { Section } from "./find-sections.js";
import { fieldOfHeader } from "./layout.js";
import type { OfficialNames } from "./official-names.js";

/** A section's rows by what they are. */
export interface SortedRows {
  /** One place or one age a row; a prefecture's name that stands once for its block is on every row of it. */
  rows: GridRow[];
  /** Rows that total a prefecture, their prefecture by its name. */
  subtotals: GridRow[];
  /** Rows that total everything above or below. */
  totals: GridRow[];
  /** Titles, units and notes between the rows. */
  remarks: number;
}

const TOTAL = /^(?:計|合計|総計|小計|総数|[都道府県]計|全域)$/;
const NATION = /^(?:全国(?:計|合計)?|総計|合計)$/;
const COUNTED = /^(?:population|issued|held|rate)/;

const plain = (cell: string | undefined): string => cleanCell(cell ?? "").replace(/\s+/g, "");
/** 【北海道】, 01北海道, 北海道計 → 北海道. */
const bare = (text: string): string =>
  text.replace(/^[【〔[(<《\d.．]+|[】〕\])>》]+$/g, "").replace(/(?:合?計)$/, "");

/**
 * Sorts the rows below a section's header; one of municipalities has a column of prefectures. What names a place but holds no count stays among the rows, for
 * the reader to say what is missing; a text alone, which is no place, is a remark.
 */
export function sortRows({ header, rows }: Section, names: OfficialNames): SortedRows {
  const sorted: SortedRows = { rows: [], subtotals: [], totals: [], remarks: 0 };
  const fields = header.map(fieldOfHeader);
  const [inPrefecture, inName, inType] = (["prefecture", "name", "type"] as const).map((f) =>
    fields.indexOf(f),
  ) as [number, number, number];
  const isCount = (i: number): boolean => COUNTED.test(fields[i] ?? "");
  const prefectureOf = (text: string): string | null => {
    const name = bare(text);
    return name !== "" && names.prefectureDigits(name) !== null ? name : null;
  };
  let block = "";
  for (const { row, cells } of rows) {
    const texts = cells.map(plain);
    const filled = texts.filter((text) => text !== "");
    const counted = texts.some((text, i) => text !== "" && isCount(i));
    const [prefecture, name] = [texts[inPrefecture] ?? "", texts[inName] ?? ""];
    const kept = { row, cells: [...cells] };
    if (!counted && filled.length === 1 && !isPlace(filled[0]!)) {
      const named = inName >= 0 ? prefectureOf(filled[0]!) : null;
      if (named) block = named;
      else sorted.remarks += 1;
      continue;
    }
    if (inType >= 0) {
      // Kinds stand in one of two columns under one heading, the nation in the first.
      if ((header[inType + 1] ?? "x") === "") kept.cells[inType] = texts[inType]! + (texts[inType + 1] ?? "");
      sorted.rows.push(kept);
    } else if (inName < 0) {
      (NATION.test(prefecture) ? sorted.totals : sorted.rows).push(kept);
    } else if (NATION.test(prefecture) || (prefecture === "" && block === "" && NATION.test(name))) {
      sorted.totals.push(kept);
    } else {
      const named = prefectureOf(prefecture);
      const total =
        totalled(name, prefecture, named, prefectureOf(name)) ?? (TOTAL.test(name) ? block : null);
      block = total ?? (prefecture === "" ? block : (named ?? prefecture));
      kept.cells[inPrefecture] = block;
      (total ? sorted.subtotals : sorted.rows).push(kept);
    }
  }
  return sorted;
}

/** A place's name standing alone is a row whose counts are missing. */
const isPlace = (text: string): boolean => /^\p{L}{1,12}[市区町村]$/u.test(text);

/** The prefecture that a row totals: named with 計, or named where its municipality would stand. */
function totalled(
  name: string,
  prefecture: string,
  named: string | null,
  byName: string | null,
): string | null {
  if (named && (name === "" || TOTAL.test(name) || byName === named)) return named;
  return prefecture === "" && byName ? byName : null;
}
