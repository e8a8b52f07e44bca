import { expect } from "vitest";
import { z } from "zod";
import { problemSchema } from "../../data/contract/api/problem.js";
import type { createApp } from "../../worker/http/app.js";
import { operationOf } from "../../worker/http/openapi.js";

type App = ReturnType<typeof createApp>;

/** The media type of whatever file is asked for: a file is no answer of the API, whatever is in it. */
const FILE = "application/octet-stream";

/**
 * The app, failing whoever calls it where a JSON answer is not exactly what its route declares to the OpenAPI
 * document: what the schema does not know, or would have to fill in, is a fault as much as what does not fit.
 */
export function heldToItsSchemas(app: App): App {
  const answer = app.fetch;
  app.fetch = async (request, ...rest) => {
    const response = await answer(request, ...rest);
    const media = response.headers.get("content-type")?.split(";")[0];
    if (response.body === null) return response;
    if (media === "application/problem+json") await expectExactly(problemSchema, request, response.clone());
    else if (media === "application/json" && response.ok)
      await expectExactly(schemaOf(app, request, response.status), request, response.clone());
    return response;
  };
  return app;
}

/** Null for a file. @throws Error where the route declares no schema for the status */
function schemaOf(app: App, { method, url }: Request, status: number): z.ZodType | null {
  const { pathname } = new URL(url);
  const [handlers] = app.router.match(method, pathname);
  const operation = handlers.map(([[handler]]) => operationOf(handler)).find((found) => found !== undefined);
  const response = operation?.responses[status];
  if (response?.schema) return response.schema;
  if (response?.media === FILE) return null;
  throw new Error(`${method} ${pathname} declares no schema for its answer ${status}`);
}

async function expectExactly(
  schema: z.ZodType | null,
  { method, url }: Request,
  response: Response,
): Promise<void> {
  if (schema === null) return;
  const body: unknown = await response.json();
  const parsed = schema.safeParse(body);
  const place = `${method} ${new URL(url).pathname} ${response.status}`;
  if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
  expect({ place, body: parsed.data }).toEqual({ place, body });
}
