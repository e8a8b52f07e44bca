import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApiClient } from "./api-client.js";
import { benchResidents } from "./bench/bench-residents.js";
import { benchIntake } from "./bench/bench-intake.js";
import { benchInteraction } from "./bench/bench-interaction.js";
import { importMinistryTables } from "./bench/ministry-tables.js";
import { uploadManyTowns } from "./bench/many-towns.js";
import { benchSqlReady } from "./bench/bench-sql-ready.js";
import { benchFirstChart } from "./bench/bench-first-chart.js";
import { ensureBrowser } from "./browser/ensure-browser.js";
import { launchBrowser } from "./browser/launch-browser.js";
import { startWorker } from "./dev-server.js";
import { findFreePort } from "./ports.js";
import { showProgress } from "./progress.js";
import { publishSample, uploadSample } from "./start/load-sample.js";
import { migrateDatabase } from "./start/migrate-database.js";
import { buildSite, perform } from "./start/steps.js";

/**
 * What the product costs its users, measured on this machine; ratios are of one and the same run.
 * Everything, or the parts that are named: `npm run bench -- intake`.
 */
const PARTS = ["first-chart", "sql-ready", "residents", "interaction", "intake"] as const;
const TOKEN = "ikw_token-of-the-bench";

const named = process.argv.slice(2);
const unknown = named.filter((part) => !(PARTS as readonly string[]).includes(part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are ${PARTS.join(", ")}.`);
  process.exit(2);
}
const wants = (part: (typeof PARTS)[number]): boolean => named.length === 0 || named.includes(part);

const begin = showProgress(2 + PARTS.filter(wants).length);
const inBrowser = PARTS.filter((part) => part !== "intake").some(wants);
const executablePath = inBrowser ? await ensureBrowser((line) => console.log(line)) : null;
await buildSite(begin);
const state = mkdtempSync(join(tmpdir(), "ikiwatari-bench-"));
await migrateDatabase(state);
const worker = await startWorker({
  port: await findFreePort(),
  persistTo: state,
  vars: { ADMIN_TOKEN: TOKEN },
});
try {
  const api = createApiClient(worker.url, TOKEN);
  await perform(begin("サンプルを取り込む / Uploading the sample"), async () => {
    await uploadSample(api, () => undefined);
    await publishSample(api);
  });
  if (executablePath) {
    const browser = await launchBrowser(executablePath);
    try {
      if (wants("first-chart")) {
        const report = await perform(begin("最初の図まで / Until the first chart"), () =>
          benchFirstChart(browser, worker.url),
        );
        console.log(`\n${report}\n`);
      }
      if (wants("sql-ready")) {
        const report = await perform(begin("SQL が答えるまで / Until SQL answers"), async () => {
          await importMinistryTables(worker.url, TOKEN);
          return benchSqlReady(browser, worker.url);
        });
        console.log(`\n${report}\n`);
      }
      if (wants("residents")) {
        const report = await perform(begin("住民のページ / The residents' page"), () =>
          benchResidents(browser, worker.url),
        );
        console.log(`\n${report}\n`);
      }
      if (wants("interaction")) {
        const report = await perform(begin("操作 / Interaction"), async () => {
          const rows = await uploadManyTowns(api);
          const tables = await importMinistryTables(worker.url, TOKEN);
          return benchInteraction(browser, worker.url, TOKEN, { rows, tables });
        });
        console.log(`\n${report}\n`);
      }
    } finally {
      await browser.close();
    }
  }
  if (wants("intake")) {
    // Last: the snapshot of a hundred thousand rows would still be in the making while pages are timed.
    const intake = await perform(begin("取り込み / Intake"), () => benchIntake(worker.url, TOKEN));
    console.log(`\n${intake}\n`);
  }
} finally {
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
}
