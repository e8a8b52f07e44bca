import { Hono } from "hono";
import { z } from "zod";
import { dryRunSchema } from "../../data/contract/api/dry-run.js";
import { MAX_REPORTED_ISSUES } from "../../data/contract/api/issue.js";
import { mappingSchema } from "../../data/contract/api/mapping.js";
import type { Upload } from "../../data/contract/api/upload.js";
import {
  takenBackSchema,
  uploadListSchema,
  uploadSchema,
  uploadWithDifferencesSchema,
} from "../../data/contract/api/upload.js";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { receiveUpload } from "./receive-upload.js";
import { differencesOf } from "../ledger/differences.js";
import { readOriginal } from "../ledger/originals.js";
import { takeBack } from "../ledger/take-back.js";
import { listUploads, uploadById } from "../ledger/uploads.js";
import { checked, operation } from "../http/openapi.js";
import { pageQuery, paged } from "../http/paging.js";
import { Refusal } from "../refusal.js";
import { prepareSnapshot } from "../snapshots/ensure-snapshot.js";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");
const uploadQuery = z.object({
  municipality: municipalityCode.optional().meta({
    description: "Whose figures these are, where the file does not say and the token is for several",
  }),
  dry_run: flag.meta({ description: "Check only; nothing is written" }),
  accept_warnings: flag.meta({ description: "Somebody has looked at the warnings and they are right" }),
  synthetic: flag.meta({ description: "The figures are made up; every page and file will say so" }),
});

export const uploads = new Hono<AppEnv>()
  .post(
    "/uploads",
    operation({
      tag: "uploads",
      summary: "Upload a file of figures",
      description:
        "CSV (UTF-8 or CP932), XLSX, JSON or NDJSON, or multipart with `file` and `mapping`. The same bytes again change nothing and answer with the first result.",
      role: "uploader",
      body: {
        "text/csv": {},
        "application/json": {
          schema: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
        },
        "application/x-ndjson": {},
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
        "multipart/form-data": {
          schema: z.object({
            file: z.string().meta({ format: "binary" }),
            mapping: mappingSchema.optional(),
          }),
        },
      },
      responses: {
        200: {
          description: "Known already, or a dry run",
          schema: z.union([dryRunSchema, uploadSchema]),
        },
        201: { description: "Accepted", schema: uploadSchema },
      },
    }),
    requireRole("uploader"),
    checked("query", uploadQuery),
    async (c) => {
      const { dry_run, accept_warnings, synthetic, municipality = null } = c.req.valid("query");
      const { upload, known, dryRun } = await receiveUpload(c, {
        dryRun: dry_run,
        acceptWarnings: accept_warnings,
        provenance: synthetic ? "synthetic" : "reported",
        municipality,
      });
      if (dryRun) {
        const { warnings, ...seen } = dryRun;
        return c.json({
          ...upload,
          dry_run: true,
          known,
          ...seen,
          warning_count: warnings.length,
          warnings: warnings.slice(0, MAX_REPORTED_ISSUES),
        });
      }
      if (known) return c.json(upload);
      c.executionCtx.waitUntil(prepareSnapshot(c.env, upload.municipality, upload.revision));
      return c.json(upload, 201, { location: `/api/v1/uploads/${upload.id}` });
    },
  )
  .get(
    "/uploads",
    operation({
      tag: "uploads",
      summary: "List accepted uploads",
      role: "reader",
      responses: {
        200: {
          description: "Newest first",
          schema: uploadListSchema,
        },
      },
    }),
    requireRole("reader"),
    checked("query", pageQuery.extend({ municipality: municipalityCode.optional() })),
    async (c) => {
      const { limit, after = null, municipality = null } = c.req.valid("query");
      const wanted = municipality ?? (c.var.actor.municipality === "*" ? null : c.var.actor.municipality);
      if (wanted) assertMunicipality(c, wanted);
      const { items, next } = paged(
        c,
        await listUploads(c.env.DB, { municipality: wanted, limit, after }),
        limit,
      );
      return c.json({ uploads: items, next });
    },
  )
  .get(
    "/uploads/:id",
    operation({
      tag: "uploads",
      summary: "One upload, with the differences it made",
      role: "reader",
      responses: {
        200: { description: "The upload", schema: uploadWithDifferencesSchema },
      },
    }),
    requireRole("reader"),
    async (c) => {
      const upload = await requireUpload(c, c.req.param("id"));
      const { added, changed, removed } = upload.changes;
      const differences =
        added + changed + removed > 0
          ? await differencesOf(c.env.DB, upload.municipality, upload.revision)
          : { total: 0, truncated: false, items: [] };
      return c.json({ ...upload, differences });
    },
  )
  .get(
    "/uploads/:id/original",
    operation({
      tag: "uploads",
      summary: "The file as it was sent",
      role: "uploader",
      responses: { 200: { description: "The same bytes", media: "application/octet-stream" } },
    }),
    requireRole("uploader"),
    async (c) => {
      const upload = await requireUpload(c, c.req.param("id"));
      const original = await readOriginal(c.env.OBJECTS, upload);
      if (!original)
        throw new Refusal("not_found", { ja: "元のファイルがありません", en: "The original is not there" });
      return c.body(original.body, 200, {
        "content-type": original.httpMetadata?.contentType ?? "application/octet-stream",
        "content-disposition": `attachment; filename="${upload.municipality}_${upload.id}.${upload.format}"`,
        "cache-control": "private, no-store",
      });
    },
  )
  .post(
    "/uploads/:id/take-back",
    operation({
      tag: "uploads",
      summary: "Take an upload back: a new revision with the figures as they were before it",
      description: "Only while nothing later has changed the same figures. Nothing is erased.",
      role: "uploader",
      responses: { 200: { description: "Taken back", schema: takenBackSchema } },
    }),
    requireRole("uploader"),
    async (c) => {
      const upload = await requireUpload(c, c.req.param("id"));
      const result = await takeBack(c.env.DB, upload, {
        actor: c.var.actor.id,
        at: c.var.now().toISOString(),
      });
      if (!result.ok) throw new Refusal("conflict", NO_TAKE_BACK[result.reason]);
      c.executionCtx.waitUntil(prepareSnapshot(c.env, upload.municipality, result.revision));
      return c.json({ revision: result.revision });
    },
  );

const NO_TAKE_BACK = {
  taken_back_before: { ja: "すでに取り消されています", en: "It was taken back before" },
  changed_nothing: { ja: "この取り込みで変わった数字はありません", en: "It changed no figure" },
  overtaken: {
    ja: "この後の取り込みが同じ数字を変えています。新しいものから順に取り消してください",
    en: "A later upload has changed the same figures; take back the newest first",
  },
};

async function requireUpload(c: AppContext, id: string): Promise<Upload> {
  const upload = await uploadById(c.env.DB, id);
  if (!upload) throw new Refusal("not_found", { ja: "その取り込みはありません", en: "No such upload" });
  assertMunicipality(c, upload.municipality);
  return upload;
}
