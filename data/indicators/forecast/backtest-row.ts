/** How forecasts of one kind ended; errors are mean absolute errors in points of the origin's residents. */
export interface BacktestRow {
  /** `all`, `population 5000+` (to the next class), or the year of the origins. */
  group: string;
  /** Days ahead. */
  horizon: number;
  forecasts: number;
  /** Beside the typical town. */
  model: number;
  /** By the town's own figures alone. */
  alone: number;
  /** The straight line of the last three dates. */
  slope: number;
  /** The last interval's constant hazard. */
  constant: number;
  /** Shares of forecasts whose count came within the 80% interval. */
  inside: number;
  insideAlone: number;
}

/** The error over the better of the two simple forecasts: below 1 is better. */
export const overBetter = (row: BacktestRow, of: "model" | "alone"): number =>
  row[of] / Math.min(row.slope, row.constant);
