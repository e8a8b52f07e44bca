import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createApiClient } from "./api-client.js";
import { startWorker } from "./dev-server.js";
import { describeFuzz } from "./fuzz/describe-fuzz.js";
import { fuzzUploads } from "./fuzz/fuzz-uploads.js";
import { fuzzSeeds } from "./fuzz/seeds.js";
import { findFreePort } from "./ports.js";
import { migrateDatabase } from "./start/migrate-database.js";

/** Broken files against the real Worker for a while: `npm run fuzz -- --minutes N [--seed S]`. */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" } },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
if (!(minutes > 0 && minutes <= 600) || !Number.isInteger(seed)) {
  console.error("usage: npm run fuzz -- --minutes N [--seed S]   (N up to 600)");
  process.exit(2);
}

const TOKEN = "ikw_token-of-the-fuzz";
const WRITERS = 40;
const state = mkdtempSync(join(tmpdir(), "ikiwatari-fuzz-"));
await migrateDatabase(state);
const worker = await startWorker({
  port: await findFreePort(),
  persistTo: state,
  vars: { ADMIN_TOKEN: TOKEN },
});
try {
  const districts = new URL("../data/reference/districts-173843.csv", import.meta.url);
  const api = createApiClient(worker.url, TOKEN);
  await api("/municipalities/173843/districts", {
    method: "PUT",
    body: readFileSync(districts, "utf8"),
  });
  const tokens: string[] = [];
  for (let i = 0; i < WRITERS; i++) {
    const json = { label: `fuzz ${i}`, role: "uploader", municipality: "173843" };
    tokens.push((await api<{ secret: string }>("/tokens", { method: "POST", body: json })).body.secret);
  }
  const report = await fuzzUploads({
    url: worker.url,
    tokens,
    seeds: await fuzzSeeds(),
    seed,
    until: performance.now() + minutes * 60_000,
    countObjects: () =>
      readdirSync(state, { recursive: true }).filter((name) => /[\\/]blobs[\\/]/.test(String(name))).length,
    onProgress: ({ sent, failures }) =>
      process.stdout.isTTY && process.stdout.write(`\r${sent} files, ${failures.length} failures`),
  });
  console.log(`seed ${seed}\n${describeFuzz(report)}`);
  process.exitCode = report.failures.length > 0 ? 1 : 0;
} finally {
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
}
