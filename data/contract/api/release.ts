import { z } from "zod";
import type { Succession } from "../../disclosure/succession.js";
import { count, isoDate, municipalityCode, successionSchema, townSettingsSchema } from "../schema.js";
import type { TownSettings } from "../town-settings.js";
import { disclosureReportSchema } from "./disclosure-report.js";
import { pageOf } from "./page.js";
import { releaseJobSchema } from "./release-job.js";

const methods = ["tens-of-people", "suppression"] as const;

/** A release as outsiders are told of it: neither who made it nor how often the ledger was written. */
const openReleaseSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    status: z.enum(["draft", "published", "withdrawn"]),
    through: isoDate.meta({ description: "The last as-of date it holds" }),
    method: z.enum(methods).meta({
      description:
        "How it protects people; releases of the method before, which withheld values, are an archive",
    }),
    digest: z.string().meta({ description: "SHA-256 of its manifest" }),
    previous: z
      .string()
      .nullable()
      .meta({ description: "The release that `latest` named when it was drafted; null for none" }),
    created_at: z.string(),
    published_at: z.string().nullable(),
    withdrawn_at: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "Why it was withdrawn" }),
  })
  .meta({ id: "OpenRelease" });

/** A release as whoever may read inside is told of it. */
export const listedReleaseSchema = openReleaseSchema
  .extend({
    revision: count,
    created_by: z.string(),
    published_by: z.string().nullable(),
    withdrawn_by: z.string().nullable(),
  })
  .meta({ id: "ListedRelease" });
export type ListedRelease = z.infer<typeof listedReleaseSchema>;

const insideListSchema = pageOf("releases", listedReleaseSchema).extend({
  job: releaseJobSchema.nullable().meta({ description: "The draft that is being made" }),
});
export type ReleaseList = z.infer<typeof insideListSchema>;
export const releaseListSchema = z.union([insideListSchema, pageOf("releases", openReleaseSchema)]);

const whole = {
  settings: (townSettingsSchema as z.ZodType<TownSettings>).meta({
    description: "The settings it was made under",
  }),
  successions: z
    .array(successionSchema as z.ZodType<Succession>)
    .meta({ description: "Which districts' people go by which other codes" }),
  earlier: z
    .array(z.string())
    .meta({ description: "Every release published before it, oldest first, the withdrawn ones too" }),
};

/** A release with its report. Of one of the method before there is none that this schema knows. */
export const releaseSchema = z
  .discriminatedUnion("method", [
    listedReleaseSchema.extend({
      ...whole,
      method: z.literal(methods[0]),
      report: disclosureReportSchema,
    }),
    listedReleaseSchema.extend({ ...whole, method: z.literal(methods[1]), report: z.unknown() }),
  ])
  .meta({ id: "Release" });
export type Release = z.infer<typeof releaseSchema>;
export type ReleaseWithReport = Extract<Release, { method: (typeof methods)[0] }>;

export const releaseAnswerSchema = z.object({ release: releaseSchema });
export type ReleaseAnswer = z.infer<typeof releaseAnswerSchema>;

/** What a draft is ordered with. */
export const draftOrderSchema = z.strictObject({ municipality: municipalityCode, through: isoDate });
export type DraftOrder = z.infer<typeof draftOrderSchema>;

export const withdrawalSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export type Withdrawal = z.infer<typeof withdrawalSchema>;
