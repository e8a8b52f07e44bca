import { parseArgs } from "node:util";
import { ImportFailure } from "./failure.js";

export interface ImportOptions {
  files: string[];
  url: string;
  /** Null: taken from ADMIN_TOKEN or .dev.vars. */
  token: string | null;
  dryRun: boolean;
  help: boolean;
}

export const USAGE = `npm run import-mic -- [--url URL] [--token TOKEN] [--dry-run] FILE…

  FILE          総務省「マイナンバーカード交付状況」の CSV か Excel ブック(.xlsx)、またはそれを含むフォルダー
                the ministry's tables as CSV or workbooks (.xlsx), or folders of them
  --url URL     取り込み先 / where the Worker is (http://localhost:8787)
  --token T     全団体の管理トークン。なければ環境変数 ADMIN_TOKEN、次に .dev.vars
                an administrator's token for all towns; else ADMIN_TOKEN, else .dev.vars
  --dry-run     確かめるだけ / check only
  --help        この説明 / this text`;

/** The options of `npm run import-mic`. @throws ImportFailure in both languages */
export function readImportOptions(args: readonly string[]): ImportOptions {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: "string", default: "http://localhost:8787" },
        token: { type: "string" },
        "dry-run": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new ImportFailure(`使えないオプションです / ${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals: files } = parsed;
  if (files.length === 0 && !values.help) {
    throw new ImportFailure(`ファイルを指定してください / name a file or a folder\n\n${USAGE}`);
  }
  if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol)) {
    throw new ImportFailure(`--url は http(s) のアドレスです / not an http address: ${values.url}`);
  }
  return {
    files,
    url: values.url.replace(/\/+$/, ""),
    token: values.token ?? null,
    dryRun: values["dry-run"],
    help: values.help,
  };
}
