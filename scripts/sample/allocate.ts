type Rounding = (parts: number[], shares: readonly Share[], total: number) => void;

/** What a part is due before it is made whole. */
interface Share {
  i: number;
  share: number;
}

/**
 * Splits a whole number into whole parts in proportion to weights. The parts add up to `total` exactly
 * and none exceeds its cap: what does not fit goes to the others.
 * @param total whole number ≥ 0, at most the sum of the caps.
 * @param weights ≥ 0; where those with room left are all 0, the room itself is the weight.
 * @param caps whole numbers ≥ 0; default: no cap.
 * @param round how shares become whole: by default by largest remainders.
 * @throws RangeError where the total does not fit.
 */
export function allocate(
  total: number,
  weights: readonly number[],
  caps?: readonly number[],
  round: Rounding = byLargestRemainders,
): number[] {
  const room = weights.map((_, i) => caps?.[i] ?? total);
  const sumOfRoom = room.reduce((a, b) => a + b, 0);
  if (total > sumOfRoom) throw new RangeError(`${total} do not fit into ${sumOfRoom}`);
  const parts = weights.map(() => 0);
  let open = parts.map((_, i) => i).filter((i) => room[i]! > 0);
  let rest = total;
  for (;;) {
    const used = open.some((i) => weights[i]! > 0) ? weights : room;
    const sum = open.reduce((s, i) => s + used[i]!, 0);
    const shares = open.map((i): Share => ({ i, share: (rest * used[i]!) / sum }));
    const full = shares.filter(({ i, share }) => share >= room[i]!);
    if (full.length === 0 || rest === 0) {
      if (rest > 0) round(parts, shares, rest);
      return parts;
    }
    for (const { i } of full) {
      parts[i] = room[i]!;
      rest -= room[i]!;
    }
    const filled = new Set(full.map(({ i }) => i));
    open = open.filter((i) => !filled.has(i));
  }
}

/** Whole shares, then one more for each of the largest remainders; the first wins a tie. */
function byLargestRemainders(parts: number[], shares: readonly Share[], total: number): void {
  let rest = total;
  for (const { i, share } of shares) {
    parts[i] = Math.floor(share);
    rest -= parts[i]!;
  }
  const order = shares.toSorted((a, b) => (b.share % 1) - (a.share % 1) || a.i - b.i);
  for (const { i } of order.slice(0, rest)) parts[i]! += 1;
}

/**
 * Systematic sampling: every part gets its share rounded down or up, on average over `start` exactly its
 * share. Largest remainders would give a handful of cards a month to the same largest cells every time.
 * @param start in [0, 1).
 */
export const bySystematicSampling =
  (start: number): Rounding =>
  (parts, shares, total) => {
    let due = 0;
    let given = 0;
    for (const [k, { i, share }] of shares.entries()) {
      // The last boundary is the total itself, whatever the sum of fractions came to.
      due = k === shares.length - 1 ? total : due + share;
      const upTo = Math.min(total, Math.floor(due + start));
      parts[i] = upTo - given;
      given = upTo;
    }
  };
