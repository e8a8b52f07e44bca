/** How far a published date may lie from the day a forecast was made for. */
export const TARGET_TOLERANCE_DAYS = 7;

/**
 * The observation that a forecast over `horizon` days is compared with: the one nearest to that day, at most
 * `tolerance` days away. The forecast is then made for its own date, not for the round number.
 * @returns its index; −1 where there is none.
 */
export function targetIndex(
  dates: readonly { day: number }[],
  origin: number,
  horizon: number,
  tolerance = TARGET_TOLERANCE_DAYS,
): number {
  const wanted = dates[origin]!.day + horizon;
  let best = -1;
  for (let i = origin + 1; i < dates.length; i++) {
    const away = Math.abs(dates[i]!.day - wanted);
    if (away <= tolerance && (best < 0 || away < Math.abs(dates[best]!.day - wanted))) best = i;
  }
  return best;
}
