import { isAbsolute, join } from "node:path";
import { auditRelease } from "../data/disclosure/audit.js";
import type { LeafCount } from "../data/disclosure/audit-cells.js";
import { outlineOf } from "../data/disclosure/outline.js";
import { FolderFailure, readReleases, type ReleaseFolder } from "./audit/read-release.js";

/**
 * Checks published files from outside: `npm run audit -- DIR …`. DIR holds the files of a release, or a folder for each
 * of several; every release is checked beside all earlier ones. Exit code 1 where one has a fault or a file is altered.
 */
const LISTED = 20;

function audit(folders: readonly string[]): number {
  if (folders.length === 0) {
    console.error("usage: npm run audit -- DIR …");
    return 2;
  }
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const releases = folders
    .flatMap((dir) => readReleases(isAbsolute(dir) ? dir : join(from, dir)))
    .sort((a, b) => (a.made_at < b.made_at ? -1 : 1));
  const outlines = releases.map((r) => outlineOf(r.tables));
  const results = releases.map(({ tables }, i) => auditRelease(tables, outlines.slice(0, i)));
  for (const [i, { faults }] of results.entries()) {
    console.log(`${releases[i]!.id}: ${faults.length} faults; ${describeFiles(releases[i]!)}`);
    for (const { kind, at } of faults.slice(0, LISTED)) console.log(`  ${kind} ${at}`);
  }
  const newest = results.at(-1)!;
  console.log(`cells, by the leaves of their noise:\n${table(newest.cells)}`);
  console.log(`differences of two cells of the same people:\n${table(newest.differences)}`);
  const passed = results.every((r) => r.passed) && releases.every((r) => !r.altered?.length);
  console.log(passed ? "合格 / passed" : "不合格 / failed");
  return passed ? 0 : 1;
}

const table = (counts: readonly LeafCount[]): string =>
  counts
    .slice(0, LISTED)
    .map(
      ({ leaves, cells, bound }) =>
        `  ${leaves} leaves: ${cells}, no value likelier than ${bound.toFixed(4)}`,
    )
    .concat(counts.length > LISTED ? [`  … ${counts.length - LISTED} larger`] : [])
    .join("\n");

function describeFiles({ altered }: ReleaseFolder): string {
  if (altered === null) return "no manifest to compare with";
  return altered.length === 0 ? "every file as its manifest says" : `ALTERED: ${altered.join(", ")}`;
}

try {
  process.exitCode = audit(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof FolderFailure ? error.message : error);
  process.exitCode = 1;
}
