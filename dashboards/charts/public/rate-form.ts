/** How rates are written: to the decimal, to the decimal with 約, or as a band of whole percents. */
export type RateForm = "exact" | "about" | "band";
