import type { FileNote } from "../../data/contract/api/issue.js";

/** Warnings of the uploads that stand and came after a revision, one line a kind. */
export async function openWarnings(
  db: D1Database,
  municipality: string,
  after: number,
  through: number,
): Promise<FileNote[]> {
  const { results } = await db
    .prepare(
      `SELECT notes FROM uploads
       WHERE municipality = ? AND revision > ? AND revision <= ? AND taken_back_in IS NULL ORDER BY seq`,
    )
    .bind(municipality, after, through)
    .all<{ notes: string }>();
  const kinds = new Map<string, FileNote>();
  for (const note of results.flatMap((r) => JSON.parse(r.notes) as FileNote[])) {
    if (note.severity !== "warning") continue;
    const known = kinds.get(note.code);
    kinds.set(note.code, { ...note, count: note.count + (known?.count ?? 0) });
  }
  return [...kinds.values()];
}
