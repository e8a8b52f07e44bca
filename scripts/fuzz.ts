import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createApiClient } from "./api-client.js";
import { startWorker } from "./dev-server.js";
import { fuzzUploads, type Seed } from "./fuzz/fuzz-uploads.js";
import { findFreePort } from "./ports.js";
import { makeSample } from "./sample/make-sample.js";
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

const TYPES: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".json": "application/json",
  ".txt": "application/json",
};
const REFUSED = fileURLToPath(new URL("../data/samples/refused", import.meta.url));

/** A month of the sample as CSV and as JSON, and every file that must be refused. */
function seeds(): Seed[] {
  const encoder = new TextEncoder();
  const csv = makeSample().at(-1)!.text;
  const [header, ...lines] = csv.trimEnd().split(/\r?\n/);
  const names = header!.replace(/^\uFEFF/, "").split(",");
  const rows = lines
    .slice(0, 76)
    .map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
  const refused = readdirSync(REFUSED).flatMap((name) => {
    const contentType = TYPES[extname(name)];
    return contentType ? [{ name, contentType, bytes: readFileSync(join(REFUSED, name)) }] : [];
  });
  return [
    { name: "month.csv", contentType: "text/csv", bytes: encoder.encode(csv) },
    { name: "districts.json", contentType: "application/json", bytes: encoder.encode(JSON.stringify(rows)) },
    ...refused,
  ];
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
  const until = performance.now() + minutes * 60_000;
  const report = await fuzzUploads({
    url: worker.url,
    tokens,
    seeds: seeds(),
    seed,
    until,
    onProgress: ({ sent, failures }) =>
      process.stdout.isTTY && process.stdout.write(`\r${sent} files, ${failures.length} failures`),
  });
  for (const failure of report.failures) console.error(`\n✗ ${failure}`);
  const { sent, accepted, known, refused, failures } = report;
  console.log(
    `\nseed ${seed}: ${sent} files sent, ${refused} refused, ${accepted} accepted, ${known} known; ${failures.length} failures`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
}
