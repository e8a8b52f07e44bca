import { failureLine, failureOf } from "./failure.js";
import type { Refused } from "./send.js";

/** Why successions were not recorded. @param advice what to do where releases have told otherwise already */
export const successionFailure = (sent: Refused, advice: string): string =>
  sent.kind === "refused" && sent.code === "succession_published"
    ? `すでに公開した数字での引き継ぎが変わってしまうため、記録できません。${advice}`
    : failureLine(failureOf(sent, "記録"));
