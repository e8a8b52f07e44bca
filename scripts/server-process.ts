import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HOST } from "./ports.js";
import { PROJECT_ROOT, toolEnvironment } from "./run-tool.js";

const START_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 5_000;
const LOOK_EVERY_MS = 50;

export interface RunningWorker {
  url: string;
  /** The id of its process, which starts others. */
  pid: number;
  /** Ends the Worker and everything it started; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, with nothing finished: what a power cut does. */
  kill(): Promise<void>;
  /** Resolves when the Worker has ended, by `stop` or by itself. */
  ended: Promise<void>;
}

/** The Worker did not start; `log` is what it said last. */
export class WorkerStartError extends Error {
  override readonly name = "WorkerStartError";
  constructor(
    message: string,
    readonly log: string,
  ) {
    super(message);
  }
}

/** Starts the Worker in a process of its own: Node with these arguments. It must listen on the port. */
export async function startServerProcess(
  args: readonly string[],
  { port, signal }: { port: number; signal?: AbortSignal | undefined },
): Promise<RunningWorker> {
  const logFile = join(PROJECT_ROOT, ".wrangler", `dev-${port}.log`);
  mkdirSync(join(PROJECT_ROOT, ".wrangler"), { recursive: true });
  const log = openSync(logFile, "w");
  // A group of its own: Ctrl-C reaches us alone, and we end the whole group in order.
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: toolEnvironment(),
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const worker: RunningWorker = {
    url: `http://${HOST}:${port}`,
    pid: child.pid ?? -1,
    ended,
    stop: () => stopGroup(child, ended),
    kill: async () => {
      signalGroup(child, "SIGKILL");
      await ended;
    },
  };
  signal?.addEventListener("abort", () => void worker.stop(), { once: true });
  const readLog = (): string => readFileSync(logFile, "utf8").trimEnd();
  let over = false;
  const failure = await Promise.race([
    waitForAnswer(`${worker.url}/api/v1/health`, readLog, () => over),
    ended.then(() => "it ended at once"),
  ]);
  over = true;
  if (failure === null) return worker;
  await worker.stop();
  throw new WorkerStartError(`the Worker did not start: ${failure} (${logFile})`, readLog());
}

/** Null as soon as it answers, or why it never will: wrangler waits for a repair after a failed build. */
async function waitForAnswer(
  url: string,
  readLog: () => string,
  isOver: () => boolean,
): Promise<string | null> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline && !isOver()) {
    const up = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return null;
    if (readLog().includes("Build failed with")) return "its build failed";
    await sleep(LOOK_EVERY_MS);
  }
  return "it did not answer in time";
}

async function stopGroup(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) signalGroup(child, "SIGTERM");
  await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
