import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { Role } from "../../data/contract/page-context.js";
import type { AppEnv, AppContext } from "../http/app-env.js";
import { Refusal } from "../refusal.js";
import { ACCESS_HEADER, actorOfAccess } from "./cloudflare-access.js";
import { hasRole, mayTouch, type Actor } from "./role.js";
import { SESSION_COOKIE, actorOfSession } from "./sessions.js";
import { actorOfToken } from "./tokens.js";

/** Who the request comes from; null for anyone. A bearer token that is wrong is refused, not ignored. */
export async function identify(c: AppContext): Promise<Actor | null> {
  const header = c.req.header("authorization");
  if (header !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(header)?.[1];
    const actor = secret && (await actorOfToken(c.env.DB, c.env.ADMIN_TOKEN, secret));
    if (!actor) throw unauthenticated();
    return actor;
  }
  const cookie = getCookie(c, SESSION_COOKIE);
  if (cookie) {
    const actor = await actorOfSession(c.env.DB, c.env.ADMIN_TOKEN, cookie, c.var.now());
    if (actor) return actor;
  }
  const jwt = c.req.header(ACCESS_HEADER);
  const { access } = c.var.settings;
  return jwt && access ? actorOfAccess(access, jwt) : null;
}

function unauthenticated(): Refusal {
  return new Refusal("unauthenticated", {
    ja: "トークンがないか、取り消されています。管理者に確かめてください",
    en: "No token, or one that was revoked; ask your administrator",
  });
}

/** Lets only actors of at least `role` through; writes are rate-limited and a browser's must come from this site. */
export function requireRole(role: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const actor = await identify(c);
    if (!actor) throw unauthenticated();
    if (!hasRole(actor.role, role)) {
      throw new Refusal("role_too_low", {
        ja: `この操作には ${role} の権限が要ります(いまは ${actor.role})`,
        en: `This needs the role ${role}; yours is ${actor.role}`,
      });
    }
    if (!["GET", "HEAD"].includes(c.req.method)) {
      if (actor.by !== "token") assertSameOrigin(c);
      await assertWithinLimit(c, c.env.WRITE_LIMIT, actor.id);
    }
    c.set("actor", actor);
    await next();
  };
}

/** @throws Refusal other_municipality */
export function assertMunicipality(c: AppContext, municipality: string): void {
  if (mayTouch(c.var.actor, municipality)) return;
  throw new Refusal("other_municipality", {
    ja: `このトークンは団体 ${c.var.actor.municipality} のものです`,
    en: `This token is bound to municipality ${c.var.actor.municipality}`,
  });
}

/** A browser sends Origin with every unsafe request; SameSite=Strict already keeps the cookie at home. */
export function assertSameOrigin(c: AppContext): void {
  const origin = c.req.header("origin");
  if (origin === new URL(c.req.url).origin) return;
  throw new Refusal("foreign_origin", {
    ja: "このサイトの画面から操作してください",
    en: "Send this from the site's own pages",
  });
}

export async function assertWithinLimit(c: AppContext, limit: RateLimit, key: string): Promise<void> {
  const { success } = await limit.limit({ key });
  if (success) return;
  throw new Refusal(
    "rate_limited",
    { ja: "1分ほど待ってください", en: "Wait about a minute" },
    { headers: { "retry-after": "60" } },
  );
}
