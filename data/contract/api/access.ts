import { z } from "zod";
import { ROLES } from "../page-context.js";
import { municipalityCode } from "../schema.js";
import { pageOf } from "./page.js";

const roleSchema = z.enum(ROLES);

/** Who is signed in. */
export const sessionSchema = z
  .object({ actor: z.string(), role: roleSchema, municipality: z.string() })
  .meta({ id: "Session" });

export const signInSchema = z.object({
  token: z.string().min(1).max(200),
  next: z.string().max(500).optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** A token as it may be shown: everything but its secret. */
export const tokenSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    role: roleSchema,
    municipality: z.string(),
    created_at: z.string(),
    created_by: z.string(),
    revoked_at: z.string().nullable(),
  })
  .meta({ id: "Token" });
export type TokenRecord = z.infer<typeof tokenSchema>;

export const newTokenSchema = z.strictObject({
  label: z.string().trim().min(1).max(100).meta({ description: "What it is for; no person's name" }),
  role: roleSchema,
  municipality: z
    .union([municipalityCode, z.literal("*")])
    .meta({ description: "A municipality's code, or * for all" }),
});

export const createdTokenSchema = z.object({ token: tokenSchema, secret: z.string() });
export type CreatedToken = z.infer<typeof createdTokenSchema>;
export const tokenListSchema = pageOf("tokens", tokenSchema);

/** What can be written: every write leaves one line in the audit log. */
const actions = [
  "upload.accepted",
  "upload.taken_back",
  "districts.replaced",
  "district_map.replaced",
  "district_map.removed",
  "successions.saved",
  "mapping.saved",
  "mapping.removed",
  "settings.saved",
  "reference.imported",
  "release.drafted",
  "release.published",
  "release.withdrawn",
  "token.created",
  "token.revoked",
  "session.opened",
  "session.closed",
] as const;

export const auditEntrySchema = z
  .object({
    at: z.string(),
    actor: z.string(),
    action: z.enum(actions),
    municipality: z.string().nullable(),
    target: z.string().meta({ description: "The id of what was written" }),
    digest: z.string().nullable().meta({ description: "SHA-256 of what was written, where it has one" }),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditLogSchema = pageOf("entries", auditEntrySchema);
