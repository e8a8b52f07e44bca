import { NO_MAPPING } from "../../data/contract/api/mapping.js";
import type { Upload } from "../../data/contract/api/upload.js";
import { tokyoDate } from "../../data/contract/as-of-date.js";
import type { Provenance } from "../../data/contract/figure.js";
import { assertMunicipality } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppContext } from "../http/app-env.js";
import { acceptUpload } from "../ledger/accept-upload.js";
import { districtHistory } from "../ledger/district-history.js";
import { districtsAt } from "../ledger/districts.js";
import { rememberKey } from "../ledger/idempotency.js";
import { savedMapping } from "../ledger/mappings.js";
import { keepOriginal } from "../ledger/originals.js";
import { currentRevision } from "../ledger/revisions.js";
import { uploadByRequest } from "../ledger/uploads.js";
import { readMapped } from "../intake/choose-mapping.js";
import { dryRunOf, type SeenFile } from "../intake/dry-run.js";
import { prepareUpload } from "../intake/prepare-upload.js";
import { readParts } from "./read-parts.js";
import { describeReading } from "../intake/reading.js";
import { assertWarningsAccepted, refusedFile } from "../intake/refuse-file.js";
import { keyOfRequest } from "./request-key.js";

export interface ReceiveOptions {
  dryRun: boolean;
  acceptWarnings: boolean;
  provenance: Provenance;
  /** Whose figures these are, from somebody who may touch several municipalities; null where the file says. */
  municipality: string | null;
}

/** `known` says that the same request stands already; `dryRun` is there for a dry run of a file that is new. */
export interface Received {
  upload: Upload;
  known: boolean;
  dryRun?: SeenFile;
}

/**
 * A request's file, all the way from its bytes to a new revision; nothing is written unless all of it is right.
 * @throws Refusal with every issue of the file
 */
export async function receiveUpload(c: AppContext, options: ReceiveOptions): Promise<Received> {
  const { actor } = c.var;
  const expectedMunicipality = actor.municipality === "*" ? options.municipality : actor.municipality;
  if (options.municipality) assertMunicipality(c, options.municipality);
  const { bytes, format, mapping: given } = await readParts(c);
  const sha256 = await sha256Hex(bytes);
  const saved = given || !expectedMunicipality ? null : await savedMapping(c.env.DB, expectedMunicipality);
  const requestDigest = await sha256Hex(
    JSON.stringify([
      sha256,
      format,
      given ?? saved?.mapping ?? NO_MAPPING,
      options.provenance,
      expectedMunicipality,
    ]),
  );

  const key = options.dryRun ? null : await keyOfRequest(c, c.req.header("idempotency-key"), requestDigest);
  const before = await uploadByRequest(c.env.DB, requestDigest);
  if (before) {
    assertMunicipality(c, before.municipality);
    if (!options.dryRun) return { upload: before, known: true };
  }

  const { file, mapping, origin } = readMapped(bytes, format, given, saved?.mapping ?? null);
  const { table } = file;
  if (!table) throw refusedFile(file.issues);
  const now = c.var.now();
  const prepared = await prepareUpload(table, {
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
  const reading = () => describeReading(table, prepared.columns, mapping, origin);
  if (!prepared.ok) throw refusedFile(prepared.issues, options.dryRun ? reading() : undefined);
  const { municipality } = prepared.upload;
  assertMunicipality(c, municipality);
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
      rows: table.rows.length,
      provenance: options.provenance,
    },
    {
      dryRun: options.dryRun,
      beforeWriting: async () => {
        assertWarningsAccepted(warnings, options.acceptWarnings);
        await keepOriginal(c.env.OBJECTS, { municipality, sha256, format, bytes });
      },
    },
  );
  if (!accepted.ok)
    throw refusedFile([...accepted.issues, ...warnings], options.dryRun ? reading() : undefined);
  if (options.dryRun) {
    const dryRun = dryRunOf(prepared.upload, prepared, reading(), warnings);
    return { upload: accepted.upload, known: before !== null, dryRun };
  }
  if (key)
    await rememberKey(c.env.DB, {
      actor: actor.id,
      key,
      requestDigest,
      uploadId: accepted.upload.id,
      at: now.toISOString(),
    });
  return { upload: accepted.upload, known: accepted.known };
}
