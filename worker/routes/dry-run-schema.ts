import { z } from "zod";
import { mappingSchema } from "../intake/mapping.js";
import { issueSchema } from "../http/openapi.js";
import { countsSchema, uploadSchema } from "./upload-schema.js";

const count = z.number().int();
const change = { before: countsSchema, previous: countsSchema, after: countsSchema };

const readingSchema = z
  .object({
    header: z.array(z.string()),
    header_row: count,
    mapping: mappingSchema,
    mapping_from: z.enum(["request", "saved", "none"]),
    columns: z.array(
      z.object({ field: z.string(), headers: z.array(z.string()), constant: z.string().nullable() }),
    ),
    ignored: z.array(z.string()),
    proposal: mappingSchema.nullable().meta({ description: "What the headers suggest; to be checked" }),
  })
  .meta({ id: "Reading", description: "Also a member of the problem where a dry run is refused" });

/** What a dry run answers beside the upload that it would become. */
export const dryRunSchema = uploadSchema
  .extend({
    dry_run: z.literal(true),
    known: z.boolean().meta({ description: "The same file stands already" }),
    reading: readingSchema,
    preview: z
      .array(z.record(z.string(), z.union([z.string(), count, z.null()])))
      .meta({ description: "The first rows as figures" }),
    effect: z.object({
      as_of: z.string().meta({ description: "The newest date of the file" }),
      previous_as_of: z.string().nullable(),
      town: z.object(change),
      districts: z.array(z.object({ district: z.string(), name: z.string(), ...change })),
      other_dates: z.array(z.string()),
    }),
    warning_count: count,
    warnings: z.array(issueSchema).meta({ description: "What accept_warnings would accept" }),
  })
  .meta({ id: "DryRun" });
