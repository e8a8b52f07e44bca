import { z } from "zod";
import type { Headline } from "../../indicators/headline.js";
import { count, figureSchema, isoDate, municipalityCode } from "../schema.js";

/** figures.json: every figure, and the revision it was read at. */
export const figuresFileSchema = z.object({
  municipality: municipalityCode,
  revision: count,
  figures: z.array(figureSchema.extend({ provenance: z.enum(["reported", "synthetic"]) })),
});

/** reference-series.json: the ministry's figures, and the import they were read at. */
export const referenceFileSchema = z.object({
  import: count,
  figures: z.array(
    z.object({
      series: z.string(),
      code: z.string(),
      name: z.string(),
      as_of: isoDate,
      age_band: z.string(),
      sex: z.string(),
      population: count,
      population_as_of: isoDate,
      issued: count.nullable(),
      held: count.nullable(),
      source: z.string(),
      imported_at: z.string(),
    }),
  ),
});

const percent = z.string().nullable().meta({ description: "One decimal, rounded half up" });

const measureSchema = z.object({
  count,
  rate: z.number().nullable().meta({ description: "Between 0 and usually 1" }),
  percent,
  without: z.number().int().meta({ description: "Residents the count does not cover" }),
  previous: z
    .object({
      as_of: isoDate,
      count,
      percent,
      points: z.string().nullable(),
      change: z
        .object({ total: z.number(), cardEffect: z.number(), populationEffect: z.number() })
        .nullable()
        .meta({ description: "In percentage points, by cards and by population" }),
    })
    .nullable(),
  milestones: z.array(z.object({ percent: z.number(), remaining: count })),
});

/** The numbers a town's front page begins with. */
/** A town's headline numbers, and whether any of its figures is made up. */
export const headlineSchema: z.ZodType<Headline & { synthetic: boolean }> = z
  .object({
    municipality: municipalityCode,
    as_of: isoDate,
    population: count,
    population_as_of: isoDate.nullable(),
    previous_as_of: isoDate.nullable(),
    applications: measureSchema.nullable(),
    issued: measureSchema.nullable(),
    held: measureSchema.nullable(),
    applied_not_issued: count.nullable(),
    synthetic: z.boolean(),
  })
  .meta({ id: "Headline" });
