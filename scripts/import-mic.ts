import { join } from "node:path";
import { ImportFailure } from "./import-mic/failure.js";
import { findMicFiles } from "./import-mic/find-files.js";
import { findToken } from "./import-mic/find-token.js";
import { importFiles } from "./import-mic/import-files.js";
import { readImportOptions, USAGE } from "./import-mic/options.js";
import { describeOutcomes } from "./import-mic/summary.js";
import { showProgress } from "./progress.js";
import { PROJECT_ROOT } from "./run-tool.js";

/** Imports the ministry's tables through the API. Exit code 1 where a file was refused or nothing could be sent. */
async function importMic(args: readonly string[]): Promise<number> {
  const options = readImportOptions(args);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  // npm runs a script in the project's folder, and keeps the folder it was called from in INIT_CWD.
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const files = findMicFiles(options.files, from);
  const token = findToken(options.token, process.env, join(PROJECT_ROOT, ".dev.vars"));
  const step = showProgress(1)("総務省の表を取り込む / Importing the ministry's tables");
  try {
    const outcomes = await importFiles(files, { ...options, token }, from, step.at);
    const refused = outcomes.filter((o) => "refused" in o).length;
    if (refused > 0) step.fail(`${refused}/${files.length}`);
    else step.done(`${files.length} 表/tables${options.dryRun ? " (--dry-run)" : ""}`);
    console.log(describeOutcomes(outcomes));
    return refused > 0 ? 1 : 0;
  } catch (error) {
    step.fail();
    throw error;
  }
}

try {
  process.exitCode = await importMic(process.argv.slice(2));
} catch (error) {
  if (error instanceof ImportFailure) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
}
