/** What tells one state of a file from another. */
export interface Validators {
  /** Strong, in quotes. */
  etag: string;
  /** As an HTTP date. */
  lastModified: string;
}

const listed = (header: string): string[] => header.split(",").map((tag) => tag.trim());
const weak = (tag: string): string => tag.replace(/^W\//, "");

/**
 * What the conditions of a request come to (RFC 9110, 13.2.2): go on, `not_modified` or `failed`. Dates are compared
 * for equality: after a withdrawal `latest` goes back to an older file, which a later date must not pass for.
 */
export function evaluateConditions(headers: Headers, file: Validators): "go" | "not_modified" | "failed" {
  const ifMatch = headers.get("if-match");
  const ifUnmodified = headers.get("if-unmodified-since");
  if (ifMatch !== null) {
    if (ifMatch.trim() !== "*" && !listed(ifMatch).includes(file.etag)) return "failed";
  } else if (ifUnmodified !== null && isDate(ifUnmodified) && !sameDate(ifUnmodified, file.lastModified)) {
    return "failed";
  }
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) {
    const known = ifNoneMatch.trim() === "*" || listed(ifNoneMatch).map(weak).includes(file.etag);
    return known ? "not_modified" : "go";
  }
  const ifModified = headers.get("if-modified-since");
  return ifModified !== null && sameDate(ifModified, file.lastModified) ? "not_modified" : "go";
}

/** Whether a Range header may be honoured: If-Range is missing, or names this very state. */
export function rangeHolds(headers: Headers, file: Validators): boolean {
  const ifRange = headers.get("if-range");
  if (ifRange === null) return true;
  return ifRange.startsWith('"') ? ifRange.trim() === file.etag : sameDate(ifRange, file.lastModified);
}

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));
const sameDate = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);
