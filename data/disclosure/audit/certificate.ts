import type { Measure } from "../../contract/figure.js";
import type { Figure } from "../../contract/figure.js";
import type { ProtectedTables } from "../published.js";

/** What was published once, and the ledger's figures from which it was made. */
export interface AuditedRelease {
  tables: ProtectedTables;
  figures: readonly Figure[];
}

/** One hidden value, or one published value that gives something away. */
export interface AuditFault {
  kind:
    /** Everything published narrows the hidden value to fewer possibilities than the policy asks for. */
    | "narrow"
    /** A published count, or one that subtraction gives, breaks the policy's smallest count. */
    | "small"
    /** The candidate tells what an earlier release hid, or a difference whose parts are hidden. */
    | "told";
  /** As the pattern writes a series. */
  series: string;
  measure: Measure;
  as_of: string;
  /** Possible values that could be shown to exist beside the narrowest one; 0: the value is known. */
  width: number;
}

/** What a release says about its own proof. */
export interface Certificate {
  passed: boolean;
  solver: string;
  /** Hidden values: series × dates, of this release and of earlier ones. */
  hidden: number;
  /** Hidden values that are settled by another possible town's figures, found by linear programming. */
  protected: number;
  /** Of the protected: settled by the bounds from published cells, where no other town was found; missing in old drafts. */
  bounded?: number;
  /** Hidden now, but an earlier release told them; they cannot be called back. */
  known: number;
  /** No wider than earlier releases and the order of counts leave it, whatever this release says. */
  exposed: number;
  /** The smallest width among protected values whose cell has room for the policy's; null where none has. */
  smallestWidth: number | null;
  /** Alternative sets of figures that were verified. */
  witnesses: number;
  /** Linear (or whole-number) programs solved. */
  programs: number;
  /** The largest of them, in columns. */
  largestProgram: number;
  /** What the published files let anybody work out; missing in drafts that are older than this audit. */
  bounds?: BoundsCertificate;
}

/** The second proof: how far each hidden value can be narrowed down from what was published, by linear programs. */
export interface BoundsCertificate {
  /** Hidden values: those that this release hides, and those that earlier ones hid and no later one told. */
  hidden: number;
  /** Of them: both ends solved for. The others are at least as wide as they must be, shown by possible towns. */
  exact: number;
  /** An earlier release told them. */
  known: number;
  /** Narrow, and no wider if this release told nothing. */
  exposed: number;
  /** Narrower than the policy, or than their cell has room for: none, or nothing is published. */
  narrow: number;
  /**
   * Every value whose cell has room for the policy's width is at least so wide: the width of the narrowest, or of the
   * narrowest as far as was looked for; null where no cell has the room.
   */
  smallestWidth: number | null;
  /** Whether the narrowest was solved for at both ends, so that its width is no less and no more. */
  smallestIsExact: boolean;
  /** Where that is. */
  smallestAt: { as_of: string; cell: string; measure: string } | null;
  /** Linear programs solved, and the largest of them in columns. */
  programs: number;
  largestProgram: number;
}

/**
 * Other figures of the town that a proof has found: cells that move together, and by which whole multiple on each
 * date. Each row of factors is a town of its own.
 */
export interface PossibleTowns {
  dates: readonly string[];
  /** The people in the cell, as every release calls them; `by` for a factor of 1. */
  moves: readonly { people: string; measure: Measure; by: number }[];
  factors: readonly Int32Array[];
}

export interface AuditResult {
  /** What the proof rests on; another proof may check them for itself. */
  towns: PossibleTowns[];
  certificate: Certificate;
  faults: AuditFault[];
}
