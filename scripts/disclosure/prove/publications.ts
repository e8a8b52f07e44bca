import type { Figure } from "../../../data/contract/figure.js";
import { auditRelease } from "../../../data/disclosure/audit.js";
import { outlineOf, type Outline } from "../../../data/disclosure/outline.js";
import { readTables } from "../../../data/disclosure/read-tables.js";
import { csvOf } from "../figures-csv.js";
import type { MadeUpTown } from "../made-up-town.js";

/** Calls of a Worker as an administrator; `send` throws on any answer but success. */
export interface PublishingApi {
  send: <T>(
    path: string,
    request?: { method?: "GET" | "POST" | "PUT"; body?: unknown; type?: string },
  ) => Promise<T>;
  /** A file of the latest release, as anybody reads it. */
  latest: (file: string) => Promise<unknown>;
  /** Called around each draft, to measure what it costs. */
  measure?: <T>(draft: () => Promise<T>) => Promise<T>;
}

/** What happened in the months of a town. */
export interface PublishingRecord {
  published: number;
  /** Months of which a district was not told, or whose files did not pass the audit beside all earlier ones. */
  faults: string[];
  events: string[];
}

interface Release {
  id: string;
  report: { audit: { passed: boolean } };
}

/** In which month what happens besides the month's own figures; a shorter life has them sooner. */
const EVENTS = {
  correction: 3,
  takeBack: 5,
  withdrawal: 7,
  merge: 9,
  split: 12,
  recode: 15,
  ages: 17,
  map: 19,
} as const;

/**
 * Publishes a town month after month through the API, with corrections, a take-back, a withdrawal, districts merged,
 * split and recoded, other ages and a map, and checks every release from its public files.
 * @param months 24; fewer bring the events closer together
 */
export async function liveMonths(
  town: MadeUpTown,
  months: number,
  api: PublishingApi,
): Promise<PublishingRecord> {
  const dates = [...new Set(town.figures.map((f) => f.as_of))].sort().slice(0, months);
  const when = (event: keyof typeof EVENTS): number => Math.floor((EVENTS[event] * months) / 24);
  const at = (event: keyof typeof EVENTS): string => dates[when(event)]!;
  const codes = town.districts.map((d) => d.code);
  const [a, b, split, renamed] = codes.slice(-4) as [string, string, string, string];
  const successions = [
    { on: at("merge"), from: [a, b], to: ["M1"] },
    { on: at("split"), from: [split], to: ["S1", "S2"] },
    { on: at("recode"), from: [renamed], to: ["R1"] },
  ];
  const path = `/municipalities/${town.municipality}`;
  const record: PublishingRecord = { published: 0, faults: [], events: [] };
  const earlier: Outline[] = [];
  const listed = async (asOf: string): Promise<string[]> => {
    const came = successions.filter((s) => s.on <= asOf).flatMap((s) => s.to);
    const list = [
      ...town.districts,
      ...came.map((code) => ({ ...town.districts.at(-1)!, code, name: `新${code}` })),
    ];
    const body = list.map(({ municipality: _, ...d }) => d);
    await api.send(`${path}/districts`, { method: "PUT", body });
    return list.map((d) => d.code);
  };
  const upload = (text: string) =>
    api.send<{ upload?: { id: string }; id?: string }>("/uploads?accept_warnings=true", {
      method: "POST",
      body: text,
    });

  for (const [i, as_of] of dates.entries()) {
    const figures = codesOn(
      town.figures.filter((f) => f.as_of === as_of),
      successions,
    );
    const here = await listed(as_of);
    const sent = await upload(csvOf(figures));
    const said = successions.filter((s) => s.on <= as_of);
    if (said.length > 0)
      await api.send(`${path}/districts/successions`, { method: "PUT", body: { successions: said } });
    if (i === when("correction")) {
      const before = codesOn(
        town.figures.filter((f) => f.as_of === dates[i - 1]),
        successions,
      );
      await upload(
        csvOf(before.map((f, n) => (n % 7 === 0 ? { ...f, held: Math.max(0, (f.held ?? 0) - 1) } : f))),
      );
      record.events.push(`correction ${as_of}`);
    }
    if (i === when("takeBack")) {
      const id = sent.upload?.id ?? sent.id;
      await api.send(`/uploads/${id}/take-back`, { method: "POST" });
      await upload(csvOf(figures));
      record.events.push(`take-back ${as_of}`);
    }
    if (i === when("ages")) {
      const { settings } = await api.send<{ settings: { policy: object } }>(`${path}/settings`);
      const policy = { ...settings.policy, ages: ["0-14", "15-59", "60+"] };
      await api.send(`${path}/settings`, { method: "PUT", body: { ...settings, policy } });
      record.events.push(`ages ${as_of}`);
    }
    if (i === when("map")) {
      await api.send(`${path}/districts.geojson`, {
        method: "PUT",
        body: grid(here),
        type: "application/geo+json",
      });
      record.events.push(`map ${as_of}`);
    }
    const times = i === when("withdrawal") ? 2 : 1;
    for (let time = 1; time <= times; time++) {
      const id = await publish(api, town.municipality, as_of);
      record.published += 1;
      record.faults.push(...(await check(api, as_of, figures, earlier)));
      if (time < times) {
        await api.send(`/releases/${id}/withdraw`, {
          method: "POST",
          body: { reason: "集計を確かめるため" },
        });
        record.events.push(`withdrawal ${as_of}`);
      }
    }
  }
  for (const s of successions) record.events.push(`${s.from.join("+")} → ${s.to.join("+")} ${s.on}`);
  return record;
}

