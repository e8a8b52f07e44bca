import { Hono } from "hono";
import { z } from "zod";
import { referenceFileSchema } from "../../data/contract/api/figures-file.js";
import type { FileIssue } from "../../data/contract/api/issue.js";
import { referenceImportSchema } from "../../data/contract/api/reference-import.js";
import type { ReferenceImport } from "../../data/contract/api/reference-import.js";
import { tokyoDate } from "../../data/contract/as-of-date.js";
import { compareReference } from "../../data/contract/reference-series.js";
import { isoDate } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { XLSX_TYPE } from "./read-parts.js";
import { checked, operation } from "../http/openapi.js";
import {
  referenceArrow,
  referenceCsv,
  referenceJson,
  type NamedReference,
} from "../reference-series/encode.js";
import { importTable } from "../reference-series/import-table.js";
import { currentImport, importByDigest, importKnownAt, referenceAt } from "../reference-series/ledger.js";
import { municipalityNames } from "../reference-series/municipality-list.js";
import { openFile } from "../reference-series/open-files.js";
import { readReferenceFile } from "../reference-series/read-file.js";
import type { UnmatchedName } from "../reference-series/reading.js";
import { Refusal } from "../refusal.js";
import { mediaTypeOf } from "../snapshots/files.js";

const importQuery = z.object({
  dry_run: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .meta({ description: "Check only; nothing is written" }),
});

export const referenceSeries = new Hono<AppEnv>().post(
  "/reference-series",
  operation({
    tag: "figures",
    summary: "Import one of the ministry's tables (総務省 交付状況)",
    description:
      "By municipality, by prefecture, by kind of municipality, or the nation by age and sex: the headers tell. A workbook's sheet 公表用 may hold all of them below one another; municipalities without codes are known by their official names. It concerns every town, so the token must be an administrator's for all of them. The same bytes again change nothing.",
    role: "admin",
    body: { "text/csv": {}, [XLSX_TYPE]: {} },
    responses: {
      200: { description: "Known already, or a dry run", schema: referenceImportSchema },
      201: { description: "Imported", schema: referenceImportSchema },
    },
  }),
  requireRole("admin"),
  checked("query", importQuery),
  async (c) => {
    assertMunicipality(c, "*");
    const { dry_run } = c.req.valid("query");
    const { result, known } = await receiveTable(c, dry_run);
    if (dry_run) return c.json({ ...result, dry_run: true });
    return c.json(result, known ? 200 : 201);
  },
);

async function receiveTable(
  c: AppContext,
  dryRun: boolean,
): Promise<{ result: ReferenceImport; known: boolean }> {
  const format = formatOf(c.req.header("content-type") ?? "");
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const sha256 = await sha256Hex(bytes);
  // A dry run tells what would change now, also for a table that has been here.
  const known = dryRun ? null : await importByDigest(c.env.DB, sha256);
  if (known) return { result: known, known: true };

  const now = c.var.now();
  const options = { names: municipalityNames(), today: tokyoDate(now) };
  const { reading, rows } = readReferenceFile(bytes, format, options);
  if (!reading.ok) throw refused(reading.issues, reading.unmatched);
  return importTable(
    c.env.DB,
    reading,
    { sha256, actor: c.var.actor.id, at: now.toISOString(), rows },
    dryRun,
  );
}

/** @throws Refusal unsupported_media_type */
function formatOf(contentType: string): "csv" | "xlsx" {
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  if (type === "text/csv") return "csv";
  if (type === XLSX_TYPE) return "xlsx";
  throw new Refusal("unsupported_media_type", {
    ja: "CSV(text/csv)か Excel ブック(.xlsx)で送ってください",
    en: "Send CSV (text/csv) or an Excel workbook (.xlsx)",
  });
}

function refused(issues: readonly FileIssue[], unmatched: readonly UnmatchedName[]): Refusal {
  const errors = issues.filter((i) => i.severity === "error").length;
  return new Refusal(
    "refused_file",
    {
      ja: `直すところが${errors}か所あります。表は取り込んでいません`,
      en: `${errors} thing(s) to correct; nothing was taken in`,
    },
    { issues, ...(unmatched.length > 0 && { members: { unmatched } }) },
  );
}

