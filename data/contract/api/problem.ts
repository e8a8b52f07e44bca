import { z } from "zod";
import { namedCodeSchema } from "./district-map.js";
import { issuesSchema, wordsSchema } from "./issue.js";
import { readingSchema } from "./mapping.js";

/** Every kind of refusal: the last part of a problem's `type`, and what its status follows from. */
export const PROBLEM_KINDS = [
  "invalid_request",
  "unauthenticated",
  "role_too_low",
  "other_municipality",
  "foreign_origin",
  "not_found",
  "method_not_allowed",
  "conflict",
  "gone",
  "precondition_failed",
  "body_too_large",
  "unsupported_media_type",
  "range_not_satisfiable",
  "refused_file",
  "warnings_not_accepted",
  "idempotency_mismatch",
  "rate_limited",
  "internal",
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What a program can do something about is told apart within its kind; every other problem has its kind as code. */
export const FINER_CODES = [
  "audit_failed",
  "districts_in_use",
  "draft_outdated",
  "incomplete_date",
  "nothing_to_tell",
  "open_succession",
  "other_key",
  "release_withdrawn",
  "settings_do_not_fit",
  "succession_published",
  "upload_changed_nothing",
  "upload_overtaken",
  "upload_taken_back",
  "wrong_successions",
] as const;
const problemCode = z.enum([...PROBLEM_KINDS, ...FINER_CODES]);
export type ProblemCode = z.infer<typeof problemCode>;

const titleAndDetail = z.object({ title: z.string(), detail: z.string() });

/** What a problem says beside its words, by its code. */
const members = {
  fields: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: "invalid_request: what did not fit, as paths" }),
  reading: readingSchema.optional(),
  unmatched: z
    .array(z.object({ row: z.number().int(), name: z.string().nullable() }))
    .optional()
    .meta({ description: "refused_file of a ministry's table: names that no municipality has" }),
  succession: z
    .object({
      gone: z.array(namedCodeSchema).meta({ description: "Codes that stopped" }),
      come: z.array(namedCodeSchema).meta({ description: "Codes that began" }),
      ended: z
        .array(namedCodeSchema)
        .meta({ description: "Codes that go on although they were said to have ended" }),
      taken: z.array(namedCodeSchema),
      on: z.record(z.string(), z.string()).meta({ description: "The first as-of date of a code that began" }),
    })
    .optional()
    .meta({ description: "open_succession: codes whose people nobody has told of yet" }),
  faults: z
    .array(z.object({ index: z.number().int(), code: z.string(), kind: z.string(), message: wordsSchema }))
    .optional()
    .meta({ description: "wrong_successions: each with its place in the list" }),
  as_of: z.string().optional(),
  missing: z
    .array(namedCodeSchema)
    .optional()
    .meta({ description: "incomplete_date: the districts that `as_of` lacks" }),
};
export type OpenSuccession = NonNullable<z.infer<typeof members.succession>>;

const words = {
  title: z.string(),
  detail: z.string(),
  code: problemCode.meta({ description: "What programs decide by; `title` and `detail` are for people" }),
  localized: z
    .object({ ja: titleAndDetail, en: titleAndDetail })
    .meta({ description: "`title` and `detail` in one language each" }),
};

/** Why a draft could not be made: the problem that the request would have been answered with. */
export const jobProblemSchema = z.object({ ...words, ...members });

/** A refusal as application/problem+json. */
export const problemSchema = z
  .object({
    type: z.string(),
    ...words,
    status: z.number().int(),
    instance: z.string(),
    request_id: z.string(),
    issue_count: z.number().int().optional().meta({ description: "Of all issues" }),
    issues: issuesSchema.optional(),
    ...members,
  })
  .meta({ id: "Problem", description: "RFC 9457; `issues` for a refused file, 1,000 at most" });
export type Problem = z.infer<typeof problemSchema>;
