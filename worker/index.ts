import { createApp } from "./http/app.js";
import type { Env } from "./env.js";
import { keepHouse } from "./keep-house.js";

export { ReleaseMaker } from "./releases/release-job.js";

const app = createApp();

export default {
  fetch: app.fetch,
  async scheduled(_controller, env, ctx) {
    ctx.waitUntil(keepHouse(env, new Date()));
  },
} satisfies ExportedHandler<Env>;
