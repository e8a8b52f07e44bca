import { z } from "zod";
import { count } from "../schema.js";
import { issuesSchema } from "./issue.js";

/** A district as a list of a few names it. */
export const namedCodeSchema = z.object({ code: z.string(), name: z.string() });
export type NamedCode = z.infer<typeof namedCodeSchema>;

/** A FeatureCollection of RFC 7946 as far as it is looked at. */
export const mapFileSchema = z.object({
  type: z.literal("FeatureCollection"),
  attribution: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Whom to name as the source of the borders" }),
  features: z.array(z.record(z.string(), z.unknown())),
});

/** What became of a town's map, or would. */
export const receivedMapSchema = z
  .object({
    dry_run: z.boolean(),
    revision: count,
    changed: z.boolean().meta({ description: "Whether it is another map than the town's present one" }),
    districts: count.meta({ description: "Districts with a shape" }),
    missing: z.array(namedCodeSchema).meta({ description: "Districts of the list without one" }),
    unmatched: count.meta({ description: "Features of no district of the list: left out" }),
    vertices: z.object({ before: count, after: count }).meta({
      description:
        "Places of the borders in the file, and of those that are kept, where a border of two districts counts once",
    }),
    bytes: count.meta({ description: "Of what is kept" }),
    issues: issuesSchema.meta({ description: "Warnings" }),
  })
  .meta({ id: "ReceivedMap" });
export type ReceivedMap = z.infer<typeof receivedMapSchema>;

export const removedMapSchema = z.object({ revision: count, changed: z.boolean() });
