import { rmSync } from "node:fs";
import { createApiClient } from "./api-client.js";
import { DEFAULT_STATE, startWorker } from "./dev-server.js";
import { isPortFree } from "./ports.js";
import { showProgress } from "./progress.js";
import { SAMPLE_MUNICIPALITY } from "./sample/town-plan.js";
import { describeAddresses } from "./start/addresses.js";
import { describeFailure, StartFailure } from "./start/failure.js";
import { readStartOptions, USAGE, type StartOptions } from "./start/options.js";
import { buildSite, loadSample, perform, prepareDatabase, prepareToken } from "./start/steps.js";

/**
 * Everything from an installed clone to a running product, and then serves until it is interrupted.
 * @returns when the Worker was stopped by the signal.
 */
async function start(options: StartOptions, signal: AbortSignal): Promise<void> {
  const { port, sample, fresh } = options;
  if (!(await isPortFree(port))) {
    throw new StartFailure(
      `ポート ${port} は使われています。ほかのポートで: npm start -- --port ${port + 1}\n` +
        `Port ${port} is in use. Try another one: npm start -- --port ${port + 1}`,
    );
  }
  if (fresh) rmSync(DEFAULT_STATE, { recursive: true, force: true });
  const begin = showProgress(sample ? 6 : 4);
  await buildSite(begin);
  const token = await prepareToken(begin);
  await prepareDatabase(begin);
  const worker = await perform(begin("サーバーを起動 / Starting the Worker"), () =>
    startWorker({ port, signal }),
  );
  try {
    if (sample) await loadSample(begin, createApiClient(worker.url, token, signal));
    console.log(describeAddresses(port, token, SAMPLE_MUNICIPALITY));
    await worker.ended;
    if (!signal.aborted) throw new StartFailure("サーバーが終了しました / The Worker has ended");
  } finally {
    await worker.stop();
  }
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interrupted.abort());

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await start(options, interrupted.signal);
} catch (error) {
  if (interrupted.signal.aborted) process.exitCode = 130;
  else {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
