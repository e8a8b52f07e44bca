import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { townMap } from "../../geojson-town.js";
import {
  call,
  freshDatabase,
  ledgerState,
  month,
  ORIGIN,
  registerDistricts,
  SHIKA,
  uploadCsv,
} from "../../worker/harness.js";

/** A made-up number with a right check digit, as people write it. */
const NUMBER = "983205673214";
const DRESSES = [
  NUMBER,
  "９８３２０５６７３２１４",
  "9832 0567 3214",
  "9832-0567-3214",
  "窓口で 983205673214 の方",
];

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  format?: string;
}
interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

const LIST = [{ code: "01", name: "北", kana: "きた", name_en: "North", area: "北部" }];

const WORDS = { ja: "町の窓口", easy: "まちの まどぐち", en: "The town's counter" };

/** A right body for every operation that takes JSON, and where its address needs one, an id. */
const BODIES: Record<string, unknown> = {
  "POST /api/v1/session": { token: "ikw_nobody", next: "/progress" },
  "POST /api/v1/tokens": { label: "集計", role: "reader", municipality: SHIKA },
  "PUT /api/v1/municipalities/{code}/districts": LIST,
  "PUT /api/v1/municipalities/{code}/mapping": {
    columns: { district: ["区", "町"] },
    constants: { municipality: SHIKA },
    register_districts: false,
  },
  "PUT /api/v1/municipalities/{code}/settings": {
    policy: {
      toldExactly: ["2026-09-30"],
      ages: ["0-14", "15+"],
      merges: [{ code: "m1", name: "東西", members: ["01", "02"] }],
    },
    publisher: WORDS,
    contact: WORDS,
    name_en: "Shika Town",
    apply: [WORDS],
    sessions: [{ date: "2026-12-01", time: "10:00～12:00", place: WORDS, what: WORDS }],
    frame_ancestors: ["https://town.example"],
  },
  "PUT /api/v1/municipalities/{code}/districts/successions": {
    successions: [{ on: "2026-11-30", from: ["01"], to: ["02"] }],
  },
  "PUT /api/v1/municipalities/{code}/districts.geojson": JSON.parse(townMap(["01"])),
  "POST /api/v1/releases": { municipality: SHIKA, through: "2026-10-31" },
  "POST /api/v1/releases/{id}/withdraw": { reason: "誤りがあったため" },
  "POST /api/v1/uploads": [{ 基準日: "2026-10-31", 備考: "" }],
};

/** Where a text of this name may hold anything and is kept nowhere: signing in looks a token up by its digest. */
const KEPT_NOWHERE = new Set(["POST /api/v1/session next", "POST /api/v1/session token"]);

/** Other keys of a map are dropped unread; test/worker/district-map/refusals.test.ts shows that nothing of them is kept. */
const DROPS_KEYS = new Set(["PUT /api/v1/municipalities/{code}/districts.geojson"]);

/** The places of a schema that take a text of the caller's own words, as `a.*.b`. */
function textFields(document: Document, schema: Schema, at = ""): string[] {
  const whole = schema.$ref ? document.components.schemas[schema.$ref.split("/").at(-1)!]! : schema;
  if (whole.enum || whole.const !== undefined || whole.format === "binary") return [];
  const below = (step: string, part: Schema) =>
    textFields(document, part, at === "" ? step : `${at}.${step}`);
  const { additionalProperties: others } = whole;
  return [
    ...(whole.anyOf ?? []).flatMap((part) => textFields(document, part, at)),
    ...Object.entries(whole.properties ?? {}).flatMap(([name, part]) => below(name, part)),
    ...(typeof others === "object" ? below("*", others) : []),
    ...(whole.items ? below("*", whole.items) : []),
    ...([whole.type].flat().includes("string") ? [at] : []),
  ];
}

/** Every leaf of a body that is a text, and every key of a record, by its path. */
function leaves(value: unknown, at: string[] = []): string[][] {
  if (typeof value === "string") return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...at, key]));
}

