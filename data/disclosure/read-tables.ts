import { ageBandStart, agePartitionFault } from "../contract/age-band.js";
import { isIsoDate } from "../contract/as-of-date.js";
import { ALL } from "../contract/figure.js";
import { SEXES } from "./cells.js";
import { count, invalid, list, oneOf, record, text, textThat } from "./json-shape.js";
import { isOfLeaves } from "./leaves.js";
import type { Place } from "./place.js";
import { BASE, type DisclosurePolicy } from "./policy.js";
import type { PublicRow, PublicTables } from "./published.js";
import type { Succession } from "./succession.js";

/** How the counts of published tables are made, as tables.json names it. */
export const METHOD = { name: "tens-of-people", version: 1, base: BASE } as const;

const KINDS: readonly Place["kind"][] = ["town", "area", "district"];

/**
 * The tables that a release's tables.json holds, for whoever checks it from outside. The town goes by the name that
 * the file gives it.
 * @param json tables.json as JSON.parse gives it
 * @throws DomainError invalid_tables for another method, and where anything is missing, doubled or of another kind
 */
export function readTables(json: unknown): PublicTables {
  const file = record(json, "file");
  const method = record(file["method"], "method");
  for (const [key, value] of Object.entries(METHOD))
    if (method[key] !== value) throw invalid(`method.${key}`);
  const places = list(file["places"], "places", place);
  return {
    municipality: text(record(file["municipality"], "municipality")["code"], "municipality.code"),
    policy: policy(file["policy"], "policy"),
    successions: list(file["successions"], "successions", succession),
    places,
    known: list(file["known"], "known", text),
    coverage: list(file["coverage"], "coverage", (value, at) => {
      const { dates, codes } = record(value, at);
      return { dates: list(dates, `${at}.dates`, date), codes: list(codes, `${at}.codes`, text) };
    }),
    rows: ordered(list(file["rows"], "rows", row), places),
  };
}

/** The file has its rows series by series, the tables date by date. */
function ordered(rows: readonly PublicRow[], places: readonly Place[]): PublicRow[] {
  const order = new Map(places.map((p, i) => [`${p.kind}|${p.code}`, i]));
  if (order.size < places.length) throw invalid("places: one is doubled");
  const cells = new Set(rows.map((r) => JSON.stringify([r.as_of, r.kind, r.place, r.age_band, r.sex])));
  if (cells.size < rows.length) throw invalid("rows: one is doubled");
  const start = (r: PublicRow): number => (r.age_band === ALL ? -1 : ageBandStart(r.age_band));
  const keyed = rows.map((r, i) => {
    const at = order.get(`${r.kind}|${r.place}`);
    if (at === undefined) throw invalid(`rows[${i}].place`);
    return { r, key: [at, start(r), SEXES.indexOf(r.sex)] };
  });
  const byKey = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((found, n, i) => found || n - b[i]!, 0);
  keyed.sort((a, b) => (a.r.as_of < b.r.as_of ? -1 : a.r.as_of > b.r.as_of ? 1 : byKey(a.key, b.key)));
  return keyed.map(({ r }) => r);
}

const date = textThat(isIsoDate);
const ageBand = textThat(isOfLeaves);

function place(value: unknown, at: string): Place {
  const { kind, code, name, members } = record(value, at);
  return {
    kind: oneOf(KINDS, kind, `${at}.kind`),
    code: text(code, `${at}.code`),
    name: text(name, `${at}.name`),
    members: list(members, `${at}.members`, text),
  };
}

function row(value: unknown, at: string): PublicRow {
  const r = record(value, at);
  const counted = (n: unknown, where: string): number | null => (n === null ? null : count(n, where));
  return {
    as_of: date(r["as_of"], `${at}.as_of`),
    kind: oneOf(KINDS, r["kind"], `${at}.kind`),
    place: text(r["place"], `${at}.place`),
    age_band: ageBand(r["age_band"], `${at}.age_band`),
    sex: oneOf(SEXES, r["sex"], `${at}.sex`),
    population: count(r["population"], `${at}.population`),
    applications: counted(r["applications"], `${at}.applications`),
    issued: counted(r["issued"], `${at}.issued`),
    held: counted(r["held"], `${at}.held`),
    margin: count(r["margin"], `${at}.margin`),
  };
}

function policy(value: unknown, at: string): DisclosurePolicy {
  const { smallestResidents, totals, ages, merges, toldExactly } = record(value, at);
  const bands = ages === null ? null : list(ages, `${at}.ages`, ageBand);
  if (bands && (bands.includes(ALL) || agePartitionFault(bands))) throw invalid(`${at}.ages`);
  return {
    smallestResidents: count(smallestResidents, `${at}.smallestResidents`),
    totals: oneOf(["exact", "tens"], totals, `${at}.totals`),
    ages: bands,
    merges: list(merges, `${at}.merges`, (merge, where) => {
      const { code, name, members } = record(merge, where);
      return {
        code: text(code, `${where}.code`),
        name: text(name, `${where}.name`),
        members: list(members, `${where}.members`, text),
      };
    }),
    toldExactly: list(toldExactly, `${at}.toldExactly`, date),
  };
}

function succession(value: unknown, at: string): Succession {
  const { on, from, to } = record(value, at);
  return {
    on: date(on, `${at}.on`),
    from: list(from, `${at}.from`, text),
    to: list(to, `${at}.to`, text),
  };
}
