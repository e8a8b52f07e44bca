import type { Evaluation, PlannedSession } from "./evaluate.js";
import type { Problem } from "./model.js";
import { optionOf } from "./problem.js";

/** A reason why a session is in a plan, for people. */
export interface Reason {
  code: "unreached" | "per_hour" | "at_least" | "first_here" | "learnt" | "prior";
  ja: string;
  en: string;
}

/** The reasons of one session of a plan: who is there, what an hour brings, and whose word that is. */
export function whyOf(problem: Problem, plan: Evaluation, session: PlannedSession): Reason[] {
  const there = plan.districts.find((d) => d.district === session.district);
  const people = Math.round(there?.to_apply ?? 0);
  const perHour = (expected: number, hours: number): string => (expected / Math.max(hours, 1e-9)).toFixed(1);
  const own = perHour(session.expected, session.staff_hours);
  const all = perHour(plan.objective.expected_reached, plan.budget_used.staff_hours);
  const reasons: Reason[] = [
    {
      code: "unreached",
      ja: `この地区には、まだ申請していない人が${people.toLocaleString("ja-JP")}人います。`,
      en: `${people.toLocaleString("en-US")} people of this district have yet to apply.`,
    },
    {
      code: "per_hour",
      ja: `従事1時間あたり${own}人の見込みです（計画全体は${all}人）。`,
      en: `${own} people are expected for each staff hour (${all} in the whole plan).`,
    },
  ];
  const { rules } = problem.input.request;
  if ((rules?.each_district_at_least ?? 0) > 0 || (rules?.each_area_at_least ?? 0) > 0) {
    if (isNeeded(problem, plan, session)) {
      reasons.push({
        code: "at_least",
        ja: "地区または地域ごとの最少回数を満たすために要ります。",
        en: "It is needed for the least number of sessions in its district or area.",
      });
    }
  }
  const held = problem.input.sessions.some((s) => s.status === "held" && s.venue === session.venue);
  if (session.venue !== null && !held) {
    reasons.push({
      code: "first_here",
      ja: "この会場ではまだ開いていません。",
      en: "No session has been held at this venue yet.",
    });
  }
  reasons.push(
    optionOf(problem, session)?.basis === "prior"
      ? {
          code: "prior",
          ja: "このまちの実績がまだないため、一般的な見込みによります。",
          en: "The town has no sessions of its own to learn from: the expectation is a general one.",
        }
      : {
          code: "learnt",
          ja: "このまちで開いた回の実績を見込みに入れています。",
          en: "The expectation takes in what the town's own sessions have brought.",
        },
  );
  return reasons;
}

/** Whether its district or area would have too few sessions without it. */
function isNeeded({ input, fixed, options }: Problem, plan: Evaluation, session: PlannedSession): boolean {
  const area = (code: string): string | null => input.districts.find((d) => d.code === code)?.area ?? null;
  const all = [...plan.sessions.map((s) => s.district), ...fixed.map((f) => options[f.option]!.district)];
  const here = all.filter((code) => code === session.district).length;
  const around = all.filter((code) => area(code) === area(session.district)).length;
  return (
    here <= (input.request.rules?.each_district_at_least ?? 0) ||
    (area(session.district) !== null && around <= (input.request.rules?.each_area_at_least ?? 0))
  );
}
