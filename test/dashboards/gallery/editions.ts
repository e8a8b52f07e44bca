import { REFERENCE_PAINT_EDITION, SNAPSHOT_EDITION } from "../../../worker/snapshots/editions.js";

/** Who keeps what was painted until its edition is raised. */
export type Stored = "snapshot" | "reference";

/** What an edition painted of the sample, as it was committed. */
export type Editions = Record<Stored, { edition: number; digest: string }>;

const NOW: Record<Stored, { edition: number; constant: string }> = {
  snapshot: { edition: SNAPSHOT_EDITION, constant: "SNAPSHOT_EDITION" },
  reference: { edition: REFERENCE_PAINT_EDITION, constant: "REFERENCE_PAINT_EDITION" },
};

/** The editions as they are now with what they paint. */
export const editionsNow = (digests: Record<Stored, string>): Editions => ({
  snapshot: { edition: NOW.snapshot.edition, digest: digests.snapshot },
  reference: { edition: NOW.reference.edition, digest: digests.reference },
});

/**
 * Which constants have to be raised: what they paint is not what was committed under the same number, so that a town
 * would go on reading what an earlier version stored. Empty where all is well.
 */
export const editionsToRaise = (committed: Editions, now: Editions): string[] =>
  (["snapshot", "reference"] as const)
    .filter((stored) => {
      const [was, is] = [committed[stored], now[stored]];
      return is.edition < was.edition || (is.edition === was.edition && is.digest !== was.digest);
    })
    .map((stored) => `${NOW[stored].constant} to ${committed[stored].edition + 1}`);
