/** What can break a promise of the domain. Closed: a new kind is added here first. */
export type DomainErrorCode =
  | "invalid_count"
  | "invalid_date"
  | "invalid_age_band"
  | "invalid_municipality_code"
  | "invalid_policy"
  | "invalid_tables"
  | "division_by_zero";

/**
 * A broken contract: code called with what it must never be called with. Expected outcomes
 * (a hidden value, a refused row) are values, not errors.
 * `details` names places and kinds; it never carries a value that may be personal.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
