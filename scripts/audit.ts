import { isAbsolute, join } from "node:path";
import { boundHidden, type HiddenBounds } from "../data/disclosure/outside/bound-hidden.js";
import { FolderFailure, readReleases, type ReleaseFolder } from "./audit/read-release.js";
import { nodeSolver } from "./disclosure/node-solver.js";
import { showProgress } from "./progress.js";

/**
 * Checks published files from outside: `npm run audit -- DIR`. DIR holds the files of a release, or a folder for
 * each of several releases; the newest is checked against what the earlier ones told. Exit code 1 where a hidden
 * value can be narrowed down further than the release's policy allows.
 */
const LISTED = 20;

async function audit(folders: readonly string[]): Promise<number> {
  if (folders.length === 0) {
    console.error("usage: npm run audit -- DIR");
    return 2;
  }
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const releases = folders.flatMap((dir) => readReleases(isAbsolute(dir) ? dir : join(from, dir)));
  const newest = releases.at(-1)!;
  const solver = await nodeSolver();
  const step = showProgress(1)("公開ファイルから秘匿値の幅を求める / Bounding every hidden value");
  const { bounds, programs, broken } = boundHidden(
    newest.tables,
    releases.slice(0, -1).map((r) => r.tables),
    newest.smallestCount,
    solver,
    step.at,
  );
  step.done(`${bounds.length} 値/values, ${programs} LP`);
  const open = bounds.filter((b) => b.told_by === null);
  const narrow = open.filter((b) => widthOf(b) < b.required);
  const widths = open.filter((b) => b.required >= newest.smallestCount).map(widthOf);
  console.log(
    [
      `release ${newest.tables.release}, ${releases.length - 1} earlier, ${solver.version}`,
      `hidden values ${bounds.length}, of them told by an earlier release ${bounds.length - open.length}`,
      `smallest width where the cell has room for ${newest.smallestCount}: ${widths.length > 0 ? widths.reduce((a, b) => Math.min(a, b)) : "none"}`,
      `dates whose told values contradict an assumption: ${broken.length}`,
      ...releases.map(describeFiles),
      `narrowed down too far: ${narrow.length}`,
      ...narrow
        .slice(0, LISTED)
        .map((b) => `  ${b.as_of} ${b.cell} ${b.measure}: ${b.lower} to ${b.upper}, asked ${b.required}`),
      narrow.length === 0 ? "合格 / passed" : "不合格 / failed",
    ].join("\n"),
  );
  return narrow.length > 0 || releases.some((r) => r.altered?.length) ? 1 : 0;
}

const widthOf = ({ lower, upper }: HiddenBounds): number => upper - lower;

function describeFiles({ tables, altered }: ReleaseFolder): string {
  const state =
    altered === null
      ? "no manifest to compare with"
      : altered.length === 0
        ? "every file as its manifest says"
        : `ALTERED: ${altered.join(", ")}`;
  return `files of ${tables.release}: ${state}`;
}

try {
  process.exitCode = await audit(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof FolderFailure ? error.message : error);
  process.exitCode = 1;
}
