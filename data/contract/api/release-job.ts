import { z } from "zod";
import { count, isoDate } from "../schema.js";
import { jobProblemSchema } from "./problem.js";

/** How far the making of a draft is. */
export const releaseJobSchema = z
  .object({
    id: z.string(),
    municipality: z.string(),
    state: z.enum(["running", "done", "failed"]),
    through: isoDate,
    created_at: z.string(),
    step: z.enum(["figures", "pictures", "files", "storing"]),
    done: count,
    total: count.nullable().meta({ description: "null where nobody can say how much there is to do" }),
    problem: jobProblemSchema.nullable().meta({ description: "Why it failed" }),
  })
  .meta({ id: "ReleaseJob" });
export type ReleaseJob = z.infer<typeof releaseJobSchema>;

export const jobAnswerSchema = z.object({ job: releaseJobSchema });
export type JobAnswer = z.infer<typeof jobAnswerSchema>;
