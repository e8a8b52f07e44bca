import { describeRoute, resolver, validator as validate } from "hono-openapi";
import type { z } from "zod";
import { problemSchema } from "../../data/contract/api/problem.js";
import type { Role } from "../../data/contract/page-context.js";
import { screenText } from "../intake/screen.js";
import { Refusal } from "../refusal.js";

export interface Operation {
  tag: "figures" | "uploads" | "releases" | "open data" | "access" | "service";
  summary: string;
  description?: string;
  /** Null: anyone. */
  role: Role | null;
  /** Status → what it means, with the schema of a JSON body or the media type of another. */
  responses: Record<number, { description: string; schema?: z.ZodType; media?: string }>;
  body?: Record<string, { schema?: z.ZodType; description?: string }>;
}

const declared = new WeakMap<object, Operation>();

/** What a handler of the app declares; undefined for one that is no description. */
export const operationOf = (handler: object): Operation | undefined => declared.get(handler);

/** Describes a route in the OpenAPI document; errors are the same everywhere and added here. */
export function operation(described: Operation) {
  const { tag, summary, description, role, responses, body } = described;
  const handler = describeRoute({
    tags: [tag],
    summary,
    ...(description && { description }),
    security: role ? [{ token: [] }, { session: [] }] : [],
    ...(body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          Object.entries(body).map(([media, { schema }]) => [
            media,
            { schema: schema ? resolver(schema) : { type: "string" as const } },
          ]),
        ),
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, { description: text, schema, media }]) => [
          status,
          {
            description: text,
            ...(schema && { content: { [media ?? "application/json"]: { schema: resolver(schema) } } }),
            ...(!schema && media && { content: { [media]: { schema: { type: "string" as const } } } }),
          },
        ]),
      ),
      default: {
        description: role ? `A problem; the role ${role} is needed` : "A problem",
        content: { "application/problem+json": { schema: resolver(problemSchema) } },
      },
    },
  });
  declared.set(handler, described);
  return handler;
}

/** Checks a part of the request; what does not fit is one problem that names every field. */
export function checked<T extends "query" | "json" | "param", S extends z.ZodType>(target: T, schema: S) {
  return validate(target, schema, (result) => {
    if (result.success) return;
    // An unknown key is named in path and message: where it looks personal, neither is repeated.
    const fields = result.error.map((e) => {
      const path = (e.path ?? []).map((p) => String(typeof p === "object" ? p.key : p)).join(".");
      return {
        field: path === "" || screenText(path) ? target : path,
        message: screenText(e.message) ? "Unrecognized key" : e.message,
      };
    });
    const names = fields.map((f) => f.field).join(", ");
    throw new Refusal(
      "invalid_request",
      { ja: `次の項目を確かめてください: ${names}`, en: `Check these: ${names}` },
      { members: { fields } },
    );
  });
}
