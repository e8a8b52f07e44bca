import { z } from "zod";
import { AUDIT_FAULT_KINDS } from "../../disclosure/audit-fault.js";
import type { DisclosurePolicy } from "../../disclosure/policy.js";
import { count, disclosurePolicySchema, isoDate } from "../schema.js";
import { namedCodeSchema } from "./district-map.js";
import { noteSchema } from "./issue.js";

const policy = disclosurePolicySchema as z.ZodType<DisclosurePolicy>;
const bands = z.array(z.string());

const leafCounts = z.array(z.object({ leaves: count, cells: count, bound: z.number() }));

/** Against the release before; against nothing where this is the first. */
const differences = z.object({
  dates_added: z.array(isoDate),
  dates_removed: z.array(isoDate),
  values_changed: count.meta({
    description:
      "Printed values that differ on dates that both hold: corrections, and residents counted anew",
  }),
  policy_changed: z.boolean().meta({ description: "Merges, ages or limits were decided anew" }),
});

/** What a release would tell and whether it may, for whoever decides on its publication. */
export const disclosureReportSchema = z
  .object({
    policy,
    as_of_dates: count,
    rows: count,
    places: z
      .array(z.object({ kind: z.enum(["town", "area", "district"]), count }))
      .meta({ description: "How many places of each kind are told" }),
    merges: z
      .array(namedCodeSchema.extend({ members: z.array(z.string()), chosen: z.enum(["town", "small"]) }))
      .meta({ description: "Districts told as one: the town wants it, or one of them is small" }),
    ages: z
      .object({ town: bands, area: bands })
      .meta({ description: "Age bands that are told; none where they would be too few people" }),
    incomplete: z
      .array(z.object({ as_of: isoDate, missing: z.array(namedCodeSchema) }))
      .meta({ description: "Dates whose figures lack districts: nothing is told of the town on them" }),
    audit: z.object({
      passed: z.boolean(),
      faults: z
        .array(z.object({ kind: z.enum(AUDIT_FAULT_KINDS), at: z.string() }))
        .max(100)
        .meta({ description: "Why nothing of it may be published, if so: the first of fault_count" }),
      fault_count: count,
      cells: leafCounts.meta({
        description: "Cells by the leaves of their noise, and what bounds any value",
      }),
      differences: leafCounts.meta({ description: "The same for differences of cells that share people" }),
    }),
    certificate: z.object({
      passed: z.boolean(),
      method: z.literal("tens-of-people"),
      version: z.literal(1),
      policy,
    }),
    differences,
    warnings: z.array(noteSchema).meta({
      description: "Warnings that were accepted with uploads since the release before, by kind",
    }),
    unpictured: z
      .array(z.string())
      .meta({ description: "Characters of names that the pictures' typeface lacks" }),
  })
  .meta({ id: "DisclosureReport" });
export type DisclosureReport = z.infer<typeof disclosureReportSchema>;
export type ReleaseDifferences = DisclosureReport["differences"];
export type ReportedMerge = DisclosureReport["merges"][number];