const ENCODERS = {
  arrow: (figures: NamedReference[], _number: number) => referenceArrow(figures),
  csv: (figures: NamedReference[], _number: number) => referenceCsv(figures),
  json: referenceJson,
} as const;
type Format = keyof typeof ENCODERS;

const seriesQuery = z.object({
  code: z
    .string()
    .regex(/^(\d{6}|type:[a-z-]+)$/, { error: "six digits, 000000 for the nation, or type:…" })
    .optional()
    .meta({ description: "One municipality, prefecture, the nation (000000) or kind", example: "173843" }),
  prefecture: z
    .string()
    .regex(/^(0[1-9]|[1-3]\d|4[0-7])$/, { error: "two digits, 01 to 47" })
    .optional()
    .meta({ description: "A prefecture with all its municipalities", example: "17" }),
  from: isoDate.optional().meta({ description: "First as-of date" }),
  to: isoDate.optional().meta({ description: "Last as-of date" }),
  as_known_at: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: "The figures as they were known at this moment", example: "2026-11-01T00:00:00Z" }),
});
type SeriesQuery = z.infer<typeof seriesQuery>;

for (const format of Object.keys(ENCODERS) as Format[]) {
  referenceSeries.get(
    `/reference-series.${format}`,
    operation({
      tag: "figures",
      summary: `The ministry's published series as ${format}`,
      description: "Published for everybody, so that every reader reads all towns'.",
      role: "reader",
      responses: {
        200: {
          description: "By code, date, age and sex",
          media: mediaTypeOf(`reference-series.${format}`),
          ...(format === "json" && { schema: referenceFileSchema }),
        },
      },
    }),
    requireRole("reader"),
    checked("query", seriesQuery),
    (c) => answerSeries(c, format, c.req.valid("query" as never) as SeriesQuery),
  );
}

async function answerSeries(c: AppContext, format: Format, query: SeriesQuery): Promise<Response> {
  const { code = null, prefecture = null, from = "", to = "9999", as_known_at } = query;
  const number = as_known_at
    ? await importKnownAt(c.env.DB, new Date(as_known_at).toISOString())
    : await currentImport(c.env.DB);
  const names = municipalityNames();
  const figures = (await referenceAt(c.env.DB, number, { code, prefecture, from, to }))
    .sort(compareReference)
    .map((figure) => ({ ...figure, name: names.nameOf(figure.code) }));
  return c.body(ENCODERS[format](figures, number) as Uint8Array<ArrayBuffer>, 200, {
    "content-type": mediaTypeOf(`reference-series.${format}`),
    "cache-control": "private, no-store",
    "ikiwatari-reference-import": String(number),
  });
}

referenceSeries.get(
  "/reference-series/:import/:file",
  operation({
    tag: "figures",
    summary: "The ministry's tables as one import knew them: what the site's pages read",
    description:
      "towns.arrow (totals of every municipality, prefecture, kind and the nation), ages.arrow (the nation by age and sex), published-{code}.arrow (a town, its prefecture, the nation). Public statistics: open to everybody. Under an import's number nothing ever changes.",
    role: null,
    responses: { 200: { description: "The file", media: "application/vnd.apache.arrow.stream" } },
  }),
  checked(
    "param",
    z.object({
      import: z.string().regex(/^[1-9]\d{0,8}$/),
      file: z.string().regex(/^(towns\.arrow|ages\.arrow|published-\d{6}\.arrow)$/),
    }),
  ),
  async (c) => {
    const { import: number, file } = c.req.valid("param");
    const found = await openFile(c.env, Number(number), file);
    if (!found) throw new Refusal("not_found", { ja: "そのファイルはありません", en: "No such file" });
    return new Response(found.body, {
      ...(found.encoding && { encodeBody: "manual" as const }),
      headers: {
        "content-type": mediaTypeOf(file),
        "cache-control": "public, max-age=31536000, immutable",
        ...(found.encoding && { "content-encoding": found.encoding }),
      },
    });
  },
);
