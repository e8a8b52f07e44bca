import { Hono } from "hono";
import { z } from "zod";
import { figuresFileSchema, headlineSchema } from "../../data/contract/api/figures-file.js";
import { compareFigures } from "../../data/contract/figure-order.js";
import { isoDate, municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { figuresAt, type LedgerFigure } from "../ledger/figures.js";
import { currentRevision, revisionKnownAt } from "../ledger/revisions.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";
import { figuresArrow, figuresCsv, figuresJson, figuresParquet } from "../snapshots/encode.js";
import { ensureSnapshot } from "../snapshots/ensure-snapshot.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";

const ENCODERS = {
  arrow: (_m: string, _r: number, figures: LedgerFigure[]) => figuresArrow(figures),
  csv: (_m: string, _r: number, figures: LedgerFigure[]) => figuresCsv(figures),
  json: (municipality: string, revision: number, figures: LedgerFigure[]) =>
    figuresJson({ municipality, revision }, figures),
  parquet: (_m: string, _r: number, figures: LedgerFigure[]) => figuresParquet(figures),
} as const;
type Format = keyof typeof ENCODERS;
const FORMATS = Object.keys(ENCODERS) as Format[];

const figuresQuery = z.object({
  municipality: municipalityCode,
  from: isoDate.optional().meta({ description: "First as-of date" }),
  to: isoDate.optional().meta({ description: "Last as-of date" }),
  as_known_at: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: "The figures as they were known at this moment", example: "2026-11-01T00:00:00Z" }),
});
type FiguresQuery = z.infer<typeof figuresQuery>;

export const figures = new Hono<AppEnv>();

for (const format of FORMATS) {
  figures.get(
    `/figures.${format}`,
    operation({
      tag: "figures",
      summary: `Every figure of a municipality as ${format}`,
      role: "reader",
      responses: {
        200: {
          description: "In canonical order",
          media: mediaTypeOf(`figures.${format}`),
          ...(format === "json" && { schema: figuresFileSchema }),
        },
      },
    }),
    requireRole("reader"),
    checked("query", figuresQuery),
    (c) => answerFigures(c, format, c.req.valid("query" as never) as FiguresQuery),
  );
}

figures.get(
  "/headline",
  operation({
    tag: "figures",
    summary: "A municipality's headline numbers at the latest as-of date",
    role: "reader",
    responses: {
      200: {
        description: "Rates between 0 and 1; percent strings rounded half up",
        schema: headlineSchema,
      },
    },
  }),
  requireRole("reader"),
  checked("query", figuresQuery.pick({ municipality: true })),
  async (c) => {
    const { municipality } = c.req.valid("query");
    assertMunicipality(c, municipality);
    return snapshotFile(c, municipality, await currentRevision(c.env.DB, municipality), "headline.json");
  },
);

async function answerFigures(c: AppContext, format: Format, query: FiguresQuery): Promise<Response> {
  const { municipality, from = "", to = "9999", as_known_at } = query;
  assertMunicipality(c, municipality);
  const revision = as_known_at
    ? await revisionKnownAt(c.env.DB, municipality, new Date(as_known_at).toISOString())
    : await currentRevision(c.env.DB, municipality);
  if (revision === 0) throw nothingKnown();
  if (!query.from && !query.to) return snapshotFile(c, municipality, revision, `figures.${format}`);
  const chosen = (await figuresAt(c.env.DB, municipality, revision))
    .filter((f) => f.as_of >= from && f.as_of <= to)
    .sort(compareFigures);
  return c.body(
    ENCODERS[format](municipality, revision, chosen) as Uint8Array<ArrayBuffer>,
    200,
    headers(`figures.${format}`, revision),
  );
}

async function snapshotFile(
  c: AppContext,
  municipality: string,
  revision: number,
  file: string,
): Promise<Response> {
  const digest = revision > 0 ? await ensureSnapshot(c.env, municipality, revision) : null;
  const object = digest && (await c.env.OBJECTS.get(objectKey("snapshot", municipality, digest, file)));
  if (!object) throw nothingKnown();
  return c.body(object.body, 200, headers(file, revision));
}

const headers = (file: string, revision: number) => ({
  "content-type": mediaTypeOf(file),
  "cache-control": "private, no-store",
  "ikiwatari-revision": String(revision),
});

function nothingKnown(): Refusal {
  return new Refusal("not_found", {
    ja: "この団体の数字は(その時点では)まだありません",
    en: "No figures of this municipality are known (at that moment)",
  });
}
