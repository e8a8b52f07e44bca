import type { Provenance } from "../../data/contract/figure.js";
import { assertMunicipality } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppContext } from "../app-env.js";
import { acceptUpload } from "../ledger/accept-upload.js";
import { districtHistory } from "../ledger/district-history.js";
import { districtsAt } from "../ledger/districts.js";
import { rememberKey, uploadOfKey } from "../ledger/idempotency.js";
import { keepOriginal } from "../ledger/originals.js";
import { currentRevision } from "../ledger/revisions.js";
import { uploadByRequest, type Upload } from "../ledger/uploads.js";
import { Refusal } from "../problem.js";
import type { FileIssue } from "./issue.js";
import { prepareUpload } from "./prepare-upload.js";
import { readFile } from "./read-file.js";
import { readParts } from "./read-parts.js";

/**
 * A request's file, all the way from its bytes to a new revision; nothing is written unless all of it is right.
 * @throws Refusal with every issue of the file
 */
export async function receiveUpload(
  c: AppContext,
  options: { dryRun: boolean; acceptWarnings: boolean; provenance: Provenance },
): Promise<{ upload: Upload; known: boolean; warnings: FileIssue[] }> {
  const { actor } = c.var;
  const expectedMunicipality = actor.municipality === "*" ? null : actor.municipality;
  const { bytes, format, mapping } = await readParts(c);
  const sha256 = await sha256Hex(bytes);
  const requestDigest = await sha256Hex(
    JSON.stringify([sha256, format, mapping, options.provenance, expectedMunicipality]),
  );

  const key = options.dryRun ? undefined : c.req.header("idempotency-key");
  if (key) await assertKeyFits(c, key, requestDigest);
  const before = await uploadByRequest(c.env.DB, requestDigest);
  if (before) {
    assertMunicipality(c, before.municipality);
    return { upload: before, known: true, warnings: [] };
  }

  const file = readFile(bytes, format, [], mapping);
  if (!file.table) throw refused(file.issues);
  const now = c.var.now();
  const prepared = await prepareUpload(file.table, {
    mapping,
    fileIssues: file.issues,
    today: tokyoDate(now),
    expectedMunicipality,
    provenance: options.provenance,
    districtsOf: async (municipality) => {
      assertMunicipality(c, municipality);
      return districtsAt(c.env.DB, municipality, await currentRevision(c.env.DB, municipality));
    },
    historyOf: (municipality) => districtHistory(c.env.DB, municipality),
  });
  if (!prepared.ok) throw refused(prepared.issues);
  assertMunicipality(c, prepared.upload.municipality);
  const warnings = prepared.issues.filter((i) => i.severity === "warning");

  const accepted = await acceptUpload(
    c.env.DB,
    prepared.upload,
    {
      id: c.var.newId("upl"),
      sha256,
      requestDigest,
      receivedAt: now.toISOString(),
      actor: actor.id,
      format,
      encoding: file.encoding,
      rows: file.table.rows.length,
      provenance: options.provenance,
    },
    {
      dryRun: options.dryRun,
      beforeWriting: async () => {
        assertWarningsAccepted(warnings, options);
        const { municipality } = prepared.upload;
        await keepOriginal(c.env.OBJECTS, { municipality, sha256, format, bytes });
      },
    },
  );
  if (!accepted.ok) throw refused([...accepted.issues, ...warnings]);
  if (key)
    await rememberKey(c.env.DB, {
      actor: actor.id,
      key,
      requestDigest,
      uploadId: accepted.upload.id,
      at: now.toISOString(),
    });
  return { ...accepted, warnings };
}

/** Warnings are for somebody to look at: whoever sends the file again with accept_warnings has. @throws Refusal */
function assertWarningsAccepted(warnings: readonly FileIssue[], options: { acceptWarnings: boolean }): void {
  if (warnings.length === 0 || options.acceptWarnings) return;
  throw new Refusal(
    "warnings_not_accepted",
    {
      ja: `確かめるところが${warnings.length}か所あります。このままでよければ accept_warnings=true を付けて送ってください`,
      en: `${warnings.length} thing(s) to look at; send it again with accept_warnings=true if they are right`,
    },
    { issues: warnings },
  );
}

function refused(issues: readonly FileIssue[]): Refusal {
  const errors = issues.filter((i) => i.severity === "error").length;
  return new Refusal(
    "refused_file",
    {
      ja: `直すところが${errors}か所あります。ファイルは取り込んでいません`,
      en: `${errors} thing(s) to correct; nothing was taken in`,
    },
    { issues },
  );
}

/** @throws Refusal idempotency_mismatch where the key came with another request before */
async function assertKeyFits(c: AppContext, key: string, requestDigest: string): Promise<void> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refusal("invalid_request", {
      ja: "Idempotency-Key は200文字までの英数記号です",
      en: "Idempotency-Key is up to 200 visible ASCII characters",
    });
  }
  const known = await uploadOfKey(c.env.DB, c.var.actor.id, key);
  if (known && known.requestDigest !== requestDigest) {
    throw new Refusal("idempotency_mismatch", {
      ja: "別のファイルには新しいキーを使ってください",
      en: "Use a new key for another file",
    });
  }
}

/** The date in Japan, where every municipality is; the Worker's clock is UTC. */
export function tokyoDate(now: Date): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}
