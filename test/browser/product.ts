import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { createApiClient } from "../../scripts/api-client.js";
import { draftRelease } from "../../scripts/draft-release.js";
import { publishSample, uploadSample } from "../../scripts/start/load-sample.js";
import { prepareWorker } from "./built-worker/prepare.js";
import { layEmptyState, startBuiltWorker } from "./built-worker/start.js";
import { importReference } from "./reference-fixture.js";
import { OSAKA, OSAKA_MAPPING } from "../osaka-mapping.js";

declare module "vitest" {
  interface ProvidedContext {
    /** `session` is the cookie of somebody who is signed in; sign-ins of one address are limited. */
    product: { url: string; token: string; session: string; osaka: boolean };
    /** For tests that start a Worker of their own: the built one, and the data of the sample as it was published. */
    prepared: { worker: string; sample: string };
  }
}

const OSAKA_FILE = fileURLToPath(
  new URL("../../../shared/data/osaka/osaka-20221130-north.csv", import.meta.url),
);
const TOKEN = "ikw_token-of-the-browser-tests";

/**
 * The product as a user finds it: the built site and the Worker under the runtime of wrangler dev, the sample sent
 * through the API month by month and published, the real file of Osaka where it is at hand, and then tables of the
 * ministry. Test files run side by side on it: what would change it has a Worker of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "ikiwatari-"));
  const [state, sample] = [join(folder, "state"), join(folder, "sample")];
  const built = await prepareWorker(folder);
  layEmptyState(built, state);
  const first = await startBuiltWorker(built, state, TOKEN);
  const api = createApiClient(first.url, TOKEN);
  await uploadSample(api, () => undefined);
  await publishSample(api);
  const osaka = existsSync(OSAKA_FILE);
  if (osaka) await uploadOsaka(first.url, api);
  else console.warn("skipped: ../shared/data/osaka is not beside the project");
  await first.stop();
  cpSync(state, sample, { recursive: true });
  const worker = await startBuiltWorker(built, state, TOKEN);
  await importReference(worker.url, TOKEN);
  project.provide("prepared", { worker: built, sample });
  const session = await signIn(worker.url);
  project.provide("product", { url: worker.url, token: TOKEN, session, osaka });
  return async () => {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The cookie of a new session: `name=value`. */
async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ token: TOKEN }),
  });
  if (answer.status !== 204) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}

async function uploadOsaka(url: string, api: ReturnType<typeof createApiClient>): Promise<void> {
  const form = new FormData();
  form.set("file", new File([readFileSync(OSAKA_FILE)], "osaka.csv", { type: "text/csv" }));
  form.set("mapping", JSON.stringify(OSAKA_MAPPING));
  const headers = { authorization: `Bearer ${TOKEN}` };
  const response = await fetch(`${url}/api/v1/uploads`, { method: "POST", headers, body: form });
  if (response.status !== 201) throw new Error(`Osaka: ${response.status} ${await response.text()}`);
  const id = await draftRelease(api, { municipality: OSAKA, through: "2022-11-30" });
  await api(`/releases/${id}/publish`, { method: "POST" });
}
