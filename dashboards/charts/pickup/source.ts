import { sourceLine } from "../words.js";
import type { PickupModel } from "./model.js";

/** Where the figures of the place come from. */
export const pickupSource = ({ municipality, place, standing, synthetic }: PickupModel): string =>
  sourceLine(`${municipality.name}${place ? ` ${place.name}` : ""}`, standing?.as_of ?? null, synthetic);
