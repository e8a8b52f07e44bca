import type { Total } from "../totals.js";
import { per30Days, presentFlow, type FlowInterval } from "./pickup-flow.js";

/** Whether the counter issues as much as is applied for. */
export type CounterVerdict = "keeps_up" | "falls_behind" | "catches_up";

/** People waiting, and what the counter does about it, at the last date of a series. */
export interface PickupStanding {
  as_of: string;
  /**
   * 申請済・未交付: applications − issued, at least 0. An upper bound of the people waiting, as applications count
   * those who applied again. Null unless both are supplied.
   */
  waiting: number | null;
  /** At the date before; null there as above. */
  before: { as_of: string; waiting: number | null } | null;
  /** Of the last quarter; null with one date. */
  flow: FlowInterval | null;
  appliedPer30: number | null;
  issuedPer30: number | null;
  /** How many days the present pace needs for those who wait; null where nothing is issued or not known. */
  waitDays: number | null;
  verdict: CounterVerdict | null;
}

/** Applied for and not yet issued; null unless both are supplied. */
export const waitingOf = ({ applications, issued }: Pick<Total, "applications" | "issued">): number | null =>
  applications === null || issued === null ? null : Math.max(0, applications - issued);

/** Issued and no longer held (of the dead, expired, replaced); null unless both are supplied. */
export const noLongerHeld = ({ issued, held }: Pick<Total, "issued" | "held">): number | null =>
  issued === null || held === null ? null : Math.max(0, issued - held);

/**
 * How long those who wait now need at the present pace: stock ÷ throughput. By Little's law (L = λW: J. D. C. Little,
 * "A Proof for the Queuing Formula", Operations Research 9, 1961) it is the mean wait where as many come as go; where
 * they do not, it is the time in which the present pace would serve those who are there now.
 * @returns days; null where nothing is issued.
 */
export function littleWaitDays(waiting: number | null, { issued, days }: FlowInterval): number | null {
  if (waiting === null || issued === null) return null;
  if (waiting === 0) return 0;
  return issued <= 0 ? null : (waiting * days) / issued;
}

/** In and out differ by less than a twentieth of what comes in, or by less than one person in 30 days: the same. */
const SAME_SHARE = 0.05;

/** Whether the counter keeps up with what is applied for; null where one of the flows is not known. */
export function counterVerdict({ applied, issued, days }: FlowInterval): CounterVerdict | null {
  if (applied === null || issued === null || days <= 0) return null;
  const tolerance = Math.max(SAME_SHARE * Math.max(0, applied), days / 30);
  if (Math.abs(issued - applied) <= tolerance) return "keeps_up";
  return issued > applied ? "catches_up" : "falls_behind";
}

/** The standing at the last of the totals, which are oldest first; null without any. */
export function pickupStanding(totals: readonly Total[]): PickupStanding | null {
  const last = totals.at(-1);
  if (!last) return null;
  const before = totals.at(-2);
  const flow = presentFlow(totals);
  const waiting = waitingOf(last);
  return {
    as_of: last.as_of,
    waiting,
    before: before ? { as_of: before.as_of, waiting: waitingOf(before) } : null,
    flow,
    appliedPer30: flow && per30Days(flow.applied, flow.days),
    issuedPer30: flow && per30Days(flow.issued, flow.days),
    waitDays: flow && littleWaitDays(waiting, flow),
    verdict: flow && counterVerdict(flow),
  };
}
