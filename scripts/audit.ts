import { isAbsolute, join } from "node:path";
import { boundHidden } from "../data/disclosure/outside/bound-hidden.js";
import { boundsCertificate, isTooNarrow } from "../data/disclosure/outside/bounds-certificate.js";
import { FolderFailure, readReleases, type ReleaseFolder } from "./audit/read-release.js";
import { nodeSolver } from "./disclosure/node-solver.js";
import { showProgress } from "./progress.js";

/**
 * Checks published files from outside: `npm run audit -- DIR`. DIR holds the files of a release, or a folder for
 * each of several releases; the newest is checked against what the earlier ones told. Exit code 1 where a hidden
 * value can be narrowed down further than the release's policy allows. `--every` solves for both ends of every value.
 */
const LISTED = 20;

async function audit(given: readonly string[]): Promise<number> {
  const folders = given.filter((word) => word !== "--every");
  const every = given.length > folders.length;
  if (folders.length === 0) {
    console.error("usage: npm run audit -- DIR [--every]");
    return 2;
  }
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const releases = folders.flatMap((dir) => readReleases(isAbsolute(dir) ? dir : join(from, dir)));
  const newest = releases.at(-1)!;
  const solver = await nodeSolver();
  const step = showProgress(1)("公開ファイルから秘匿値の幅を求める / Bounding every hidden value");
  const found = boundHidden(
    newest.tables,
    releases.slice(0, -1).map((r) => r.tables),
    newest.smallestCount,
    solver,
    { every, onProgress: step.at },
  );
  const { bounds, programs, broken, outdated } = found;
  const said = boundsCertificate(found, newest.smallestCount);
  step.done(`${bounds.length} 値/values, ${programs} LP`);
  const narrow = bounds.filter(isTooNarrow);
  console.log(
    [
      `release ${newest.tables.release}, ${releases.length - 1} earlier, ${solver.version}`,
      `hidden values ${said.hidden}, of them told by an earlier release ${said.known}, ` +
        `left narrow by earlier releases alone ${said.exposed}`,
      `smallest width where the cell has room for ${newest.smallestCount}: ${said.smallestWidth ?? "none"}` +
        (said.smallestAt
          ? ` (${said.smallestAt.as_of} ${said.smallestAt.cell} ${said.smallestAt.measure})`
          : ""),
      `both ends solved for: ${said.exact}; the others are at least as wide as they must be`,
      `dates whose told values contradict an assumption: ${new Set(broken.map((b) => b.as_of)).size}`,
      `dates of earlier releases that were corrected since: ${outdated.length}`,
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
