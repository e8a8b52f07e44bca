import type { DistrictList, ListedDistrict, SuccessionList } from "../../data/contract/api/district.js";
import type { Release, ReleaseAnswer, ReleaseList } from "../../data/contract/api/release.js";
import type { SavedSettings } from "../../data/contract/api/settings.js";
import type { UploadList } from "../../data/contract/api/upload.js";
import { ask, NotAnswered } from "../http.js";
import type { Succession } from "../../data/disclosure/succession.js";

/** Every release of a town, newest first, and the draft that is being made; null for none. */
export type Listing = Omit<ReleaseList, "next">;

/** @throws NotAnswered */
export async function allReleases(town: string): Promise<Listing> {
  const all: Listing = { releases: [], job: null };
  for (let after: number | null = null; ;) {
    const query = new URLSearchParams({
      municipality: town,
      limit: "200",
      ...(after !== null && { after: String(after) }),
    });
    const { releases, job, next } = await ask<ReleaseList>(`/api/v1/releases?${query}`);
    all.releases.push(...releases);
    all.job ??= job;
    if (next === null) return all;
    after = next;
  }
}

/** As-of dates of the ledger, newest first: those of the uploads that stand. @throws NotAnswered */
export async function ledgerDates(town: string): Promise<string[]> {
  const dates = new Set<string>();
  for (let after: number | null = null; ;) {
    const query = new URLSearchParams({
      municipality: town,
      limit: "200",
      ...(after !== null && { after: String(after) }),
    });
    const { uploads, next } = await ask<UploadList>(`/api/v1/uploads?${query}`);
    for (const { as_of, taken_back_in } of uploads) {
      if (taken_back_in === null) for (const date of as_of) dates.add(date);
    }
    if (next === null) return [...dates].sort().reverse();
    after = next;
  }
}

/** One release with its report. @throws NotAnswered */
export const releaseOf = async (id: string): Promise<Release> =>
  (await ask<ReleaseAnswer>(`/api/v1/releases/${encodeURIComponent(id)}`)).release;

/** The town's list of districts. @throws NotAnswered */
export const districtsOf = async (town: string): Promise<ListedDistrict[]> =>
  (await ask<DistrictList>(`/api/v1/municipalities/${town}/districts`)).districts;

/** Where a town's successions are read and replaced. */
export const successionsAddress = (town: string): string =>
  `/api/v1/municipalities/${town}/districts/successions`;

/** Which codes' people go by which others. @throws NotAnswered */
export const successionsOf = async (town: string): Promise<Succession[]> =>
  (await ask<SuccessionList>(successionsAddress(town))).successions;

/** The settings for releases from now on. @throws NotAnswered */
export const settingsOf = (town: string): Promise<SavedSettings> =>
  ask(`/api/v1/municipalities/${town}/settings`);

/** What may fail without the page failing: null then. */
export const orNull = <T>(loading: Promise<T>): Promise<T | null> =>
  loading.catch((error: unknown) => {
    if (error instanceof NotAnswered) return null;
    throw error;
  });
