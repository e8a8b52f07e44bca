import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { security } from "../../worker/http/security.js";

/** The headers of a rule of _headers, by their lower-case name. */
function rule(path: string): Record<string, string> {
  const text = readFileSync(fileURLToPath(new URL("../../scripts/site/_headers", import.meta.url)), "utf8");
  const lines = text.split(`\n${path}\n`)[1]!.split("\n");
  const own = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("  ")),
  );
  return Object.fromEntries(
    own.map((line) => line.trim().split(/: (.*)/)).map(([k, v]) => [k!.toLowerCase(), v!]),
  );
}

it("a file that goes out without the Worker has the headers of the Worker's answers", async () => {
  const answer = await new Hono()
    .use(security)
    .get("/", (c) => c.body(null))
    .request("/");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(rule("/*")).toEqual(Object.fromEntries(answer.headers));
  expect(rule("/_site/*")).toEqual({ "cache-control": "public, max-age=31536000, immutable" });
});
