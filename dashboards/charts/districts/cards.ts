import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { funnelCard } from "./funnel-card.js";
import { mapCard } from "./map-card.js";
import { rankingCard } from "./ranking-card.js";
import { shrunkCard } from "./shrunk-card.js";

/** The cards of 地区; none where no district has figures. */
export function districtCards(model: PageModel): Card[] {
  if (model.districts.standings.length === 0 || !model.districts.measure) return [];
  return [rankingCard(model), funnelCard(model), shrunkCard(model), mapCard(model)];
}
