/**
 * Raised with every change of what a snapshot holds or of what its charts say: the snapshots of an older edition are
 * then made again when somebody asks for them. The gallery of charts (test/gallery) tells when.
 */
export const SNAPSHOT_EDITION = 9;
