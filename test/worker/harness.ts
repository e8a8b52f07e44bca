import {
  applyD1Migrations,
  createExecutionContext,
  reset,
  waitOnExecutionContext,
  type D1Migration,
} from "cloudflare:test";
import { env as bindings } from "cloudflare:workers";
import type { Problem } from "../../data/contract/api/problem.js";
import { createApp } from "../../worker/http/app.js";
import type { Env } from "../../worker/env.js";
import { QUIET_MS } from "../../worker/snapshots/ensure-snapshot.js";
import { heldToItsSchemas } from "./held-to-schemas.js";

export const env = bindings as Env & {
  TEST_MIGRATIONS: D1Migration[];
  ADMIN_TOKEN: string;
  OSAKA_BASE64: string;
};

export const SHIKA = "173843";
export const ORIGIN = "http://town.test";
export const ADMIN = env.ADMIN_TOKEN;

/** The Worker with a clock that a test can move. */
export const clock = { now: new Date("2026-11-10T03:00:00Z") };
export const app = heldToItsSchemas(
  createApp({
    now: () => clock.now,
    newId: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`,
  }),
);

/** Answers whose aftermath may still be running: a snapshot that is made ahead of its first reader. */
let unsettled: ExecutionContext[] = [];
/** Whether the moments of rest end now. */
const rest = { isOver: false };

const LOOK_EVERY_MS = 10;
const pause = scheduler.wait.bind(scheduler);
/** The moment of rest before a snapshot is made ahead lasts until the test is over, however slow the machine is. */
scheduler.wait = async (ms) => {
  if (ms !== QUIET_MS) return pause(ms);
  while (!rest.isOver) await pause(LOOK_EVERY_MS);
};

/**
 * Resolves when nothing that a test began still runs: the next test, or the next file, has the stores to itself.
 * @param overtake by default the figures are overtaken first: no snapshot is made for nobody.
 */
export async function settle({ overtake = true } = {}): Promise<void> {
  if (unsettled.length === 0) return;
  if (overtake) await env.DB.prepare("UPDATE municipality_states SET revision = revision + 1000000").run();
  rest.isOver = true;
  const ended = unsettled;
  unsettled = [];
  for (const context of ended) await waitOnExecutionContext(context);
  rest.isOver = false;
}

/** One request to the app as it stands, its bindings replaced where a test has its own. */
export async function answer(request: Request, stores: Env = env): Promise<Response> {
  const context = createExecutionContext();
  unsettled.push(context);
  return app.fetch(request, stores, context);
}

export async function freshDatabase(): Promise<void> {
  await settle();
  clock.now = new Date("2026-11-10T03:00:00Z");
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
}

export interface CallOptions {
  method?: string;
  token?: string | null;
  headers?: Record<string, string>;
  body?: BodyInit;
  json?: unknown;
}

/** One request to the whole app; as the administrator unless told otherwise. */
export async function call(path: string, options: CallOptions = {}): Promise<Response> {
  const { token = ADMIN, json } = options;
  const headers = new Headers(options.headers);
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (json !== undefined) headers.set("content-type", "application/json");
  const body = json === undefined ? options.body : JSON.stringify(json);
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  const request = new Request(`${ORIGIN}${path}`, { method, headers, ...(body !== undefined && { body }) });
  return answer(request);
}

export const uploadCsv = (
  text: string,
  path = "/api/v1/uploads",
  options: CallOptions = {},
): Promise<Response> =>
  call(path, { ...options, body: text, headers: { "content-type": "text/csv", ...options.headers } });

export async function uploadForm(
  file: string | Uint8Array<ArrayBuffer>,
  mapping: unknown,
  name = "figures.csv",
): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([file], name, { type: "text/csv" }));
  if (mapping !== undefined)
    form.set("mapping", typeof mapping === "string" ? mapping : JSON.stringify(mapping));
  return call("/api/v1/uploads", { body: form });
}

export async function registerDistricts(codes: readonly string[] = ["01", "02"]): Promise<void> {
  const list = codes.map((code) => ({ code, name: `地区${code}` }));
  const response = await call(`/api/v1/municipalities/${SHIKA}/districts`, { method: "PUT", json: list });
  if (response.status !== 200) throw new Error(`districts: ${response.status} ${await response.text()}`);
}

export async function newToken(role: string, municipality = SHIKA): Promise<string> {
  const response = await call("/api/v1/tokens", { json: { label: `${role} of a test`, role, municipality } });
  return (await response.json<{ secret: string }>()).secret;
}

export type { Problem };

export const problemOf = (response: Response): Promise<Problem> => response.json<Problem>();

const HEADER = "全国地方公共団体コード,基準日,地区コード,人口,人口算出基準日,申請件数,交付枚数,保有枚数";

/** A small month of two districts; each row can be replaced. */
export function month(rows: Record<string, string> = {}, asOf = "2026-10-31"): string {
  const base: Record<string, string> = {
    "01": `${SHIKA},${asOf},01,1000,2026-01-01,900,850,800`,
    "02": `${SHIKA},${asOf},02,500,2026-01-01,400,380,350`,
  };
  return `${[HEADER, ...Object.values({ ...base, ...rows })].join("\r\n")}\r\n`;
}

/** Everything that an upload could leave behind: to show that a refusal left nothing. */
export async function ledgerState(): Promise<string> {
  const tables = [
    "municipality_states",
    "revisions",
    "statements",
    "districts",
    "district_maps",
    "uploads",
    "snapshot_editions",
    "releases",
    "idempotency_keys",
    "reference_imports",
    "reference_figures",
    "mappings",
    "town_settings",
  ];
  const states = [];
  for (const table of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    states.push([table, results]);
  }
  const { objects } = await env.OBJECTS.list();
  return JSON.stringify([states, objects.map((o) => o.key)]);
}