async function publish(api: PublishingApi, municipality: string, through: string): Promise<string> {
  const draft = () =>
    api.send<{ release: Release }>("/releases", { method: "POST", body: { municipality, through } });
  const { release } = await (api.measure ? api.measure(draft) : draft());
  await api.send(`/releases/${release.id}/publish`, { method: "POST" });
  return release.id;
}

async function check(
  api: PublishingApi,
  asOf: string,
  figures: readonly Figure[],
  earlier: Outline[],
): Promise<string[]> {
  const tables = readTables(await api.latest("tables.json"));
  const { faults } = auditRelease(tables, earlier);
  earlier.push(outlineOf(tables));
  const told = new Set(
    tables.rows
      .filter((r) => r.kind === "district" && r.as_of === asOf)
      .flatMap((r) => tables.places.find((p) => p.kind === "district" && p.code === r.place)!.members),
  );
  const missing = [...new Set(figures.map((f) => f.district))].filter((code) => !told.has(code));
  return [
    ...faults.map((f) => `${asOf} ${f.kind} ${f.at}`),
    ...missing.map((code) => `${asOf} ${code} is not told`),
  ];
}

/** A date's figures under the codes of that date; a split district's people are shared out between its parts. */
function codesOn(
  figures: readonly Figure[],
  successions: readonly { on: string; from: string[]; to: string[] }[],
): Figure[] {
  const found = new Map<string, Figure>();
  for (const figure of figures) {
    const heir = successions.find((s) => s.from.includes(figure.district) && s.on <= figure.as_of);
    for (const [part, district] of (heir?.to ?? [figure.district]).entries()) {
      const share = (n: number | null): number | null => {
        if (n === null || heir === undefined || heir.to.length === 1) return n;
        return part === 0 ? Math.floor(n / 2) : n - Math.floor(n / 2);
      };
      const one = {
        ...figure,
        district,
        population: share(figure.population)!,
        applications: share(figure.applications),
        issued: share(figure.issued),
        held: share(figure.held),
      };
      const key = `${district}|${figure.age_band}|${figure.sex}`;
      const same = found.get(key);
      const add = (x: number | null, y: number | null): number | null =>
        x === null || y === null ? null : x + y;
      found.set(
        key,
        same
          ? {
              ...same,
              population: same.population + one.population,
              applications: add(same.applications, one.applications),
              issued: add(same.issued, one.issued),
              held: add(same.held, one.held),
            }
          : one,
      );
    }
  }
  return [...found.values()];
}

/** A map of squares side by side. */
const grid = (codes: readonly string[]) => ({
  type: "FeatureCollection",
  features: codes.map((code, i) => {
    const [west, south] = [136.7 + (i % 5) * 0.02, 37 + Math.floor(i / 5) * 0.02];
    const [east, north] = [west + 0.02, south + 0.02];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: "Feature", properties: { code }, geometry: { type: "Polygon", coordinates: [ring] } };
  }),
});
