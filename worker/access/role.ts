import { ROLES, type Role } from "../../data/contract/page-context.js";

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

export const hasRole = (actual: Role, needed: Role): boolean =>
  ROLES.indexOf(actual) >= ROLES.indexOf(needed);

/** Whoever a request comes from, once that is proven. */
export interface Actor {
  /** What the ledger and the audit log call them: a token's id, never a person's name. */
  id: string;
  role: Role;
  /** A municipality's code, or * for all. */
  municipality: string;
  /** How they proved it; only a cookie needs the check against cross-site requests. */
  by: "token" | "session" | "access";
  /** SHA-256 of the token behind it, by which a session is opened; null for Cloudflare Access. */
  tokenSha256: string | null;
}

export const mayTouch = (actor: Actor, municipality: string): boolean =>
  actor.municipality === "*" || actor.municipality === municipality;
