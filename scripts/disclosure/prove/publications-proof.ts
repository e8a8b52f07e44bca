import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorker } from "../../dev-server.js";
import { findFreePort } from "../../ports.js";
import { migrateDatabase } from "../../start/migrate-database.js";
import { sampleFigures } from "../sample-figures.js";
import { liveMonths, type PublishingApi } from "./publications.js";

const TOKEN = "ikw_token-of-a-proof";
/** Of a second of processor time, as the system counts. */
const TICKS = 100;

/** Prints what two years of the sample's monthly publications through a real Worker come to. */
export async function publicationsProof(
  say: (line: string) => void,
  { quick }: { quick: boolean },
): Promise<boolean> {
  const state = mkdtempSync(join(tmpdir(), "ikiwatari-prove-"));
  await migrateDatabase(state);
  const worker = await startWorker({
    port: await findFreePort(),
    persistTo: state,
    vars: { ADMIN_TOKEN: TOKEN },
  });
  try {
    const sample = sampleFigures();
    const recent = sample.figures.filter((f) => f.as_of >= "2024-11");
    const seconds: { cpu: number; wall: number }[] = [];
    const measure: PublishingApi["measure"] = async (draft) => {
      const [cpu, wall] = [cpuSeconds(worker.pid), performance.now()];
      const made = await draft();
      seconds.push({ cpu: cpuSeconds(worker.pid) - cpu, wall: (performance.now() - wall) / 1000 });
      return made;
    };
    const record = await liveMonths({ ...sample, figures: recent }, quick ? 8 : 24, {
      ...apiOf(worker.url, sample.municipality),
      measure,
    });
    for (const line of record.events) say(`  ${line}`);
    for (const fault of record.faults) say(`  FAULT ${fault}`);
    const mean = (list: { cpu: number; wall: number }[]): string =>
      `${(list.reduce((sum, s) => sum + s.cpu, 0) / list.length).toFixed(2)} s of CPU, ` +
      `${(list.reduce((sum, s) => sum + s.wall, 0) / list.length).toFixed(2)} s`;
    say(
      `${record.published} publications, ${record.faults.length} faults; a draft with its pictures: first six ` +
        `${mean(seconds.slice(0, 6))}, last six ${mean(seconds.slice(-6))}`,
    );
    return record.faults.length === 0;
  } finally {
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

function apiOf(url: string, municipality: string): PublishingApi {
  return {
    async send<T>(
      path: string,
      { method = "GET", body, type }: { method?: string; body?: unknown; type?: string } = {},
    ) {
      const isText = typeof body === "string";
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          "content-type": type ?? (isText ? "text/csv; charset=utf-8" : "application/json"),
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
      return JSON.parse(text) as T;
    },
    latest: async (file) => (await fetch(`${url}/open-data/${municipality}/latest/${file}`)).json(),
  };
}

/** Processor time of a process and all that it started, as far as the system tells (Linux); else NaN. */
function cpuSeconds(root: number): number {
  try {
    const stats = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const text = readFileSync(`/proc/${name}/stat`, "utf8");
          const [, parent, ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
          return [{ id: Number(name), parent: Number(parent), ticks: Number(rest[9]) + Number(rest[10]) }];
        } catch {
          // It has ended since.
          return [];
        }
      });
    const family = new Set([root]);
    for (let size = 0; size < family.size;) {
      size = family.size;
      for (const { id, parent } of stats) if (family.has(parent)) family.add(id);
    }
    return stats.filter((s) => family.has(s.id)).reduce((sum, s) => sum + s.ticks, 0) / TICKS;
  } catch {
    return Number.NaN;
  }
}
