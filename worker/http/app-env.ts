import type { Context } from "hono";
import type { Actor } from "../access/role.js";
import type { Env, Settings } from "../env.js";

/** What every handler finds in its context. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    settings: Settings;
    /** The clock; injected, so that a test can set it. */
    now: () => Date;
    /** A new id with a prefix that says of what: `upl_…`, `rel_…`, `tok_…`. */
    newId: (prefix: "upl" | "rel" | "tok") => string;
    /** Set by requireRole; routes without it must not read it. */
    actor: Actor;
  };
}

export type AppContext = Context<AppEnv>;
