import type { District } from "../../../contract/district.js";
import type { Kind, Session, Venue } from "../../../contract/outreach.js";
import type { Neighbours } from "../neighbours.js";
import type { People } from "../people.js";
import type { Learnt, Term } from "../yields/chance.js";
import type { PlanRequest } from "./request.js";

/** Everything that a plan is made from. */
export interface PlanInput {
  request: PlanRequest;
  /** The town's districts; only code and area are read. */
  districts: readonly Pick<District, "code" | "area">[];
  neighbours: Neighbours;
  /** Open ones. */
  venues: readonly Venue[];
  kinds: readonly Kind[];
  /** Who could apply, sessions held since the figures taken off already (`afterSessions`). */
  people: People;
  learnt: Learnt;
  /** Held and planned sessions before and in the period; cancelled ones are not looked at. */
  sessions: readonly Session[];
}

/** One kind at one place: what can be held any number of times. */
export interface Option {
  kind: Kind;
  venue: Venue | null;
  district: string;
  staff_hours: number;
  yen: number;
  /** Days on which it may be planned, ascending. */
  days: readonly number[];
  /** Each person's chance as a hazard, before the venue tires in the plan. */
  hazard: number;
  /** Everybody whom one session can serve; null: no limit known. */
  most: number | null;
  /** What makes up its chance, for what is not known of it. */
  terms: readonly Term[];
  basis: "prior" | "own" | "both";
}

/** People of one district and some ages, who are reached or not alike. */
export interface Cell {
  district: string;
  people: number;
  /** Worth of one of them. */
  weight: number;
}

/** Options that tire one another (of one venue, for the same ages), and whom they reach. */
export interface Site {
  options: readonly number[];
  /** The chance of what comes after falls by exp(−tiring · hazard held); 0 for kinds held anywhere. */
  tiring: number;
  reach: readonly { cell: number; part: number }[];
}

/** The model and the rules of one plan, numbered. */
export interface Problem {
  input: PlanInput;
  options: readonly Option[];
  cells: readonly Cell[];
  sites: readonly Site[];
  /** Sessions planned already: their option, and their day. They come before everything planned now. */
  fixed: readonly { option: number; day: number }[];
  /** Days in the period with any session possible. */
  days: readonly number[];
}

/** A proposed session: an option on a day. */
export interface Proposed {
  option: number;
  day: number;
}
