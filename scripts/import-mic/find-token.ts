import { existsSync, readFileSync } from "node:fs";
import { ImportFailure } from "./failure.js";

/**
 * The token to import with: the one that was given, the environment's ADMIN_TOKEN, the one in `.dev.vars`.
 * @throws ImportFailure where there is none
 */
export function findToken(given: string | null, environment: NodeJS.ProcessEnv, devVars: string): string {
  const found = given ?? environment["ADMIN_TOKEN"] ?? readDevVars(devVars);
  if (found) return found;
  throw new ImportFailure(
    "管理トークンがありません。npm start を一度動かすか、--token で指定してください / no admin token: run npm start once, or give --token",
  );
}

function readDevVars(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  return /^\s*ADMIN_TOKEN\s*=\s*["']?([^"'\s]+)["']?\s*$/m.exec(readFileSync(file, "utf8"))?.[1];
}
