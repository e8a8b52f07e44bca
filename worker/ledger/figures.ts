import type { Figure, Provenance } from "../../data/contract/figure.js";
import { readCells } from "./cells.js";
import { statementsAt, type Statement } from "./statements.js";

/** A figure as the ledger knows it. */
export interface LedgerFigure extends Figure {
  provenance: Provenance;
}

/** Every figure that revision `revision` knew, in no particular order. */
export async function figuresAt(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<LedgerFigure[]> {
  return (await statementsAt(db, municipality, revision)).flatMap(figuresOf);
}

/** The cells of a statement as figures. */
export function figuresOf({ municipality, as_of, district, provenance, cells }: Statement): LedgerFigure[] {
  return readCells(cells).map((cell) => ({ municipality, as_of, district, ...cell, provenance }));
}
