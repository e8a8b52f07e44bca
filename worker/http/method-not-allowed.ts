import type { Handler } from "hono";
import type { RouterRoute } from "hono/types";
import { Refusal } from "../refusal.js";
import type { AppEnv } from "./app-env.js";
import { notFound } from "./problem.js";

/** Answers what no route took: 405 with Allow where the address knows other methods, else 404. */
export function methodNotAllowed(routes: () => readonly RouterRoute[]): Handler<AppEnv> {
  return (c) => {
    const { pathname } = new URL(c.req.url);
    const allowed = new Set(
      routes()
        .filter((r) => r.method !== "ALL" && !r.path.includes("*") && pattern(r.path).test(pathname))
        .map((r) => r.method),
    );
    if (allowed.size === 0 || allowed.has(c.req.method)) return notFound(c);
    const allow = [...allowed].sort().join(", ");
    throw new Refusal(
      "method_not_allowed",
      { ja: `使える操作: ${allow}`, en: `Allowed: ${allow}` },
      { headers: { allow } },
    );
  };
}

const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/:[A-Za-z]+/g, "[^/]+")}$`);
