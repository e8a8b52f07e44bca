import { Hono } from "hono";
import { z } from "zod";
import type { AppEnv } from "../http/app-env.js";
import { operation } from "../http/openapi.js";

const healthSchema = z.object({ status: z.literal("ok") });

export const health = new Hono<AppEnv>().get(
  "/health",
  operation({
    tag: "service",
    summary: "Whether the Worker and its database answer",
    role: null,
    responses: { 200: { description: "They do", schema: healthSchema } },
  }),
  async (c) => {
    await c.env.DB.prepare("SELECT 1 FROM municipality_states LIMIT 1").first();
    return c.json({ status: "ok" as const }, 200, { "cache-control": "no-store" });
  },
);
