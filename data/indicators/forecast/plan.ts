/** What a town might do: what the forecast is asked for. */
export interface Plan {
  /** The pace times this; 1 leaves it. */
  pace: number;
  /** People on top of the pace, each month, from the origin on. */
  peopleAMonth: number;
  /** For how many months they come. */
  months: number;
}

export const NO_PLAN: Plan = { pace: 1, peopleAMonth: 0, months: 0 };

const DAYS_A_MONTH = 365.25 / 12;

/** The people that the plan brings on the n-th day after the origin, evenly over each month. */
export const peopleOnDay = ({ peopleAMonth, months }: Plan, day: number): number =>
  peopleAMonth > 0 && day <= Math.round(months * DAYS_A_MONTH) ? peopleAMonth / DAYS_A_MONTH : 0;
