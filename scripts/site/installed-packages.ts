import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = resolve(fileURLToPath(import.meta.url), "../../..");

/** A file of an installed package. @example packageFile("d3/dist/d3.js") */
export const packageFile = (path: string): string => join(ROOT, "node_modules", path);
