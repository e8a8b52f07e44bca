import { ApiProblem, requestJson } from "../api.js";
import type { Succession } from "../../data/disclosure/succession.js";
import type { Upload } from "../upload/types.js";
import type { DraftJob, ListedDistrict, ListedRelease, Release, SavedSettings } from "./types.js";

/** Every release of a town, newest first, and the draft that is being made; null for none. */
export interface Listing {
  releases: ListedRelease[];
  job: DraftJob | null;
}

/** @throws ApiProblem */
export async function allReleases(town: string): Promise<Listing> {
  const all: Listing = { releases: [], job: null };
  for (let after: number | null = null; ;) {
    const query = new URLSearchParams({
      municipality: town,
      limit: "200",
      ...(after !== null && { after: String(after) }),
    });
    const answer = await requestJson(`/api/v1/releases?${query}`);
    const { releases, job, next } = answer as Partial<Listing> & { next: number | null };
    all.releases.push(...(releases ?? []));
    all.job ??= job ?? null;
    if (next === null) return all;
    after = next;
  }
}

/** As-of dates of the ledger, newest first: those of the uploads that stand. @throws ApiProblem */
export async function ledgerDates(town: string): Promise<string[]> {
  const dates = new Set<string>();
  for (let after: number | null = null; ;) {
    const query = new URLSearchParams({
      municipality: town,
      limit: "200",
      ...(after !== null && { after: String(after) }),
    });
    const answer = await requestJson(`/api/v1/uploads?${query}`);
    const { uploads, next } = answer as { uploads: Upload[]; next: number | null };
    for (const { as_of, taken_back_in } of uploads) {
      if (taken_back_in === null) for (const date of as_of) dates.add(date);
    }
    if (next === null) return [...dates].sort().reverse();
    after = next;
  }
}

/** One release with its report. @throws ApiProblem */
export const releaseOf = async (id: string): Promise<Release> =>
  ((await requestJson(`/api/v1/releases/${encodeURIComponent(id)}`)) as { release: Release }).release;

/** The town's list of districts. @throws ApiProblem */
export const districtsOf = async (town: string): Promise<ListedDistrict[]> =>
  ((await requestJson(`/api/v1/municipalities/${town}/districts`)) as { districts: ListedDistrict[] })
    .districts;

/** Where a town's successions are read and replaced. */
export const successionsAddress = (town: string): string =>
  `/api/v1/municipalities/${town}/districts/successions`;

/** Which codes' people go by which others. @throws ApiProblem */
export const successionsOf = async (town: string): Promise<Succession[]> =>
  ((await requestJson(successionsAddress(town))) as { successions: Succession[] }).successions;

/** The settings for releases from now on. @throws ApiProblem */
export const settingsOf = async (town: string): Promise<SavedSettings> =>
  (await requestJson(`/api/v1/municipalities/${town}/settings`)) as SavedSettings;

/** What may fail without the page failing: null then. */
export const orNull = <T>(loading: Promise<T>): Promise<T | null> =>
  loading.catch((error: unknown) => {
    if (error instanceof ApiProblem) return null;
    throw error;
  });