function planted(value: unknown, [step, ...rest]: string[], text: string): unknown {
  if (step === undefined) return text;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[step] = planted(copy[step], rest, text);
  return copy;
}

async function operations(): Promise<[line: string, fields: string[]][]> {
  const document = await (await call("/api/v1/openapi.json")).json<Document>();
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]): [string, string[]][] => {
      const schema = requestBody?.content["application/json"]?.schema;
      if (!schema) return [];
      return [[`${method.toUpperCase()} ${path}`, [...new Set(textFields(document, schema))]]];
    }),
  );
}

async function send(line: string, body: unknown, release: string): Promise<Response> {
  const [method, path] = line.split(" ") as [string, string];
  // Signing in takes no request from elsewhere.
  const headers = { origin: ORIGIN };
  return call(path.replace("{code}", SHIKA).replace("{id}", release), { method, json: body, headers });
}

beforeAll(freshDatabase);

describe("every text that the API takes", () => {
  it("is known to this test: each operation with a JSON body has one here, each of its texts is filled", async () => {
    const found = await operations();
    expect(found.map(([line]) => line).toSorted()).toEqual(Object.keys(BODIES).toSorted());
    for (const [line, fields] of found) {
      const filled = leaves(BODIES[line]).map((path) => path.join("."));
      for (const field of fields) {
        const pattern = new RegExp(`^${field.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}(\\.\\d+)?$`);
        expect(
          filled.some((path) => pattern.test(path)),
          `${line}: ${field}`,
        ).toBe(true);
      }
    }
  });
});

describe.each(Object.keys(BODIES))("%s", (line) => {
  let release: string;
  beforeEach(async () => {
    await freshDatabase();
    await registerDistricts();
    await uploadCsv(month());
    const drafted = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
    release = (await drafted.json<{ release: { id: string } }>()).release.id;
    await call(`/api/v1/releases/${release}/publish`, { method: "POST" });
  });

  it("refuses a personal number in any text and as any key, keeps nothing and repeats nothing", async () => {
    const before = await ledgerState();
    const body = BODIES[line];
    const keyed = Array.isArray(body)
      ? [{ ...(body[0] as object), [NUMBER]: "1" }]
      : { ...(body as object), [NUMBER]: "1" };
    const wrong: [place: string, body: unknown][] = [
      ...(DROPS_KEYS.has(line) ? [] : [["a key", keyed] as [string, unknown]]),
      ...leaves(body).flatMap((path) =>
        DRESSES.map((text): [string, unknown] => [path.join("."), planted(body, path, text)]),
      ),
    ];
    for (const [place, sent] of wrong) {
      const response = await send(line, sent, release);
      const answer = await response.text();
      const repeated = DRESSES.filter((dress) => answer.includes(dress));
      expect([place, repeated]).toEqual([place, []]);
      if (KEPT_NOWHERE.has(`${line} ${place}`)) continue;
      expect([400, 401, 422], `${place}: ${response.status}`).toContain(response.status);
    }
    expect(await ledgerState()).toBe(before);
  });
});

describe("an address that holds a personal number", () => {
  it.each([
    `/api/v1/uploads/${NUMBER}`,
    `/api/v1/releases/${NUMBER}`,
    `/api/v1/uploads/${encodeURIComponent(DRESSES[1]!)}`,
    `/api/v1/municipalities/${NUMBER}/districts`,
    `/api/v1/figures.csv?municipality=${NUMBER}`,
    `/open-data/${SHIKA}/releases/${NUMBER}/figures.csv`,
    `/nowhere/${NUMBER}`,
  ])("%s is not repeated", async (path) => {
    const response = await call(path);
    expect([400, 404, 405]).toContain(response.status);
    const answer = await response.text();
    for (const dress of DRESSES) {
      expect(answer).not.toContain(dress);
      expect(answer).not.toContain(encodeURIComponent(dress));
    }
  });
});
