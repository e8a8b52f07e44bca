import { makeFile, PLANTED, type FuzzFile } from "./make-file.js";
import { below, randomFrom } from "./mutate.js";
import type { FuzzFormat, Seed } from "./seeds.js";

export interface FuzzReport {
  sent: number;
  /** How many answers of each kind (`201`, `422 personal_number`) each format had. */
  answers: Map<FuzzFormat, Map<string, number>>;
  /** How many files held a personal number. */
  planted: number;
  /** The slowest answer, in milliseconds. */
  slowestMs: number;
  /** What must never happen, with the seed and number by which it can be had again. */
  failures: string[];
}

/** An answer later than this is a hang. */
const TIMEOUT_MS = 15_000;
/** Every so many files what else could change is looked at. */
const CHECK_BESIDE_EVERY = 25;

export interface FuzzOptions {
  url: string;
  /** Several, in turns: each may write only so often a minute, and an answer of 429 tests nothing. */
  tokens: readonly string[];
  seeds: readonly Seed[];
  seed: number;
  until: number;
  /** How many objects are stored. */
  countObjects: () => number;
  onProgress: (report: FuzzReport) => void;
}

/**
 * Sends changed files until the time is over: no 5xx, no hang, no change of state unless one is accepted, no
 * personal number accepted or repeated.
 */
export async function fuzzUploads(options: FuzzOptions): Promise<FuzzReport> {
  const { url, tokens, seeds, seed, until, countObjects, onProgress } = options;
  const random = randomFrom(seed);
  const byFormat = [...Map.groupBy(seeds, (start) => start.format).values()];
  const headersOf = (turn: number) => ({ authorization: `Bearer ${tokens[turn % tokens.length]!}` });
  const report: FuzzReport = { sent: 0, answers: new Map(), planted: 0, slowestMs: 0, failures: [] };
  const get = async (path: string) => (await fetch(`${url}/api/v1${path}`, { headers: headersOf(0) })).text();
  /** The newest upload with its revision; now and then the district list and the objects too. */
  const ledger = () => get("/uploads?limit=1");
  const beside = async () => ({
    districts: await get("/municipalities/173843/districts"),
    objects: countObjects(),
  });
  let before = { ledger: await ledger(), ...(await beside()) };

  while (performance.now() < until && report.failures.length < 20) {
    // The format first: most seeds are CSV.
    const ofFormat = byFormat[below(random, byFormat.length)]!;
    const start = ofFormat[below(random, ofFormat.length)]!;
    const file = makeFile(start, random);
    const where = `seed ${seed}, file ${report.sent} (${start.name}${file.contentType === null ? ", form" : ""}, ?${file.query})`;
    report.sent += 1;
    if (file.planted) report.planted += 1;
    const started = performance.now();
    const { status, said } = await send(`${url}/api/v1/uploads?${file.query}`, file, headersOf(report.sent));
    report.slowestMs = Math.max(report.slowestMs, performance.now() - started);
    count(report, start.format, `${status} ${status === 201 ? "" : codeOf(said)}`.trim());

    const fail = (what: string) => report.failures.push(`${where}: ${what}`);
    if (typeof status !== "number" || status >= 500 || status === 429) fail(String(status));
    if (file.planted && (status === 200 || status === 201)) fail("a personal number was accepted");
    if (PLANTED.some((number) => said.includes(number))) fail("a personal number was repeated");
    if (status === 201) before = { ledger: await ledger(), ...(await beside()) };
    else if ((await ledger()) !== before.ledger) fail("the ledger changed without an acceptance");
    if (report.sent % CHECK_BESIDE_EVERY === 0) {
      const now = await beside();
      if (now.districts !== before.districts) fail("the district list changed without an acceptance");
      if (now.objects > before.objects + SNAPSHOT_OBJECTS) fail("objects were stored without an acceptance");
    }
    if (report.sent % 200 === 0) onProgress(report);
  }
  return report;
}

/** The snapshot of the last acceptance is made behind its answer: so many objects may still come. */
const SNAPSHOT_OBJECTS = 20;

function count({ answers }: FuzzReport, format: FuzzFormat, answer: string): void {
  const ofFormat = answers.get(format) ?? new Map<string, number>();
  ofFormat.set(answer, (ofFormat.get(answer) ?? 0) + 1);
  answers.set(format, ofFormat);
}

/** The first error's code, else the kind of the problem, else what a success says it was. */
function codeOf(said: string): string {
  try {
    const answer = JSON.parse(said) as {
      type?: string;
      issues?: { code: string; severity: string }[];
      dry_run?: boolean;
    };
    if (answer.dry_run) return "dry_run";
    const error = answer.type && answer.issues?.find(({ severity }) => severity === "error");
    return error ? error.code : (answer.type?.split("/").at(-1) ?? "known");
  } catch {
    return "no JSON";
  }
}

async function send(
  url: string,
  { body, contentType }: FuzzFile,
  headers: Record<string, string>,
): Promise<{ status: number | string; said: string }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { ...headers, ...(contentType !== null && { "content-type": contentType }) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, said: await response.text() };
  } catch (error) {
    return { status: error instanceof Error ? error.name : "no answer", said: "" };
  }
}
