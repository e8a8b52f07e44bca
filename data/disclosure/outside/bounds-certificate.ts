import type { BoundsCertificate } from "../audit/certificate.js";
import type { HiddenBounds, OutsideAudit } from "./bound-hidden.js";

export const widthOf = ({ lower, upper }: HiddenBounds): number => upper - lower;

/** Narrower than it must be, for no reason that lies in the past. */
export const isTooNarrow = (b: HiddenBounds): boolean =>
  b.told_by === null && !b.exposed && widthOf(b) < b.required;

/** What a certificate says of the bounds that were found. */
export function boundsCertificate(
  { bounds, isNarrowestKnown, programs, largest }: OutsideAudit,
  smallestCount: number,
): BoundsCertificate {
  const open = bounds.filter((b) => b.told_by === null && !b.exposed);
  const least = open
    .filter((b) => b.required >= smallestCount)
    .reduce<HiddenBounds | null>((best, b) => (best && widthOf(best) <= widthOf(b) ? best : b), null);
  return {
    hidden: bounds.length,
    exact: bounds.filter((b) => b.exact).length,
    known: bounds.filter((b) => b.told_by !== null).length,
    exposed: bounds.filter((b) => b.told_by === null && b.exposed).length,
    narrow: open.filter(isTooNarrow).length,
    smallestWidth: least && widthOf(least),
    smallestIsExact: least !== null && isNarrowestKnown,
    smallestAt: least && { as_of: least.as_of, cell: least.cell, measure: least.measure },
    programs,
    largestProgram: largest,
  };
}
