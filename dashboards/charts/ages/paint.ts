import { ALL, type Sex } from "../../data/contract/figure.js";
import { townTotals } from "../../data/indicators/totals.js";
import { districtAgeCells, townAgeCells } from "../../data/indicators/ages/age-cells.js";
import type { PagePaint } from "../first-paint.js";
import type { PageSource } from "../page-source.js";
import { agesCards } from "./cards.js";
import { agesLead, agesTiles } from "./lead.js";
import { agesModel, type AgesModel, type AgesParts } from "./model.js";

/** The parts of the page of ages, on a date or the latest, from rows; the districts of both sexes or of one. */
export function agesParts(source: PageSource, date?: string, sex: Sex = ALL): AgesParts {
  const { municipality, synthetic, figures, districts, townAges } = source;
  const dates = townTotals(figures).map((t) => t.as_of);
  const asOf = dates.find((d) => d === date) ?? dates.at(-1) ?? null;
  const published = townAges?.filter((row) => row.as_of === asOf).map(({ as_of: _, ...cell }) => cell);
  return {
    municipality,
    synthetic,
    asOf,
    town: published ?? (asOf === null ? [] : townAgeCells(figures, asOf)),
    districtCells: asOf === null ? [] : districtAgeCells(figures, asOf, sex),
    districts,
    isPublic: townAges !== undefined,
  };
}

export const agesSlots = (model: AgesModel): Record<string, string> => ({
  "ages-lead": agesLead(model).text,
  "ages-tiles": agesTiles(model).text,
});

/** 年齢 at its default state. */
export function agesPage(source: PageSource): PagePaint {
  const model = agesModel(agesParts(source));
  return { slots: agesSlots(model), cards: agesCards(model) };
}
