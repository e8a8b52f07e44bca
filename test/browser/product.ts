import { mkdtempSync, existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { createApiClient } from "../../scripts/api-client.js";
import { draftRelease } from "../../scripts/draft-release.js";
import { startWorker } from "../../scripts/dev-server.js";
import { findFreePort } from "../../scripts/ports.js";
import { publishSample, uploadSample } from "../../scripts/start/load-sample.js";
import { migrateDatabase } from "../../scripts/start/migrate-database.js";
import { OSAKA, OSAKA_MAPPING } from "../osaka-mapping.js";

declare module "vitest" {
  interface ProvidedContext {
    product: { url: string; token: string; osaka: boolean };
  }
}

const OSAKA_FILE = fileURLToPath(
  new URL("../../../shared/data/osaka/osaka-20221130-north.csv", import.meta.url),
);
const TOKEN = "ikw_token-of-the-browser-tests";

/**
 * The product as a user finds it: the built site and the Worker under wrangler dev, the sample sent through
 * the API month by month and published, the real file of Osaka where it is at hand.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), "ikiwatari-"));
  await migrateDatabase(state);
  const worker = await startWorker({
    port: await findFreePort(),
    persistTo: state,
    vars: { ADMIN_TOKEN: TOKEN },
  });
  const api = createApiClient(worker.url, TOKEN);
  await uploadSample(api, () => undefined);
  await publishSample(api);
  const osaka = existsSync(OSAKA_FILE);
  if (osaka) await uploadOsaka(worker.url, api);
  else console.warn("skipped: ../shared/data/osaka is not beside the project");
  project.provide("product", { url: worker.url, token: TOKEN, osaka });
  return async () => {
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  };
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
