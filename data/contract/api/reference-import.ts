import { z } from "zod";
import { REFERENCE_SERIES } from "../reference-series.js";
import { count, isoDate } from "../schema.js";
import { changeCountsSchema } from "./counts.js";
import { issueSchema, noteSchema } from "./issue.js";

const seriesName = z.enum(REFERENCE_SERIES);

/** Published totals against the sums of their published parts, as far as both are known. */
const sumCheckSchema = z.object({
  check: z.enum([
    "prefecture_is_sum_of_municipalities",
    "nation_is_sum_of_prefectures",
    "nation_is_sum_of_types",
    "nation_is_men_and_women",
  ]),
  as_of: isoDate,
  compared: count.meta({ description: "Totals whose parts are known too" }),
  differing: z.array(
    z.object({
      code: z.string(),
      count: z.enum(["population", "issued", "held"]),
      published: count,
      sum: count,
    }),
  ),
});
export type SumCheck = z.infer<typeof sumCheckSchema>;

/** One of the ministry's tables that was taken in. */
export const referenceImportSchema = z
  .object({
    import: count.meta({
      description: "Imports are counted; a dry run names the number it would have",
    }),
    series: seriesName.meta({ description: "The table's, or the first of a sheet with several" }),
    tables: z
      .array(z.object({ series: seriesName, figures: count }))
      .meta({ description: "What the file held; a sheet may hold every kind" }),
    sha256: z.string(),
    imported_at: z.string(),
    actor: z.string(),
    rows: count,
    as_of: z.array(isoDate),
    changes: changeCountsSchema,
    notes: z.array(noteSchema),
    issues: z.array(issueSchema).meta({ description: "Warnings" }),
    sums: z.array(sumCheckSchema),
    dry_run: z.literal(true).optional(),
  })
  .meta({ id: "ReferenceImport" });
export type ReferenceImport = z.infer<typeof referenceImportSchema>;
