import { beforeAll, describe, expect, it } from "vitest";
import { app, call, freshDatabase } from "../../worker/harness.js";

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, { content?: Record<string, unknown> }> }>
  >;
  components: { schemas: Record<string, unknown> };
}

/** Pages and their files are for browsers; every other route is a promise to programs. */
const ROUTES = [
  ...new Set(
    app.routes
      .filter(
        (r) =>
          r.method !== "ALL" && /^\/(api\/v1|open-data|charts|embed\/:municipality)\/|^\/embed$/.test(r.path),
      )
      .map((r) => `${r.method} ${r.path}`),
  ),
];

describe("the OpenAPI document", () => {
  let document: Document;
  beforeAll(async () => {
    await freshDatabase();
    document = await (await call("/api/v1/openapi.json", { token: null })).json<Document>();
  });

  it.each(ROUTES)("describes %s", (line) => {
    const [method, path] = line.split(" ") as [string, string];
    const operation = document.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
    expect(operation?.summary).toBeTruthy();
    expect(operation!.responses["default"]!.content).toHaveProperty(["application/problem+json"]);
  });

  it("describes no route that there is not", () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(described.toSorted()).toEqual(ROUTES.toSorted());
  });

  it("is OpenAPI 3.1 and resolves every reference in itself", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map((m) => m[1]!);
    expect(references.length).toBeGreaterThan(0);
    for (const name of new Set(references)) expect(document.components.schemas).toHaveProperty(name);
  });
});
