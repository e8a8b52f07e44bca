import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { openAPIRouteHandler } from "hono-openapi";
import type { AppEnv } from "./app-env.js";
import { parseSettings } from "../env.js";
import { documentation, documentSchema } from "./documentation.js";
import { operation } from "./openapi.js";
import { limitBody } from "./limit-body.js";
import { notFound, onError } from "./problem.js";
import { catalogue } from "../routes/catalogue.js";
import { charts } from "../routes/charts.js";
import { districtMap } from "../routes/district-map.js";
import { districts } from "../routes/districts.js";
import { embed } from "../routes/embed.js";
import { figures } from "../routes/figures.js";
import { health } from "../routes/health.js";
import { openData } from "../routes/open-data.js";
import { mapping } from "../routes/mapping.js";
import { pages } from "../routes/pages.js";
import { referencePage } from "../routes/reference-page.js";
import { referenceSeries } from "../routes/reference-series.js";
import { releases } from "../routes/releases.js";
import { residents } from "../routes/residents.js";
import { session } from "../routes/session.js";
import { settings } from "../routes/settings.js";
import { snapshots } from "../routes/snapshots.js";
import { template } from "../routes/template.js";
import { successions } from "../routes/successions.js";
import { tokens } from "../routes/tokens.js";
import { uploads } from "../routes/uploads.js";
import { methodNotAllowed } from "./method-not-allowed.js";
import { security } from "./security.js";

/** What a test may set: the clock and the ids. */
export interface Services {
  now: () => Date;
  newId: AppEnv["Variables"]["newId"];
}

const SERVICES: Services = {
  now: () => new Date(),
  newId: (prefix) => `${prefix}_${crypto.randomUUID().replaceAll("-", "")}`,
};

/** The whole of the HTTP side: middleware, one small app a resource, the one error handler. */
export function createApp(services: Services = SERVICES) {
  const app = new Hono<AppEnv>();
  // An id that a caller sends could carry anything into the log: ours alone.
  app.use(requestId({ headerName: "" }));
  app.use(async (c, next) => {
    c.set("settings", parseSettings(c.env));
    c.set("now", services.now);
    c.set("newId", services.newId);
    await next();
  });
  app.use(security);
  app.use("/api/*", limitBody);
  const resources = [
    health,
    session,
    tokens,
    uploads,
    template,
    mapping,
    settings,
    figures,
    districts,
    successions,
    districtMap,
    referenceSeries,
    snapshots,
    releases,
  ];
  for (const resource of resources) app.route("/api/v1", resource);
  app.route("/", openData);
  app.route("/", catalogue);
  app.route("/", charts);
  app.route("/", embed);
  app.get(
    "/api/v1/openapi.json",
    operation({
      tag: "service",
      summary: "This document",
      role: null,
      responses: { 200: { description: "OpenAPI 3.1", schema: documentSchema } },
    }),
    // figures.csv and the like are routes here, not static files.
    openAPIRouteHandler(app, { documentation, excludeStaticFile: false }),
  );
  app.route("/", referencePage);
  app.route("/", residents);
  app.route("/", pages);
  app.all(
    "*",
    methodNotAllowed(() => app.routes),
  );
  app.onError(onError);
  app.notFound(notFound);
  return app;
}
