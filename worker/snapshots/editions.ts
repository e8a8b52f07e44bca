/**
 * Raised with every change of what a snapshot holds or of what its charts and pages say: the snapshots of an older
 * edition are then made again when somebody asks for them. The gallery of charts (test/gallery) tells when.
 */
export const SNAPSHOT_EDITION = 7;

/**
 * The same of what is stored beside an import of the ministry's tables: 比較, and the card of published series on
 * 進捗.
 */
export const REFERENCE_PAINT_EDITION = 4;
