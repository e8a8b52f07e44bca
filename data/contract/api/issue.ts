import { z } from "zod";

/** A sentence in the two languages this product speaks to its users. */
export const wordsSchema = z.object({ ja: z.string(), en: z.string() }).meta({ id: "Words" });
export type Words = z.infer<typeof wordsSchema>;

export const severitySchema = z.enum(["error", "warning", "note"]);
export type Severity = z.infer<typeof severitySchema>;

/** At most this many issues travel in one answer; a count beside them tells the true number. */
export const MAX_REPORTED_ISSUES = 1000;

/** Something to say about a file; the message never repeats a cell's value. */
export const issueSchema = z
  .object({
    row: z.number().int().nullable().meta({
      description: "As a spreadsheet numbers it, the header of a plain CSV being 1; null: the whole file",
    }),
    column: z.string().nullable().meta({
      description: "The header as the file wrote it, or the contract's field where there is no such header",
    }),
    code: z.string(),
    severity: severitySchema,
    message: wordsSchema,
  })
  .meta({ id: "Issue" });
export type FileIssue = z.infer<typeof issueSchema>;

export const issuesSchema = z.array(issueSchema).max(MAX_REPORTED_ISSUES);

/** What was repaired or passed over, grouped: one line a kind, not one a row. */
export const noteSchema = z
  .object({ code: z.string(), severity: severitySchema, count: z.number().int(), message: wordsSchema })
  .meta({ id: "Note" });
export type FileNote = z.infer<typeof noteSchema>;
