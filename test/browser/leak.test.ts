import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorker } from "../../scripts/dev-server.js";
import { findFreePort } from "../../scripts/ports.js";
import { PROJECT_ROOT } from "../../scripts/run-tool.js";
import type { RunningWorker } from "../../scripts/server-process.js";
import { migrateDatabase } from "../../scripts/start/migrate-database.js";

/** A made-up number with a right check digit, and the number of a town hall (法人番号), which is nobody's secret. */
const NUMBER = "983205673214";
const CORPORATE_NUMBER = "7000020173843";
const TOKEN = "ikw_token-of-the-leak-test";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** The number as people write it. */
const DRESSES = [
  NUMBER,
  wide(NUMBER),
  "9832 0567 3214",
  "9832-0567-3214",
  wide("9832　0567　3214"),
  "983205 673214",
];

const HEADER = "全国地方公共団体コード,基準日,地区コード,人口,人口算出基準日,申請件数,交付枚数,保有枚数";
const ROW = "173843,2026-10-31,01,1000,2026-01-01,900,850,800";
const csv = (header: string, ...rows: string[]) => `${[header, ...rows].join("\r\n")}\r\n`;

let state: string;
let port: number;
let worker: RunningWorker | undefined;

const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`${worker!.url}/api/v1${path}`, {
    ...init,
    headers: { authorization: `Bearer ${TOKEN}`, ...init.headers },
  });
const send = (body: BodyInit, type: string, path = "/uploads", headers: Record<string, string> = {}) =>
  call(path, { method: "POST", body, headers: { "content-type": type, ...headers } });
const json = (method: string, path: string, body: unknown) =>
  call(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });

function form(name: string, mapping?: string): FormData {
  const parts = new FormData();
  parts.set("file", new File([csv(HEADER, ROW)], name, { type: "text/csv" }));
  if (mapping !== undefined) parts.set("mapping", mapping);
  return parts;
}

const multipart = (body: FormData) => call("/uploads", { method: "POST", body });

const workbook = async (...sheets: Parameters<typeof writeXlsx>[0]["sheets"]) =>
  new Uint8Array(await writeXlsx({ sheets }));
const MONTH = [HEADER.split(","), [173843, "2026-10-31", "01", 1000, "2026-01-01", 900, 850, 800]];

/** Full-width digits in CP932: 0x82 0x4f is ０. */
const cp932 = (digits: string): Buffer =>
  Buffer.concat([...digits].map((digit) => Buffer.from([0x82, 0x4f + Number(digit)])));

type Attempt = [what: string, status: number, send: (dress: string) => Promise<Response>];

/** Every way in, with the answer that it must have; `dress` is the number as somebody wrote it. */
const ATTEMPTS: readonly Attempt[] = [
  ["a cell", 422, (d) => send(csv(`${HEADER},備考`, `${ROW},${d}`), "text/csv")],
  ["a quoted cell", 422, (d) => send(csv(`${HEADER},備考`, `${ROW},"番号は\n${d} です"`), "text/csv")],
  ["a header", 422, (d) => send(csv(`${HEADER},${d}`, `${ROW},1`), "text/csv")],
  ["a title above the header", 422, (d) => send(csv(`${d},,,,,,,`, HEADER, ROW), "text/csv")],
  ["a cell of JSON", 422, (d) => send(JSON.stringify([{ 備考: d }]), "application/json")],
  ["a key of JSON", 422, (d) => send(JSON.stringify([{ [d]: 1 }]), "application/json")],
  ["a line of NDJSON", 422, (d) => send(`${JSON.stringify({ 備考: d })}\n`, "application/x-ndjson")],
  [
    "a cell of a workbook",
    422,
    async (d) => send(await workbook({ name: "数字", rows: [...MONTH, [null, null, d]] }), XLSX),
  ],
  ["a sheet's name", 422, async (d) => send(await workbook({ name: d, rows: MONTH }), XLSX)],
  [
    "another sheet",
    422,
    async (d) => send(await workbook({ name: "数字", rows: MONTH }, { name: "控え", rows: [[d]] }), XLSX),
  ],
  ["a mapping's constant", 400, (d) => multipart(form("a.csv", JSON.stringify({ constants: { area: d } })))],
  ["a mapping's column", 400, (d) => multipart(form("a.csv", JSON.stringify({ columns: { area: d } })))],
  ["a saved mapping", 400, (d) => json("PUT", "/municipalities/173843/mapping", { constants: { area: d } })],
  ["a mapping in escapes", 400, (d) => multipart(form("a.csv", escaped({ constants: { area: d } })))],
  ["a file's name", 400, (d) => multipart(form(`${d}.csv`))],
  ["a query", 400, (d) => send(csv(HEADER, ROW), "text/csv", `/uploads?dry_run=${encodeURIComponent(d)}`)],
  ["a query for figures", 400, (d) => call(`/figures.csv?municipality=${encodeURIComponent(d)}`)],
  [
    "a district's name",
    422,
    (d) => json("PUT", "/municipalities/173843/districts", [{ code: "01", name: d }]),
  ],
  [
    "a district's code",
    422,
    (d) => json("PUT", "/municipalities/173843/districts", [{ code: d, name: "北" }]),
  ],
  [
    "a district's area, as CSV",
    422,
    (d) =>
      call("/municipalities/173843/districts", {
        method: "PUT",
        body: csv("code,name,area", `01,北,${d}`),
        headers: { "content-type": "text/csv" },
      }),
  ],
  ["a token's label", 400, (d) => json("POST", "/tokens", { label: d, role: "reader", municipality: "*" })],
  ["a withdrawal's reason", 400, (d) => json("POST", "/releases/rel_x/withdraw", { reason: d })],
  [
    "a table of the ministry",
    422,
    (d) => send(csv("区分,人口", `全国,${d}`), "text/csv", "/reference-series"),
  ],
  ["a token to sign in with", 401, (d) => signIn({ token: d })],
];

