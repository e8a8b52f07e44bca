import type { Difference, Differences } from "../../data/contract/api/upload.js";
import { figureKey, type Counts } from "../../data/contract/figure.js";
import { compareFigures } from "../../data/contract/figure-order.js";
import { sameCell } from "./cells.js";
import { figuresOf, type LedgerFigure } from "./figures.js";
import { statementsOfRevision } from "./statements.js";

const MAX_DIFFERENCES = 1000;

/** What revision `revision` changed, in canonical order; at most 1,000 with the true total. */
export async function differencesOf(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<Differences> {
  const rows = async (column: "opened_in" | "superseded_in") => {
    const statements = await statementsOfRevision(db, municipality, column, revision);
    return new Map(statements.flatMap(figuresOf).map((figure) => [figureKey(figure), figure]));
  };
  const [after, before] = [await rows("opened_in"), await rows("superseded_in")];
  const keys = new Set([...before.keys(), ...after.keys()]);
  const ordered = [...keys]
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    // A statement is replaced whole, though one of its cells may be all that changed.
    .filter(({ before: old, after: now }) => !old || !now || !sameFigure(old, now))
    .sort((a, b) => compareFigures((a.after ?? a.before)!, (b.after ?? b.before)!));
  const names = await districtNames(db, municipality, revision);
  const items = ordered.slice(0, MAX_DIFFERENCES).map(({ before: old, after: now }): Difference => {
    const { as_of, district, age_band, sex } = (now ?? old)!;
    const district_name = names.get(district) ?? null;
    const kind = old && now ? "changed" : now ? "added" : "removed";
    return { kind, as_of, district, district_name, age_band, sex, before: counts(old), after: counts(now) };
  });
  return { total: ordered.length, truncated: ordered.length > items.length, items };
}

function counts(figure: LedgerFigure | null): Counts | null {
  if (!figure) return null;
  const { population, applications, issued, held } = figure;
  return { population, applications, issued, held };
}

async function districtNames(
  db: D1Database,
  municipality: string,
  revision: number,
): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT code, name FROM districts
       WHERE municipality = ?1 AND opened_in <= ?2 AND (superseded_in IS NULL OR superseded_in > ?2)`,
    )
    .bind(municipality, revision)
    .all<{ code: string; name: string }>();
  return new Map(results.map((d) => [d.code, d.name]));
}

const sameFigure = (a: LedgerFigure, b: LedgerFigure): boolean =>
  a.provenance === b.provenance && sameCell(a, b);
