import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeSample } from "./sample/make-sample.js";

/** Writes the synthetic sample to data/samples/generated/, a file for each as-of date. */
const folder = fileURLToPath(new URL("../data/samples/generated/", import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = makeSample();
for (const { name, text } of files) writeFileSync(folder + name, text);
console.log(`data/samples/generated/: ${files.length} files, ${files[0]!.as_of} – ${files.at(-1)!.as_of}`);
