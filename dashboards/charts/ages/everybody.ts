import { ALL } from "../../data/contract/figure.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import { number } from "../words.js";
import type { AgesModel } from "./model.js";

/** All residents without: the ages' sum; of prints the town's own number, where the whole town is shown. */
export function everybodyWithout({ gaps, shown, measure, sex, isPublic }: AgesModel): string {
  const sum = gaps.reduce((n, g) => n + (g.without ?? 0), 0);
  if (!isPublic) return number(sum);
  const exact = sex === ALL ? residentsWithout(shown.total[measure!], shown.total.population) : null;
  return exact === null ? `約${number(sum)}` : number(exact);
}
