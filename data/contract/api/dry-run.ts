import { z } from "zod";
import { count, figureSchema, isoDate } from "../schema.js";
import { countsSchema } from "./counts.js";
import { issuesSchema } from "./issue.js";
import { readingSchema } from "./mapping.js";
import { uploadSchema } from "./upload.js";

const change = {
  before: countsSchema.nullable().meta({ description: "The ledger's of the same date" }),
  previous: countsSchema.nullable().meta({ description: "The ledger's of the last date before it" }),
  after: countsSchema,
};
const changeSchema = z.object(change);
/** Counts of a place before and after an upload. */
export type Change = z.infer<typeof changeSchema>;

/** What an upload would change, seen from the newest date it holds. */
const effectSchema = z.object({
  as_of: isoDate.meta({ description: "The newest date of the file" }),
  previous_as_of: isoDate.nullable(),
  town: changeSchema,
  districts: z.array(z.object({ district: z.string(), name: z.string(), ...change })).meta({
    description:
      "In code order: districts that the file states, and those of that date that it leaves as they are",
  }),
  other_dates: z.array(isoDate).meta({ description: "The file's other dates, oldest first" }),
});
export type Effect = z.infer<typeof effectSchema>;

const previewRowSchema = figureSchema.extend({ row: count, district_name: z.string().nullable() });
export type PreviewRow = z.infer<typeof previewRowSchema>;

/** What a dry run answers beside the upload that the file would become. */
export const dryRunSchema = uploadSchema
  .extend({
    dry_run: z.literal(true),
    known: z.boolean().meta({ description: "The same file stands already" }),
    reading: readingSchema,
    preview: z.array(previewRowSchema).meta({ description: "The first rows as figures" }),
    effect: effectSchema,
    warning_count: count,
    warnings: issuesSchema.meta({ description: "What accept_warnings would accept" }),
  })
  .meta({ id: "DryRun" });
export type DryRun = z.infer<typeof dryRunSchema>;
