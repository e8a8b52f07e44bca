import type { Role } from "../data/contract/page-context.js";
import { isMunicipalityCode } from "../data/contract/municipality-code.js";
import { isRole } from "./access/role.js";

/**
 * The bindings of wrangler.toml (worker-configuration.d.ts, which `wrangler types` writes) and the secret
 * ADMIN_TOKEN: in `.dev.vars` locally, by `wrangler secret put` deployed.
 */
export interface Env extends Cloudflare.Env {
  ADMIN_TOKEN?: string;
}

/** Cloudflare Access, where it is set up. */
export interface AccessSettings {
  teamDomain: string;
  audience: string;
  role: Role;
  municipality: string;
}

export interface Settings {
  defaultMunicipality: string;
  access: AccessSettings | null;
}

/** @throws Error naming the setting that is wrong; a Worker with a wrong setting answers nothing. */
export function parseSettings(env: Env): Settings {
  if (!isMunicipalityCode(env.DEFAULT_MUNICIPALITY)) {
    throw new Error("DEFAULT_MUNICIPALITY must be six digits with a right check digit");
  }
  return { defaultMunicipality: env.DEFAULT_MUNICIPALITY, access: parseAccess(env) };
}

function parseAccess(env: Env): AccessSettings | null {
  if (!env.ACCESS_TEAM_DOMAIN && !env.ACCESS_AUD) return null;
  if (!/^[a-z0-9-]+\.cloudflareaccess\.com$/.test(env.ACCESS_TEAM_DOMAIN) || !env.ACCESS_AUD) {
    throw new Error("ACCESS_TEAM_DOMAIN (NAME.cloudflareaccess.com) and ACCESS_AUD go together");
  }
  if (!isRole(env.ACCESS_ROLE)) throw new Error("ACCESS_ROLE must be reader, uploader, publisher or admin");
  const municipality = env.ACCESS_MUNICIPALITY;
  if (municipality !== "*" && !isMunicipalityCode(municipality)) {
    throw new Error("ACCESS_MUNICIPALITY must be * or a municipality's code");
  }
  return {
    teamDomain: env.ACCESS_TEAM_DOMAIN,
    audience: env.ACCESS_AUD,
    role: env.ACCESS_ROLE,
    municipality,
  };
}
