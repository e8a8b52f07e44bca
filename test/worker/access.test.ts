import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { actorOfAccess } from "../../worker/access/cloudflare-access.js";
import { ADMIN, ORIGIN, SHIKA, call, clock, env, freshDatabase, newToken, problemOf } from "./harness.js";

beforeEach(freshDatabase);

async function signIn(token: string): Promise<string> {
  const response = await call("/api/v1/session", {
    json: { token },
    token: null,
    headers: { origin: ORIGIN },
  });
  expect(response.status).toBe(204);
  const cookie = response.headers.get("set-cookie")!;
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
  return cookie.split(";")[0]!;
}

describe("a token", () => {
  it("is shown once and stored only as a hash", async () => {
    const secret = await newToken("reader");
    const { results } = await env.DB.prepare("SELECT * FROM tokens").all();
    expect(JSON.stringify(results)).not.toContain(secret);
    expect(await (await call("/api/v1/tokens")).text()).not.toContain(secret);
    expect(await (await call("/api/v1/session", { token: secret })).json()).toMatchObject({
      role: "reader",
      municipality: SHIKA,
    });
  });

  it("stops working when it is revoked, and its sessions with it", async () => {
    const secret = await newToken("reader");
    const cookie = await signIn(secret);
    const { tokens } = await (await call("/api/v1/tokens")).json<{ tokens: { id: string }[] }>();
    const whoAmI = () => call("/api/v1/session", { token: null, headers: { cookie } });
    expect((await whoAmI()).status).toBe(200);
    expect((await call(`/api/v1/tokens/${tokens[0]!.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await call("/api/v1/session", { token: secret })).status).toBe(401);
    expect((await whoAmI()).status).toBe(401);
  });

  it("of one town's administrator makes none for another town or for all", async () => {
    const admin = await newToken("admin");
    const json = (municipality: string) => ({ label: "x", role: "reader", municipality });
    expect((await call("/api/v1/tokens", { token: admin, json: json(SHIKA) })).status).toBe(201);
    expect((await call("/api/v1/tokens", { token: admin, json: json("172073") })).status).toBe(403);
    expect((await call("/api/v1/tokens", { token: admin, json: json("*") })).status).toBe(403);
    await newToken("reader", "172073");
    const seen = await (
      await call("/api/v1/tokens", { token: admin })
    ).json<{ tokens: { municipality: string }[] }>();
    expect(new Set(seen.tokens.map((t) => t.municipality))).toEqual(new Set([SHIKA]));
  });

  it("takes no label that holds personal data", async () => {
    const response = await call("/api/v1/tokens", {
      json: { label: "taro@example.jp", role: "reader", municipality: SHIKA },
    });
    expect(response.status).toBe(400);
  });
});

describe("a session", () => {
  it("ends when it is signed out and when it expires", async () => {
    const first = await signIn(ADMIN);
    const out = await call("/api/v1/session", {
      method: "DELETE",
      token: null,
      headers: { cookie: first, origin: ORIGIN },
    });
    expect(out.status).toBe(204);
    expect((await call("/api/v1/session", { token: null, headers: { cookie: first } })).status).toBe(401);

    const second = await signIn(ADMIN);
    clock.now = new Date(clock.now.getTime() + 13 * 3_600_000);
    expect((await call("/api/v1/session", { token: null, headers: { cookie: second } })).status).toBe(401);
  });

  it("ends with a form, too, which leads back to a page of this site", async () => {
    const cookie = await signIn(ADMIN);
    const body = new URLSearchParams({ next: "/progress?m=173843" }).toString();
    const headers = { cookie, origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };
    const out = await call("/api/v1/session/end", { token: null, body, headers });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/progress?m=173843"]);
    expect((await call("/api/v1/session", { token: null, headers: { cookie } })).status).toBe(401);
  });

  it("cannot write from another site", async () => {
    const cookie = await signIn(ADMIN);
    const json = { label: "x", role: "reader", municipality: SHIKA };
    const send = (headers: Record<string, string>) =>
      call("/api/v1/tokens", { json, token: null, headers: { cookie, ...headers } });
    expect((await problemOf(await send({}))).type).toBe("/api/problems/foreign_origin");
    expect((await problemOf(await send({ origin: "https://evil.test" }))).type).toBe(
      "/api/problems/foreign_origin",
    );
    expect((await send({ origin: ORIGIN })).status).toBe(201);
  });

  it("from a form goes on to a page of this site only", async () => {
    const post = (next: string) =>
      call("/api/v1/session", {
        token: null,
        body: new URLSearchParams({ token: ADMIN, next }).toString(),
        headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
      });
    const target = async (next: string) => (await post(next)).headers.get("location");
    expect(await target("/districts?m=173843")).toBe("/districts?m=173843");
    for (const foreign of ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)"]) {
      expect(await target(foreign)).toBe("/progress");
    }
  });
});

describe("a form without script", () => {
  it("is told of a wrong token by the page itself", async () => {
    const body = new URLSearchParams({ token: "ikw_wrong" }).toString();
    const headers = { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };
    const response = await call("/api/v1/session", { token: null, body, headers });
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      "/sign-in?problem=unauthenticated",
    ]);
    const page = await (await call("/sign-in?problem=unauthenticated", { token: null })).text();
    expect(page).toContain("このトークンではサインインできません");
    expect(await (await call("/sign-in", { token: null })).text()).not.toContain(
      "このトークンではサインインできません",
    );
  });
});

describe("Cloudflare Access", () => {
  it("lets in whoever its team signed for, without keeping a name", async () => {
    const settings = {
      teamDomain: "shika.cloudflareaccess.com",
      audience: "aud-1",
      role: "reader",
      municipality: SHIKA,
    } as const;
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] });
    const jwt = (audience: string) =>
      new SignJWT({ email: "taro@example.jp" })
        .setProtectedHeader({ alg: "RS256", kid: "k" })
        .setIssuer("https://shika.cloudflareaccess.com")
        .setAudience(audience)
        .setSubject("user-1")
        .setExpirationTime("5m")
        .sign(privateKey);
    const actor = await actorOfAccess(settings, await jwt("aud-1"), keys);
    expect(actor).toMatchObject({ role: "reader", municipality: SHIKA, by: "access" });
    expect(actor!.id).toMatch(/^access-[0-9a-f]{16}$/);
    expect(await actorOfAccess(settings, await jwt("another"), keys)).toBeNull();
    expect(await actorOfAccess(settings, "no.jwt.atall", keys)).toBeNull();
  });
});

describe("the audit log", () => {
  it("has a line for every write", async () => {
    await signIn(ADMIN);
    await newToken("reader");
    await call(`/api/v1/municipalities/${SHIKA}/districts`, {
      method: "PUT",
      json: [{ code: "01", name: "高浜" }],
    });
    const { entries } = await (await call("/api/v1/audit-log")).json<{ entries: { action: string }[] }>();
    expect(entries.map((e) => e.action)).toEqual(["session.opened", "token.created", "districts.replaced"]);
  });
});
