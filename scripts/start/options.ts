import { parseArgs } from "node:util";
import { StartFailure } from "./failure.js";

export interface StartOptions {
  port: number;
  sample: boolean;
  fresh: boolean;
  help: boolean;
}

export const USAGE = `npm start -- [--port N] [--no-sample] [--fresh]

  --port N      このポートで起動する / listen on this port (8787)
  --no-sample   サンプルを取り込まない / do not load the sample
  --fresh       手元のデータを消して始める / delete the local data first
  --help        この説明 / this text`;

/** The options of `npm start`. @throws StartFailure in both languages for an unknown option or a wrong port. */
export function readStartOptions(args: readonly string[]): StartOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "8787" },
        "no-sample": { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    throw new StartFailure(`使えないオプションです / ${(error as Error).message}\n\n${USAGE}`);
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new StartFailure(`ポートは 1–65535 の数です / a port is a number from 1 to 65535: ${values.port}`);
  }
  return { port, sample: !values["no-sample"], fresh: values.fresh, help: values.help };
}
