import { beforeEach, describe, expect, it } from "vitest";
import {
  call,
  clock,
  env,
  freshDatabase,
  month,
  newToken,
  problemOf,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "../harness.js";

const PATH = `/api/v1/municipalities/${SHIKA}/districts/successions`;
const draft = (through: string) => call("/api/v1/releases", { json: { municipality: SHIKA, through } });
const say = (successions: unknown, token?: string) =>
  call(PATH, { method: "PUT", json: { successions }, ...(token && { token }) });
const publish = async (response: Response) => {
  const { release } = await response.json<{ release: { id: string } }>();
  return call(`/api/v1/releases/${release.id}/publish`, { method: "POST" });
};
const row = (asOf: string, code: string) => `${SHIKA},${asOf},${code},500,2026-01-01,400,380,350`;
const send = (text: string) => uploadCsv(text, "/api/v1/uploads?accept_warnings=true");
interface Row {
  as_of: string;
  kind: string;
  place: string;
  issued: number;
}
const latestRows = async () =>
  (await (await call(`/open-data/${SHIKA}/latest/tables.json`, { token: null })).json<{ rows: Row[] }>())
    .rows;

beforeEach(async () => {
  await freshDatabase();
  clock.now = new Date("2026-12-05T03:00:00Z");
  await registerDistricts(["01", "02"]);
  await send(month());
});

/** November calls district 02 by the code 90. */
const renamed = async () => {
  await registerDistricts(["01", "02", "90"]);
  await send(month({ "02": row("2026-11-30", "90") }, "2026-11-30"));
};

describe("districts whose codes change", () => {
  it("block a publication until somebody says whose people they have", async () => {
    expect((await publish(await draft("2026-10-31"))).status).toBe(200);
    await renamed();
    const blocked = await draft("2026-11-30");
    expect(blocked.status).toBe(409);
    expect(await problemOf(blocked)).toMatchObject({
      code: "open_succession",
      succession: {
        gone: [{ code: "02", name: "地区02" }],
        come: [{ code: "90", name: "地区90" }],
        ended: [],
        on: { "90": "2026-11-30" },
      },
    });
    const answer = [{ on: "2026-11-30", from: ["02"], to: ["90"] }];
    expect((await say(answer)).status).toBe(200);
    expect(await (await call(PATH)).json()).toEqual({ successions: answer });
    const before = (await latestRows()).find((r) => r.place === "02");
    const next = await draft("2026-11-30");
    expect(next.status).toBe(201);
    expect((await publish(next)).status).toBe(200);
    const after = (await latestRows()).filter((r) => r.place === "90");
    expect(after.map((r) => r.as_of)).toEqual(["2026-10-31", "2026-11-30"]);
    expect(after[0]!.issued).toBe(before!.issued);
  });

  it("cannot be said otherwise once a release rests on it", async () => {
    await renamed();
    await say([{ on: "2026-11-30", from: ["02"], to: ["90"] }]);
    await publish(await draft("2026-11-30"));
    const otherwise = await say([{ on: "2026-11-30", from: [], to: ["90"] }]);
    expect(otherwise.status).toBe(409);
    expect(await problemOf(otherwise)).toMatchObject({ code: "succession_published" });
    await registerDistricts(["01", "02", "90", "91"]);
    const more = [
      { on: "2026-11-30", from: ["02"], to: ["90"] },
      { on: "2027-04-01", from: ["90"], to: ["90", "91"] },
    ];
    expect((await say(more)).status).toBe(200);
  });

  it("are refused, all faults at once, where two districts would have the same people", async () => {
    await registerDistricts(["01", "02", "90"]);
    const wrong = await say([
      { on: "2026-11-30", from: ["02"], to: ["90"] },
      { on: "2026-11-30", from: ["02"], to: ["77"] },
    ]);
    expect(wrong.status).toBe(409);
    expect(await problemOf(wrong)).toMatchObject({
      code: "wrong_successions",
      faults: [
        { index: 1, code: "02", kind: "ended" },
        { index: 1, code: "77", kind: "unknown" },
      ],
    });
  });

  it("are said by a publisher of the town alone, in an order of their dates, without personal data", async () => {
    expect((await say([], await newToken("uploader"))).status).toBe(403);
    expect((await say([], await newToken("publisher", "172073"))).status).toBe(403);
    expect((await say([{ on: "2026-11-30", from: [], to: [] }])).status).toBe(400);
    expect((await say([{ on: "2026-11-30", from: ["02"], to: ["9832 0567 3214"] }])).status).toBe(400);
    await registerDistricts(["01", "02", "90"]);
    const saved = await say([
      { on: "2027-04-01", from: ["01"], to: [] },
      { on: "2026-11-30", from: ["02"], to: ["90"] },
    ]);
    const { successions } = await saved.json<{ successions: { on: string }[] }>();
    expect(successions.map((s) => s.on)).toEqual(["2026-11-30", "2027-04-01"]);
    const log = await env.DB.prepare("SELECT action FROM audit_log ORDER BY seq DESC LIMIT 1").first<string>(
      "action",
    );
    expect(log).toBe("successions.saved");
  });
});
