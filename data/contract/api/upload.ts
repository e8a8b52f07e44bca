import { z } from "zod";
import { count, isoDate } from "../schema.js";
import { changeCountsSchema, countsSchema } from "./counts.js";
import { noteSchema } from "./issue.js";
import { pageOf } from "./page.js";

/** An accepted upload. */
export const uploadSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    revision: count.meta({ description: "The revision it made, or found where it changed nothing" }),
    sha256: z.string(),
    received_at: z.string(),
    actor: z.string(),
    format: z.string(),
    encoding: z.string(),
    rows: count,
    as_of: z.array(isoDate),
    synthetic: z.boolean(),
    changes: changeCountsSchema,
    notes: z.array(noteSchema),
    taken_back_in: count
      .nullable()
      .meta({ description: "The revision in which it was taken back; null while it stands" }),
  })
  .meta({ id: "Upload" });
export type Upload = z.infer<typeof uploadSchema>;

export const uploadListSchema = pageOf("uploads", uploadSchema);
export type UploadList = z.infer<typeof uploadListSchema>;

const differenceSchema = z.object({
  kind: z.enum(["added", "changed", "removed"]),
  as_of: isoDate,
  district: z.string(),
  district_name: z
    .string()
    .nullable()
    .meta({ description: "From the district list of that revision; null for `all`" }),
  age_band: z.string(),
  sex: z.enum(["male", "female", "all"]),
  before: countsSchema.nullable(),
  after: countsSchema.nullable(),
});
/** One figure that a revision added, changed or removed. */
export type Difference = z.infer<typeof differenceSchema>;

/** What a revision changed, in canonical order; the first of `total`. */
export const differencesSchema = z
  .object({ total: count, truncated: z.boolean(), items: z.array(differenceSchema) })
  .meta({ id: "Differences" });
export type Differences = z.infer<typeof differencesSchema>;

export const uploadWithDifferencesSchema = uploadSchema
  .extend({ differences: differencesSchema })
  .meta({ id: "UploadWithDifferences" });
export type UploadWithDifferences = z.infer<typeof uploadWithDifferencesSchema>;

export const takenBackSchema = z.object({ revision: count });
export type TakenBack = z.infer<typeof takenBackSchema>;
