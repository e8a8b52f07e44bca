import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./installed-packages.js";

/**
 * Makes sure that dashboards/data leads to data/. Git keeps it as a symbolic link; a checkout on Windows
 * without leave to make links has a text file there, which gives way to a junction (those need no leave).
 */
export function ensureDomainLink(): void {
  const link = join(ROOT, "dashboards/data");
  if (existsSync(join(link, "contract"))) return;
  rmSync(link, { force: true });
  symlinkSync(join(ROOT, "data"), link, "junction");
}
