import { Hono } from "hono";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppEnv } from "../app-env.js";
import { receiveUpload } from "../intake/receive-upload.js";
import { mappingSchema } from "../intake/mapping.js";
import { differencesOf } from "../ledger/differences.js";
import { listUploads, uploadById } from "../ledger/uploads.js";
import { checked, operation } from "../openapi.js";
import { pageQuery, paged } from "../paging.js";
import { MAX_REPORTED_ISSUES, Refusal } from "../problem.js";
import { prepareSnapshot } from "../snapshots/ensure-snapshot.js";
import { differencesSchema, uploadSchema } from "./upload-schema.js";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");
const uploadQuery = z.object({
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
        "CSV (UTF-8 or CP932) or JSON, or multipart with `file` and `mapping`. The same bytes again change nothing and answer with the first result.",
      role: "uploader",
      body: {
        "text/csv": {},
        "application/json": {
          schema: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
        },
        "multipart/form-data": {
          schema: z.object({
            file: z.string().meta({ format: "binary" }),
            mapping: mappingSchema.optional(),
          }),
        },
      },
      responses: {
        200: { description: "Known already, or a dry run", schema: uploadSchema },
        201: { description: "Accepted", schema: uploadSchema },
      },
    }),
    requireRole("uploader"),
    checked("query", uploadQuery),
    async (c) => {
      const { dry_run, accept_warnings, synthetic } = c.req.valid("query");
      const { upload, known, warnings } = await receiveUpload(c, {
        dryRun: dry_run,
        acceptWarnings: accept_warnings,
        provenance: synthetic ? "synthetic" : "reported",
      });
      if (dry_run)
        return c.json({ ...upload, dry_run: true, warnings: warnings.slice(0, MAX_REPORTED_ISSUES) });
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
          schema: z.object({ uploads: z.array(uploadSchema), next: z.number().nullable() }),
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
        200: { description: "The upload", schema: uploadSchema.extend({ differences: differencesSchema }) },
      },
    }),
    requireRole("reader"),
    async (c) => {
      const upload = await uploadById(c.env.DB, c.req.param("id"));
      if (!upload) throw new Refusal("not_found", { ja: "その取り込みはありません", en: "No such upload" });
      assertMunicipality(c, upload.municipality);
      const { added, changed, removed } = upload.changes;
      const differences =
        added + changed + removed > 0
          ? await differencesOf(c.env.DB, upload.municipality, upload.revision)
          : { total: 0, truncated: false, items: [] };
      return c.json({ ...upload, differences });
    },
  );
