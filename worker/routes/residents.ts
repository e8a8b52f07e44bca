import { Hono } from "hono";
import type { AppEnv } from "../http/app-env.js";
import { residentPage } from "../pages/resident-page.js";

/** What residents read: the front page and 数字のよみかた. */
export const residents = new Hono<AppEnv>()
  .get("/", (c) => residentPage(c, "page"))
  .get("/reading", (c) => residentPage(c, "reading"));
