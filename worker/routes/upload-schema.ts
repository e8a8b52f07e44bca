import { z } from "zod";

/** An accepted upload, as the API answers and documents it. */
const count = z.number().int();
const words = z.object({ ja: z.string(), en: z.string() });

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
    as_of: z.array(z.string()),
    synthetic: z.boolean(),
    changes: z.object({ added: count, changed: count, removed: count, unchanged: count }),
    notes: z.array(z.object({ code: z.string(), severity: z.string(), count, message: words })),
    taken_back_in: count.nullable().meta({ description: "The revision in which it was taken back" }),
  })
  .meta({ id: "Upload" });

export const countsSchema = z
  .object({
    population: count,
    applications: count.nullable(),
    issued: count.nullable(),
    held: count.nullable(),
  })
  .nullable();

export const differencesSchema = z
  .object({
    total: count,
    truncated: z.boolean(),
    items: z.array(
      z.object({
        kind: z.enum(["added", "changed", "removed"]),
        as_of: z.string(),
        district: z.string(),
        district_name: z.string().nullable(),
        age_band: z.string(),
        sex: z.string(),
        before: countsSchema,
        after: countsSchema,
      }),
    ),
  })
  .meta({ id: "Differences" });
