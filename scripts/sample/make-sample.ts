import { spreadAdoption } from "./adoption.js";
import { writeMonth, type MonthFile } from "./month-file.js";
import { seededRandom } from "./random.js";
import { planTown } from "./town-plan.js";

/** 173843 and the day on which the town's plan passed its line. Another seed is another sample. */
const SEED = 17_384_388;

/**
 * The sample: 67 monthly uploads of 志賀町, oldest first. Town totals of population and issued cards are the
 * published ones to 2022-12-31; everything else is made up. The same code gives the same bytes.
 */
export function makeSample(): MonthFile[] {
  const random = seededRandom(SEED);
  return spreadAdoption(planTown(random), random).map(writeMonth);
}
