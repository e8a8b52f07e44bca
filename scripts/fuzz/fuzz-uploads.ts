import { mutate, randomFrom } from "./mutate.js";

/** A file to start from, and how it is sent. */
export interface Seed {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface FuzzReport {
  sent: number;
  accepted: number;
  known: number;
  refused: number;
  /** What must never happen, with the seed and number by which it can be had again. */
  failures: string[];
}

/** An answer later than this is a hang. */
const TIMEOUT_MS = 15_000;

/** Refusals after which the ledger is compared: every one would take most of the time. */
const STATE_EVERY = 25;

export interface FuzzOptions {
  url: string;
  /** Several, in turns: each may write only so often a minute, and an answer of 429 tests nothing. */
  tokens: readonly string[];
  seeds: readonly Seed[];
  seed: number;
  until: number;
  onProgress: (report: FuzzReport) => void;
}

/** Sends changed files until the time is over; no 5xx, no hang, no change of state where one is refused. */
export async function fuzzUploads(options: FuzzOptions): Promise<FuzzReport> {
  const { url, tokens, seeds, seed, until, onProgress } = options;
  const random = randomFrom(seed);
  const headersOf = (turn: number) => ({ authorization: `Bearer ${tokens[turn % tokens.length]!}` });
  const report: FuzzReport = { sent: 0, accepted: 0, known: 0, refused: 0, failures: [] };
  const state = async () => (await fetch(`${url}/api/v1/uploads?limit=1`, { headers: headersOf(0) })).text();
  let before = await state();

  while (performance.now() < until && report.failures.length < 20) {
    const start = seeds[Math.floor(random() * seeds.length)]!;
    const body = mutate(start.bytes, random);
    const where = `seed ${seed}, file ${report.sent} (${start.name})`;
    report.sent += 1;
    const status = await send(`${url}/api/v1/uploads?accept_warnings=true&synthetic=true`, body, {
      ...headersOf(report.sent),
      "content-type": start.contentType,
    });
    if (status === 201) report.accepted += 1;
    else if (status === 200) report.known += 1;
    else if (typeof status === "number" && status >= 400 && status < 500 && status !== 429)
      report.refused += 1;
    else report.failures.push(`${where}: ${status}`);

    if (status === 201) before = await state();
    else if (report.sent % STATE_EVERY === 0 && (await state()) !== before) {
      report.failures.push(`${where}: the ledger changed without an acceptance`);
      before = await state();
    }
    if (report.sent % 200 === 0) onProgress(report);
  }
  return report;
}

async function send(
  url: string,
  body: Uint8Array,
  headers: Record<string, string>,
): Promise<number | string> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body: body as Uint8Array<ArrayBuffer>,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.name : "no answer";
  }
}
