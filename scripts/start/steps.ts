import type { ApiClient } from "../api-client.js";
import type { Step } from "../progress.js";
import { runNode, scriptArguments } from "../run-tool.js";
import { ensureAdminToken } from "./admin-token.js";
import { StartFailure } from "./failure.js";
import { publishSample, readSampleState, uploadSample } from "./load-sample.js";
import { migrateDatabase } from "./migrate-database.js";

/** Begins the next numbered step. */
export type Begin = (label: string) => Step;

/** Does the work of a step; its result ends the step, its failure marks it. */
export async function perform<T>(
  step: Step,
  work: () => T | Promise<T>,
  note: (result: T) => string | undefined = () => undefined,
): Promise<T> {
  try {
    const result = await work();
    step.done(note(result));
    return result;
  } catch (error) {
    step.fail();
    throw error;
  }
}

/** Builds the site if its sources changed. */
export const buildSite = (begin: Begin): Promise<void> =>
  perform(begin("画面を組み立てる / Building the site"), async () => {
    const { code, output } = await runNode([...scriptArguments("scripts/build-site.ts"), "--if-changed"]);
    if (code !== 0) throw new StartFailure(output.trim());
  });

/** Makes sure of an admin token. @returns the token. */
export async function prepareToken(begin: Begin): Promise<string> {
  const { token } = await perform(begin("管理者の鍵 / Admin token"), ensureAdminToken, ({ created }) =>
    created ? ".dev.vars に作成 / written to .dev.vars" : ".dev.vars",
  );
  return token;
}

/** Brings the local database up to date. */
export const prepareDatabase = (begin: Begin): Promise<unknown> =>
  perform(begin("データベース / Database"), migrateDatabase, ({ count, applied }) =>
    applied ? `${count} migrations` : "変更なし / up to date",
  );

/** Loads and publishes the sample, as far as that is not done yet. */
export async function loadSample(begin: Begin, api: ApiClient): Promise<void> {
  const state = await readSampleState(api);
  const upload = begin("サンプルを取り込む / Uploading the sample");
  const publish = (): Step => begin("サンプルを公開する / Publishing the sample");
  if (state === "own_figures") {
    const note = "町のデータがあるので取り込まない / left out: the town has figures of its own";
    upload.done(note);
    publish().done(note);
    return;
  }
  if (state === "published") {
    upload.done("取り込み済み / loaded already");
    publish().done("公開済み / published already");
    return;
  }
  await perform(
    upload,
    () => uploadSample(api, upload.at),
    ({ files, added }) => `${files} か月分、新規 ${added} / ${files} files, ${added} new`,
  );
  await perform(
    publish(),
    () => publishSample(api),
    (id) => id,
  );
}
