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
}

export interface AuditResult {
  certificate: Certificate;
  faults: AuditFault[];
}
