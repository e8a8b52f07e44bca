import { SNAPSHOT_EDITION } from "../../../worker/snapshots/editions.js";

/** What an edition drew of the sample, as it was committed. */
export interface Edition {
  edition: number;
  digest: string;
}

/** The edition as it is now with what it draws. */
export const editionNow = (digest: string): Edition => ({ edition: SNAPSHOT_EDITION, digest });

/**
 * Which constant has to be raised: what it stands for is not what was committed under the same number, so that a town
 * would go on reading what an earlier version stored. Null where all is well.
 */
export const editionToRaise = (was: Edition, is: Edition): string | null =>
  is.edition < was.edition || (is.edition === was.edition && is.digest !== was.digest)
    ? `SNAPSHOT_EDITION to ${was.edition + 1}`
    : null;
