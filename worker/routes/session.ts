import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sessionSchema, signInSchema, type SignIn } from "../../data/contract/api/access.js";
import { assertSameOrigin, assertWithinLimit, identify, requireRole } from "../access/guard.js";
import { SESSION_COOKIE, closeSession, openSession } from "../access/sessions.js";
import { actorOfToken } from "../access/tokens.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { auditLine } from "../ledger/audit-log.js";
import { operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";

/** Where a form with a wrong token goes; fill-page.ts puts the words into the page. */
const SIGN_IN_FAILED = "/sign-in?problem=unauthenticated";

export const session = new Hono<AppEnv>()
  .post(
    "/session",
    operation({
      tag: "access",
      summary: "Sign a browser in with a token",
      description: "The answer sets an HttpOnly, SameSite=Strict cookie. A form is answered with a redirect.",
      role: null,
      body: {
        "application/json": { schema: signInSchema },
        "application/x-www-form-urlencoded": { schema: signInSchema },
      },
      responses: { 204: { description: "Signed in" }, 303: { description: "Signed in (form)" } },
    }),
    async (c) => {
      assertSameOrigin(c);
      await assertWithinLimit(c, c.env.SIGN_IN_LIMIT, c.req.header("cf-connecting-ip") ?? "local");
      const { token, next, isForm } = await readSignIn(c);
      const actor = await actorOfToken(c.env.DB, c.env.ADMIN_TOKEN, token);
      if (!actor?.tokenSha256) {
        // A form has no script to show a problem with: the page itself says it.
        if (isForm) return c.redirect(SIGN_IN_FAILED, 303);
        throw new Refusal("unauthenticated", {
          ja: "このトークンではサインインできません。写し間違いや取り消しがないか確かめてください",
          en: "This token does not sign you in; it may be mistyped or revoked",
        });
      }
      const now = c.var.now();
      const { secret, expiresAt } = await openSession(c.env.DB, actor.tokenSha256, now);
      await audit(c, actor.id, "session.opened");
      setCookie(c, SESSION_COOKIE, secret, {
        httpOnly: true,
        sameSite: "Strict",
        secure: new URL(c.req.url).protocol === "https:",
        path: "/",
        expires: expiresAt,
      });
      return isForm ? c.redirect(localPath(next), 303) : c.body(null, 204);
    },
  )
  .get(
    "/session",
    operation({
      tag: "access",
      summary: "Who is signed in",
      role: "reader",
      responses: { 200: { description: "Actor, role and municipality", schema: sessionSchema } },
    }),
    requireRole("reader"),
    (c) => {
      const { id, role, municipality } = c.var.actor;
      return c.json({ actor: id, role, municipality }, 200, { "cache-control": "no-store" });
    },
  )
  .delete(
    "/session",
    operation({
      tag: "access",
      summary: "Sign out",
      role: null,
      responses: { 204: { description: "Signed out; also where nobody was signed in" } },
    }),
    async (c) => {
      await endSession(c);
      return c.body(null, 204);
    },
  )
  .post(
    "/session/end",
    operation({
      tag: "access",
      summary: "Sign out with a form: works before and without any script",
      role: null,
      responses: { 303: { description: "Signed out; back to a page of this site" } },
    }),
    async (c) => {
      await endSession(c);
      const { next } = await c.req.parseBody();
      return c.redirect(localPath(typeof next === "string" ? next : undefined), 303);
    },
  );

async function endSession(c: AppContext): Promise<void> {
  assertSameOrigin(c);
  const cookie = getCookie(c, SESSION_COOKIE);
  if (cookie) {
    const actor = await identify(c);
    await closeSession(c.env.DB, cookie);
    if (actor) await audit(c, actor.id, "session.closed");
  }
  deleteCookie(c, SESSION_COOKIE, { path: "/" });
}

async function readSignIn(c: AppContext): Promise<SignIn & { isForm: boolean }> {
  const isForm = !(c.req.header("content-type") ?? "").startsWith("application/json");
  const parsed = signInSchema.safeParse(isForm ? await c.req.parseBody() : await readJson(c));
  if (parsed.success) return { ...parsed.data, isForm };
  throw new Refusal("invalid_request", { ja: "トークンを入力してください", en: "Give a token" });
}

async function readJson(c: AppContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    // Broken JSON names no token; the schema's refusal says so.
    return null;
  }
}

/** Only a path of this site: `//elsewhere` and `/\elsewhere` are other origins to a browser. */
function localPath(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%#]*$/.test(next) ? next : "/progress";
}

async function audit(
  c: AppContext,
  actor: string,
  action: "session.opened" | "session.closed",
): Promise<void> {
  const at = c.var.now().toISOString();
  await auditLine(c.env.DB, { at, actor, action, municipality: null, target: actor, digest: null }).run();
}
