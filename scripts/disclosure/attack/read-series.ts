import type { PublicSeries } from "./posterior.js";

/** The shape of tables.json, as far as the attack reads it. */
export interface ReadTables {
  places: readonly { kind: string; code: string; members: readonly string[] }[];
  rows: readonly {
    as_of: string;
    kind: string;
    place: string;
    age_band: string;
    sex: string;
    population: number;
    applications: number | null;
    issued: number | null;
    held: number | null;
    margin: number;
  }[];
}

export interface AttackedSeries {
  name: string;
  measure: "applications" | "issued" | "held";
  dates: string[];
  series: PublicSeries;
}

const MEASURES = ["applications", "issued", "held"] as const;

/** Every count that is printed in tens, with its course; the newest date is guessed at. */
export function readSeries({ places, rows }: ReadTables): AttackedSeries[] {
  const members = new Map(places.map((p) => [`${p.kind}|${p.code}`, p.members.length]));
  const groups = Map.groupBy(
    rows.filter((r) => r.margin > 0),
    (r) => `${r.kind}|${r.place}|${r.age_band}|${r.sex}`,
  );
  return [...groups].flatMap(([name, list]) =>
    MEASURES.flatMap((measure): AttackedSeries[] => {
      const told = list.filter((r) => r[measure] !== null).sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
      if (told.length === 0) return [];
      const { kind, place, age_band, sex } = told[0]!;
      const grows = measure !== "held";
      const last = told.at(-1)!;
      return [
        {
          name,
          measure,
          dates: told.map((r) => r.as_of),
          series: {
            leaves: members.get(`${kind}|${place}`)! * leavesOf(age_band, sex),
            prints: told.map((r) => r[measure]!),
            // Applications can exceed residents; nobody holds two cards.
            most: grows ? Math.round(last.population * 1.5) + 20 : last.population,
            caps: told.map((r) => (grows ? Infinity : Math.floor(r.population / 10) * 10)),
            grows,
          },
        },
      ];
    }),
  );
}

/** Five years of age and a sex are one leaf; the last leaf is of 100 and over. */
function leavesOf(band: string, sex: string): number {
  const match = /^(\d+)(?:-(\d+)|\+)$/.exec(band);
  const bands = match
    ? (match[2] === undefined ? 105 - Number(match[1]) : Number(match[2]) + 1 - Number(match[1])) / 5
    : 21;
  return bands * (sex === "all" ? 2 : 1);
}
