import { comparisonCard } from "./published-card.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import type { PageSource } from "../page-source.js";
import { notImportedLead } from "./lead.js";

/** What 比較 shows where no tables are imported: the series that come with the product, and how to import more. */
export function publishedPaint(model: Pick<PageModel, "municipality" | "published">): {
  slots: Record<string, string>;
  cards: Card[];
} {
  const cards = comparisonCard(model).map((card) => ({ ...card, slot: "comparison-published" }));
  return {
    slots: { "comparison-lead": notImportedLead(model.municipality.name, cards.length > 0).text },
    cards,
  };
}

/** 比較 as a snapshot knows it, which is made without the imported tables. */
export const comparisonPage = ({ municipality, published = [] }: PageSource) =>
  publishedPaint({ municipality, published });
