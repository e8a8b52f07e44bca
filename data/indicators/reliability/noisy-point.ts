import type { RatePoint } from "../change.js";

/** A count of residents, which may be a print. */
export interface NoisyPoint extends RatePoint {
  /** Variance that the print has about the true count, in cards²; missing: told to the person. */
  noise?: number;
}
