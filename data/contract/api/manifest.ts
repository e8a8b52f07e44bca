import { z } from "zod";
import { count, isoDate } from "../schema.js";

const fileSchema = z.object({ name: z.string(), bytes: count, sha256: z.string(), media_type: z.string() });
export type ManifestFile = z.infer<typeof fileSchema>;

/** manifest.json: what a snapshot or a release consists of; its own SHA-256 is the digest by which it is addressed. */
export const manifestSchema = z
  .object({
    format: z.literal(1),
    kind: z.enum(["snapshot", "release"]),
    municipality: z.string(),
    revision: count.optional().meta({
      description: "Of a snapshot: the ledger revision it was made from. A release does not tell it",
    }),
    recorded_at: z.string().optional().meta({ description: "Of a snapshot: when that became known" }),
    as_of: z
      .object({ first: isoDate, last: isoDate })
      .nullable()
      .meta({ description: "First and last as-of date; null without figures" }),
    rows: count,
    synthetic: z.boolean(),
    rough_totals: z
      .literal(true)
      .optional()
      .meta({ description: "Of a release that tells the town's own counts in tens, too" }),
    files: z.array(fileSchema),
  })
  .meta({ id: "Manifest" });
export type Manifest = z.infer<typeof manifestSchema>;
