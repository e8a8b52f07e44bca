import type { District } from "../../data/contract/district.js";
import { ALL } from "../../data/contract/figure.js";
import { normaliseHeader } from "./columns.js";
import { cleanCell } from "./read-cell.js";
import type { ReadFigure } from "./read-rows.js";

/**
 * Finds a district's code by the text of a file: its code, its name, or its number without leading zeros.
 * @param register whether a text that is on no list names a new district.
 */
export function districtLookup(known: readonly District[], register: boolean) {
  const codes = new Set(known.map((d) => d.code));
  const byName = Map.groupBy(known, (d) => normaliseHeader(d.name));
  const byNumber = Map.groupBy(
    known.filter((d) => /^\d+$/.test(d.code)),
    (d) => String(Number(d.code)),
  );
  const find = (text: string): string | null => {
    if (codes.has(text)) return text;
    const named = byName.get(normaliseHeader(text));
    if (named?.length === 1) return named[0]!.code;
    // A spreadsheet makes 1 of "01".
    const numbered = /^\d+$/.test(text) ? byNumber.get(String(Number(text))) : undefined;
    if (numbered?.length === 1) return numbered[0]!.code;
    // Our own files put an apostrophe before a text that a spreadsheet would take for a formula.
    if (/^'[=+\-@]/.test(text)) return find(text.slice(1));
    return register ? cleanCell(text) : null;
  };
  const added = (figures: readonly ReadFigure[], municipality: string): District[] => {
    const fresh = new Map<string, District>();
    for (const { district: code, area } of figures) {
      if (code === ALL || codes.has(code) || fresh.has(code)) continue;
      fresh.set(code, {
        municipality,
        code,
        name: code,
        kana: null,
        name_en: null,
        area,
        tile_x: null,
        tile_y: null,
      });
    }
    return [...fresh.values()];
  };
  return { find, added };
}
