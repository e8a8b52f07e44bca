import type { NotDone } from "../failure.js";
import { failureLine, failureOf } from "../failure.js";
import { trying } from "./failure.js";

/** Why successions were not recorded. @param advice what to do where releases have told otherwise already */
export const successionFailure = (ended: NotDone, advice: string): string =>
  ended.kind === "refused" && ended.problem.code === "succession_published"
    ? `すでに公開した数字での引き継ぎが変わってしまうため、記録できません。${advice}`
    : failureLine(failureOf(ended, trying("記録")));
