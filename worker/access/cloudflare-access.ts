import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from "jose";
import type { AccessSettings } from "../env.js";
import type { Actor } from "./role.js";
import { sha256Hex } from "./secret.js";

export const ACCESS_HEADER = "cf-access-jwt-assertion";

const keySets = new Map<string, JWTVerifyGetKey>();

/** The team's public keys, kept for the life of the isolate; jose refetches them when a new key appears. */
function keysOf(teamDomain: string): JWTVerifyGetKey {
  const known = keySets.get(teamDomain);
  if (known) return known;
  const keys = createRemoteJWKSet(new URL(`https://${teamDomain}/cdn-cgi/access/certs`));
  keySets.set(teamDomain, keys);
  return keys;
}

/**
 * Who Cloudflare Access says the visitor is; null for a token that does not verify. The actor's id is
 * a hash of the subject: the mail address in the token is never read, stored or logged.
 * @param keys injected in tests; default: the team's published keys.
 */
export async function actorOfAccess(
  settings: AccessSettings,
  jwt: string,
  keys: JWTVerifyGetKey = keysOf(settings.teamDomain),
): Promise<Actor | null> {
  try {
    const { payload } = await jwtVerify(jwt, keys, {
      issuer: `https://${settings.teamDomain}`,
      audience: settings.audience,
      requiredClaims: ["sub", "exp"],
    });
    const id = `access-${(await sha256Hex(payload.sub!)).slice(0, 16)}`;
    return { id, role: settings.role, municipality: settings.municipality, by: "access", tokenSha256: null };
  } catch {
    // A token that does not verify is nobody's, whatever the reason; the caller answers 401.
    return null;
  }
}
