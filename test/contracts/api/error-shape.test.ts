import { beforeAll, describe, expect, it } from "vitest";
import { app, call, freshDatabase, newToken, type Problem } from "../../worker/harness.js";

/** Every address of the API with its methods, parameters filled with what cannot exist. */
const ROUTES = [
  ...new Set(
    app.routes
      .filter((r) => r.method !== "ALL" && /^\/(api\/v1|open-data)\//.test(r.path))
      .map((r) => `${r.method} ${r.path}`),
  ),
].map((line) => {
  const [method, path] = line.split(" ") as [string, string];
  return { method, path, address: path.replace(/:(municipality|code)/g, "000001").replace(/:\w+/g, "none") };
});

/** Open to anybody and free of parameters: they have nothing to refuse. */
const NEVER_REFUSE = new Set([
  "GET /api/v1/health",
  "GET /api/v1/openapi.json",
  "GET /open-data/",
  "GET /open-data/catalog.jsonld",
]);

async function expectProblem(response: Response, path: string): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = await response.json<Problem>();
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/api\/problems\/[a-z_]+$/),
    title: expect.stringMatching(/[ぁ-んァ-ン一-龠].* \/ [A-Z]/),
    status: response.status,
    detail: expect.stringMatching(/ \/ /),
    instance: path,
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  return problem;
}

beforeAll(freshDatabase);

describe("one error shape", () => {
  it("knows the routes it speaks of", () => expect(ROUTES.length).toBeGreaterThan(20));

  const refusing = ROUTES.filter((r) => !NEVER_REFUSE.has(`${r.method} ${r.path}`));
  it.each(refusing)("$method $path without a sign-in or with nonsense", async ({ method, address }) => {
    const hasBody = method === "POST" || method === "PUT";
    const response = await call(address, {
      method,
      token: null,
      ...(hasBody && { body: "{", headers: { "content-type": "application/json" } }),
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    await expectProblem(response, address);
  });

  it.each(refusing.filter((r) => r.path.startsWith("/api/")))(
    "$method $path with a wrong token",
    async ({ method, address }) => {
      const hasBody = method === "POST" || method === "PUT";
      const response = await call(address, { method, token: "ikw_wrong", ...(hasBody && { json: {} }) });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      await expectProblem(response, address);
    },
  );

  it.each(ROUTES)("$path answers PATCH with the methods it knows", async ({ address }) => {
    const response = await call(address, { method: "PATCH", token: null });
    const problem = await expectProblem(response, address);
    expect(problem.status).toBe(405);
    expect(response.headers.get("allow")).toMatch(/GET|POST|PUT|DELETE/);
  });

  it("names every field of a query that does not fit", async () => {
    const token = await newToken("reader");
    const response = await call("/api/v1/figures.csv?municipality=173840&from=yesterday", { token });
    const problem = (await expectProblem(response, "/api/v1/figures.csv")) as Problem & {
      fields: { field: string }[];
    };
    expect(problem.status).toBe(400);
    expect(problem.fields.map((f) => f.field)).toEqual(["municipality", "from"]);
  });
});