/** Every character as a JSON escape. */
function escaped(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\d０-９]/g,
    (digit) => `\\u${digit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const signIn = (body: unknown) =>
  fetch(`${worker!.url}/api/v1/session`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", origin: worker!.url },
  });

// What a user's own start writes down is searched: `wrangler dev`, with its log.
beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "ikiwatari-leak-"));
  await migrateDatabase(state);
  port = await findFreePort();
  worker = await startWorker({ port, persistTo: state, vars: { ADMIN_TOKEN: TOKEN } });
  const list = await json("PUT", "/municipalities/173843/districts", [{ code: "01", name: "北" }]);
  if (list.status !== 200) throw new Error(`districts: ${list.status} ${await list.text()}`);
});
afterAll(async () => {
  await worker?.stop();
  rmSync(state, { recursive: true, force: true });
});

describe("a personal number", () => {
  it.each(ATTEMPTS)("in %s is refused: %d", async (_what, status, attempt) => {
    for (const dress of DRESSES) {
      const response = await attempt(dress);
      const answer = await response.text();
      expect([dress, response.status]).toEqual([dress, status]);
      for (const other of DRESSES) expect(answer).not.toContain(other);
    }
  });

  it("in a key that makes a request repeatable is refused", async () => {
    for (const [n, key] of [NUMBER, "9832-0567-3214"].entries()) {
      // A file that is not known yet: its key would be kept.
      const sent = csv(HEADER, ROW.replace("1000", String(1001 + n)));
      const response = await send(sent, "text/csv", "/uploads", { "idempotency-key": key });
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain(key);
    }
  });

  it("in CP932 is refused", async () => {
    const text = Buffer.concat([
      Buffer.from("municipality,"),
      cp932(NUMBER),
      Buffer.from("\r\n173843,1\r\n"),
    ]);
    const response = await send(new Uint8Array(text), "text/csv");
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("personal_number");
  });
});

describe("a town hall's own number", () => {
  it("raises nothing, in a column that is passed over", async () => {
    const sent = csv(`${HEADER},法人番号`, `${ROW},${CORPORATE_NUMBER}`);
    const response = await send(sent, "text/csv");
    expect(response.status).toBe(201);
    const { notes } = (await response.json()) as { notes: { code: string }[] };
    expect(notes.map((note) => note.code)).toContain("ignored_column");
  });
});

describe("what is left behind", () => {
  /** Every byte of the database, its write-ahead logs, the objects and the log. */
  const leftBehind = (): [name: string, bytes: Buffer][] => {
    const files = readdirSync(state, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const log = join(PROJECT_ROOT, ".wrangler", `dev-${port}.log`);
    return [...files, log].map((path) => [path, readFileSync(path)]);
  };
  const holding = (wanted: Buffer) =>
    leftBehind().flatMap(([name, bytes]) => (bytes.includes(wanted) ? [name] : []));

  it("is searched where the product writes: what was accepted is found there", () => {
    const found = holding(Buffer.from(CORPORATE_NUMBER));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((name) => name.includes("r2"))).toBe(true);
    // A district's name, in the database or in its write-ahead log.
    expect(holding(Buffer.from("北")).some((name) => /d1.*\.sqlite(-wal)?$/.test(name))).toBe(true);
    expect(holding(Buffer.from("/api/v1/uploads")).some((name) => name.endsWith(".log"))).toBe(true);
  });

  it("holds the number nowhere: not in UTF-8, UTF-16 or CP932, in digits of any width, whole or in groups", () => {
    const wanted = [
      ...DRESSES.flatMap((dress) => [Buffer.from(dress), Buffer.from(dress, "utf16le")]),
      ...DRESSES.map((dress) => Buffer.from(encodeURIComponent(dress))),
      cp932(NUMBER),
      // As a whole number of SQLite's, six or eight bytes.
      Buffer.from(BigInt(NUMBER).toString(16).padStart(12, "0"), "hex"),
    ];
    for (const bytes of wanted) expect(holding(bytes)).toEqual([]);
  });
});
