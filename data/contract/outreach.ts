/** 会場: a place where a session can be held, in one district. Never a home. */
export interface Venue {
  /** 会場コード, unique within the municipality. */
  code: string;
  name: string;
  name_en: string | null;
  /** 地区コード of the district list. */
  district: string;
  /** Codes of the kinds that can be held here; empty: all but those held anywhere. */
  kinds: readonly string[];
  step_free: boolean | null;
  /** How many people it serves in an hour, whatever they came for; null: no limit known. */
  people_per_hour: number | null;
  /** Staff hours added to each session for the way there and back. */
  travel_hours: number;
  /** HH:MM; null: no limit known. */
  opens: string | null;
  closes: string | null;
  closed_weekdays: readonly Weekday[];
  /** ISO dates. */
  closed_dates: readonly string[];
  lon: number | null;
  lat: number | null;
}

/** 種別: what is done at a session, and its price. */
export interface Kind {
  /** 種別コード, unique within the municipality. */
  code: string;
  name: string;
  name_en: string | null;
  /** People × hours, setting up included; a venue's travel_hours come on top. */
  staff_hours: number;
  duration_hours: number;
  /** HH:MM. */
  start: string;
  /** How many people one session takes, whatever they came for; null: no limit. */
  most_people: number | null;
  /** Whom it is for, as a band (`75+`, `0-14`), or `all`. */
  ages: string;
  /** Held at people's homes or wherever they are: a district and a day, no venue. */
  anywhere: boolean;
  /** What one session costs beside the staff's hours. */
  yen: number;
}

export type SessionStatus = "planned" | "held" | "cancelled";

/** One kind at one venue (or in one district) on one date; what was not recorded is null. */
export interface Session {
  id: string;
  date: string;
  start: string;
  /** Null for a kind that is held anywhere. */
  venue: string | null;
  /** The venue's district where there is a venue. */
  district: string;
  kind: string;
  status: SessionStatus;
  staff_hours: number | null;
  booked: number | null;
  visitors: number | null;
  /** First applications of residents without a card, those of other districts and towns among them. */
  new_applications: number | null;
  from_other_districts: number | null;
  /** Never reached: they are another town's residents. */
  from_other_towns: number | null;
  renewals: number | null;
  issued: number | null;
  other: number | null;
  /** People were turned away: the count is a lower limit of what would have come. */
  full: boolean;
  cancel_reason: string | null;
  open_to_residents: boolean;
  /** The plan it was adopted from. */
  plan: string | null;
}

/** As iCalendar writes them (RFC 5545), in the order of Date's getUTCDay. */
export const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Minutes after midnight of HH:MM. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** 新規申請 of the town's own residents at a held session; null where they were not counted. Never below 0. */
export const reachedAt = (session: Session): number | null =>
  session.new_applications === null
    ? null
    : Math.max(0, session.new_applications - (session.from_other_towns ?? 0));
