import { sourceLine } from "../../words.js";
import type { DistrictPageModel } from "./model.js";

/** Where the figures of the page come from. */
export const sourceOf = ({ municipality, now, synthetic }: DistrictPageModel): string =>
  sourceLine(municipality.name, now!.as_of, synthetic);
