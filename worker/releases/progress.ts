import type { ReleaseJob } from "../../data/contract/api/release-job.js";

/** What the making of a release is busy with. */
export type Progress = Pick<ReleaseJob, "step" | "done" | "total">;
