import { Hono } from "hono";
import {
  auditLogSchema,
  createdTokenSchema,
  newTokenSchema,
  tokenListSchema,
} from "../../data/contract/api/access.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import { createToken, listTokens } from "../access/tokens.js";
import type { AppEnv } from "../http/app-env.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { auditLine, listAudit } from "../ledger/audit-log.js";
import { checked, operation } from "../http/openapi.js";
import { pageQuery, paged } from "../http/paging.js";
import { Refusal } from "../refusal.js";

export const tokens = new Hono<AppEnv>()
  .post(
    "/tokens",
    operation({
      tag: "access",
      summary: "Create a token; its secret is shown this once",
      role: "admin",
      responses: {
        201: { description: "Created", schema: createdTokenSchema },
      },
    }),
    requireRole("admin"),
    checked("json", newTokenSchema),
    async (c) => {
      const wanted = c.req.valid("json");
      assertMunicipality(c, wanted.municipality);
      const finding = screenText(wanted.label);
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      const at = c.var.now().toISOString();
      const token = { id: c.var.newId("tok"), ...wanted, created_at: at, created_by: c.var.actor.id };
      const { secret, statement } = await createToken(c.env.DB, token);
      const municipality = wanted.municipality === "*" ? null : wanted.municipality;
      const entry = {
        at,
        actor: c.var.actor.id,
        action: "token.created",
        municipality,
        target: token.id,
        digest: null,
      } as const;
      await c.env.DB.batch([statement, auditLine(c.env.DB, entry)]);
      return c.json({ token: { ...token, revoked_at: null }, secret }, 201, { "cache-control": "no-store" });
    },
  )
  .get(
    "/tokens",
    operation({
      tag: "access",
      summary: "List tokens, without their secrets",
      role: "admin",
      responses: {
        200: {
          description: "Oldest first",
          schema: tokenListSchema,
        },
      },
    }),
    requireRole("admin"),
    checked("query", pageQuery),
    async (c) => {
      const { limit, after = 0 } = c.req.valid("query");
      const { items, next } = paged(
        c,
        await listTokens(c.env.DB, { municipality: c.var.actor.municipality, limit, after }),
        limit,
      );
      return c.json({ tokens: items, next });
    },
  )
  .delete(
    "/tokens/:id",
    operation({
      tag: "access",
      summary: "Revoke a token; its sessions end with it",
      role: "admin",
      responses: { 204: { description: "Revoked; also if it was before" } },
    }),
    requireRole("admin"),
    async (c) => {
      const id = c.req.param("id");
      const at = c.var.now().toISOString();
      const found = await c.env.DB.prepare("SELECT municipality, revoked_at FROM tokens WHERE id = ?")
        .bind(id)
        .first<{ municipality: string; revoked_at: string | null }>();
      if (!found) throw new Refusal("not_found", { ja: "そのトークンはありません", en: "No such token" });
      assertMunicipality(c, found.municipality);
      if (found.revoked_at === null) {
        await c.env.DB.batch([
          c.env.DB.prepare("UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL").bind(
            at,
            id,
          ),
          auditLine(c.env.DB, {
            at,
            actor: c.var.actor.id,
            action: "token.revoked",
            municipality: null,
            target: id,
            digest: null,
          }),
        ]);
      }
      return c.body(null, 204);
    },
  )
  .get(
    "/audit-log",
    operation({
      tag: "access",
      summary: "Who wrote what, and when",
      role: "admin",
      responses: {
        200: {
          description: "Oldest first",
          schema: auditLogSchema,
        },
      },
    }),
    requireRole("admin"),
    checked("query", pageQuery),
    async (c) => {
      const { limit, after = 0 } = c.req.valid("query");
      const { items, next } = paged(
        c,
        await listAudit(c.env.DB, { municipality: c.var.actor.municipality, limit, after }),
        limit,
      );
      return c.json({ entries: items, next });
    },
  );
