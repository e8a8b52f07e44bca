import { z } from "zod";
import { disclosurePolicySchema, successionSchema, townSettingsSchema } from "../../data/contract/schema.js";

const count = z.number().int();
const words = z.object({ ja: z.string(), en: z.string() });

const leafCount = z.object({ leaves: count, cells: count, bound: z.number() });

const reportSchema = z
  .object({
    policy: disclosurePolicySchema,
    as_of_dates: count,
    rows: count,
    places: z.array(z.object({ kind: z.enum(["town", "area", "district"]), count })),
    merges: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          members: z.array(z.string()),
          chosen: z.enum(["town", "small"]),
        }),
      )
      .meta({ description: "Districts told as one: the town wants it, or one of them is small" }),
    ages: z.object({ town: z.array(z.string()), area: z.array(z.string()) }),
    incomplete: z
      .array(
        z.object({
          as_of: z.string(),
          missing: z.array(z.object({ code: z.string(), name: z.string() })),
        }),
      )
      .meta({ description: "Dates whose figures lack districts: nothing is told of the town on them" }),
    audit: z.object({
      passed: z.boolean(),
      faults: z.array(z.object({ kind: z.string(), at: z.string() })),
      fault_count: count,
      cells: z
        .array(leafCount)
        .meta({ description: "Cells by the leaves of their noise, and what bounds any value" }),
      differences: z.array(leafCount),
    }),
    certificate: z.object({
      passed: z.boolean(),
      method: z.literal("tens-of-people"),
      version: z.literal(1),
      policy: disclosurePolicySchema,
    }),
    differences: z.object({
      dates_added: z.array(z.string()),
      dates_removed: z.array(z.string()),
      values_changed: count,
      policy_changed: z.boolean(),
    }),
    warnings: z.array(z.object({ code: z.string(), severity: z.string(), count, message: words })),
    unpictured: z.array(z.string()),
  })
  .meta({ id: "DisclosureReport" });

export const jobSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    state: z.enum(["running", "done", "failed"]),
    through: z.string(),
    created_at: z.string(),
    step: z.enum(["figures", "pictures", "files", "storing"]),
    done: count,
    total: count.nullable(),
    problem: z.object({ title: z.string(), detail: z.string() }).nullable(),
  })
  .meta({ id: "ReleaseJob", description: "How far the making of a draft is" });

export const listedReleaseSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    status: z.enum(["draft", "published", "withdrawn"]),
    through: z.string(),
    method: z.enum(["tens-of-people", "suppression"]),
    revision: count.optional(),
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
  .extend({
    report: reportSchema,
    settings: townSettingsSchema,
    successions: z.array(successionSchema),
    earlier: z.array(z.string()),
  })
  .meta({ id: "Release" });
