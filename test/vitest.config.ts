import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** A worker test cannot read this machine's files: the real file travels as a binding, empty where it is missing. */
function osakaFile(): string {
  const path = `${root}../shared/data/osaka/osaka-20221130-north.csv`;
  return existsSync(path) ? readFileSync(path).toString("base64") : "";
}

/**
 * Reading files needs nothing of a Worker: its tests run in Node, where a file costs a tenth. What rests on the
 * platform's own decoders is tried in workerd as well, and so is one file of each format (test/worker/formats.test.ts).
 */
const PURE = "test/worker/intake/**/*.test.ts";
const IN_BOTH = ["test/worker/intake/decode.test.ts", "test/worker/intake/unzip.test.ts"];

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    // By default one core is left idle: of two, that is half.
    maxWorkers: "100%",
    projects: [
      {
        root,
        test: {
          name: "node",
          setupFiles: ["test/fixed-seed.ts"],
          // Nothing is kept in modules but caches: loading them once takes a fraction of the time.
          isolate: false,
          include: [
            "test/data/**/*.test.ts",
            "test/dashboards/**/*.test.ts",
            "test/scripts/**/*.test.ts",
            "test/contracts/house/**/*.test.ts",
            PURE,
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(`${root}worker/migrations`),
                ADMIN_TOKEN: "ikw_test-admin-token-of-the-suite",
                OSAKA_BASE64: osakaFile(),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          setupFiles: ["test/fixed-seed.ts", "test/worker/settle-after.ts"],
          // `freshDatabase` awaits what the test before it began, and the setup file what the last one did.
          isolate: false,
          restoreMocks: true,
          include: [
            "test/worker/*.test.ts",
            "test/worker/{district-map,open-data,releases,routes}/**/*.test.ts",
            "test/contracts/api/**/*.test.ts",
            ...IN_BOTH,
          ],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: "browser",
          // One browser a process, and its running engines, for all files.
          isolate: false,
          globalSetup: ["test/browser/product.ts"],
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
