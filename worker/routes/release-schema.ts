import { z } from "zod";
import { disclosurePolicySchema, townSettingsSchema } from "../../data/contract/schema.js";

const count = z.number().int();
const words = z.object({ ja: z.string(), en: z.string() });

const reportSchema = z
  .object({
    policy: disclosurePolicySchema,
    as_of_dates: count,
    rows: count,
    series: count.meta({ description: "Cells × measures that have values" }),
    series_primary: count.meta({ description: "Hidden by the rules for small counts alone" }),
    series_hidden: count.meta({ description: "Hidden in the end" }),
    tables: z
      .array(z.object({ kind: z.enum(["town", "area", "district"]), series: count, hidden: count }))
      .meta({ description: "The same by table" }),
    hidden: z.array(z.record(z.string(), z.string())).meta({ description: "Every hidden series and why" }),
    certificate: z
      .looseObject({ passed: z.boolean(), solver: z.string() })
      .meta({ description: "The proof that nothing hidden can be worked out" }),
    faults: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
    fault_count: count,
    differences: z.looseObject({ dates_added: z.array(z.string()), values_changed: count }),
    warnings: z.array(z.object({ code: z.string(), severity: z.string(), count, message: words })),
    unpictured: z.array(z.string()),
    bounds_seconds: z.number().optional(),
  })
  .meta({ id: "DisclosureReport" });

export const listedReleaseSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    status: z.enum(["draft", "published", "withdrawn"]),
    through: z.string(),
    revision: count,
    digest: z.string(),
    previous: z.string().nullable(),
    created_at: z.string(),
    created_by: z.string().optional(),
    published_at: z.string().nullable(),
    published_by: z.string().nullable().optional(),
    withdrawn_at: z.string().nullable(),
    withdrawn_by: z.string().nullable().optional(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ListedRelease" });

export const releaseSchema = listedReleaseSchema
  .extend({ report: reportSchema, settings: townSettingsSchema, earlier: z.array(z.string()) })
  .meta({ id: "Release" });
