import { expect, it } from "vitest";
import { drawShape, makeTown } from "../../../scripts/disclosure/made-up-town.js";
import { liveMonths } from "../../../scripts/disclosure/prove/publications.js";
import { call, clock, freshDatabase, SHIKA } from "../harness.js";

/** `npm run prove -- publications`: two years of the sample through a real Worker. */
it("a town publishes month after month, through corrections, other codes, ages and a map", async () => {
  await freshDatabase();
  clock.now = new Date("2027-01-10T03:00:00Z");
  const shape = { ...drawShape(12, 9), districts: 9, areas: 2, ages: [0, 15, 30, 45, 60, 75], sexes: true };
  const town = makeTown({ ...shape, smallest: 900, largest: 2500 });
  const record = await liveMonths(town, 9, {
    async send<T>(
      path: string,
      { method = "GET", body, type }: { method?: string; body?: unknown; type?: string } = {},
    ) {
      clock.now = new Date(clock.now.getTime() + 60_000);
      const isText = typeof body === "string";
      const response = await call(`/api/v1${path}`, {
        method,
        headers: { "content-type": type ?? (isText ? "text/csv" : "application/json") },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 600)}`);
      return JSON.parse(text) as T;
    },
    latest: async (file) => (await call(`/open-data/${SHIKA}/latest/${file}`, { token: null })).json(),
  });
  expect(record.faults).toEqual([]);
  expect(record.published).toBe(10);
  expect(record.events).toHaveLength(8);
});
