import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { describeBacktest } from "./backtest/describe.js";
import { BacktestFailure } from "./backtest/failure.js";
import { runBacktest } from "./backtest/run-backtest.js";
import { writeResults } from "./backtest/write-results.js";
import { PROJECT_ROOT } from "./run-tool.js";

const USAGE = `npm run backtest -- [--write] [FOLDER]

  FOLDER     総務省「マイナンバーカード交付状況」の YYYYMMDD/all_localgovs.csv の入ったフォルダー (../shared/data/mic)
             a folder of the ministry's monthly tables
  --write    結果と、見通しが使う係数を書きかえる / write the results and the parameters of the forecast
  --help     この説明 / this text`;

function backtest(args: readonly string[]): void {
  const { values, positionals } = readOptions(args);
  if (values.help) return console.log(USAGE);
  // npm runs a script in the project's folder, and keeps the folder it was called from in INIT_CWD.
  const folder = positionals[0]
    ? resolve(process.env["INIT_CWD"] ?? process.cwd(), positionals[0])
    : resolve(PROJECT_ROOT, "../shared/data/mic");
  const result = runBacktest(folder);
  const { dates, municipalities } = result;
  console.log(
    `${municipalities} 市区町村/municipalities, ${dates.length} 表/tables, ${dates[0]} – ${dates.at(-1)}`,
  );
  console.log(
    "平均絶対誤差、住民に対するポイント / mean absolute errors in points of the origin's residents\n",
  );
  console.log(describeBacktest(result.rows));
  if (values.write) console.log(`\n書きました / written: ${writeResults(result, PROJECT_ROOT).join(", ")}`);
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        write: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new BacktestFailure(`使えないオプションです / ${(error as Error).message}\n\n${USAGE}`);
  }
}

try {
  backtest(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BacktestFailure ? error.message : error);
  process.exitCode = 1;
}
