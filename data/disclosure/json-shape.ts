import { DomainError } from "../contract/domain-error.js";

/** Readers of what JSON.parse gives: each returns a value of its kind, or throws invalid_tables naming where. */

export const invalid = (at: string): DomainError =>
  new DomainError("invalid_tables", `published tables with a wrong ${at}`, { at });

export function record(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(at);
  return value as Readonly<Record<string, unknown>>;
}

export function text(value: unknown, at: string): string {
  if (typeof value !== "string") throw invalid(at);
  return value;
}

/** A text that passes a test: a date, an age band. */
export const textThat =
  (fits: (text: string) => boolean) =>
  (value: unknown, at: string): string => {
    const read = text(value, at);
    if (!fits(read)) throw invalid(at);
    return read;
  };

/** A whole number of at least 0. */
export function count(value: unknown, at: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw invalid(at);
  return value as number;
}

export function oneOf<T extends string>(values: readonly T[], value: unknown, at: string): T {
  const found = values.find((v) => v === value);
  if (found === undefined) throw invalid(at);
  return found;
}

export function list<T>(value: unknown, at: string, item: (value: unknown, at: string) => T): T[] {
  if (!Array.isArray(value)) throw invalid(at);
  return value.map((v, i) => item(v, `${at}[${i}]`));
}
