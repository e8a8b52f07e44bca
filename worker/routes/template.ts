import { Hono } from "hono";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppContext, AppEnv } from "../http/app-env.js";
import { XLSX_TYPE } from "./read-parts.js";
import {
  makeTemplate,
  templateCsv,
  templateXlsx,
  type Template,
  type TemplateCell,
} from "../intake/template.js";
import { districtsAt } from "../ledger/districts.js";
import { currentRevision } from "../ledger/revisions.js";
import { checked, operation } from "../http/openapi.js";
import { municipalityName } from "../reference.js";

const WRITERS = {
  csv: { media: "text/csv; charset=utf-8", write: templateCsv },
  xlsx: { media: XLSX_TYPE, write: templateXlsx },
} as const;
type Format = keyof typeof WRITERS;

const param = z.object({ code: municipalityCode });

/** A file to fill in and upload, for each format that a clerk works with. */
export const template = new Hono<AppEnv>();

for (const format of Object.keys(WRITERS) as Format[]) {
  template.get(
    `/municipalities/:code/template.${format}`,
    operation({
      tag: "uploads",
      summary: `A file to fill in, as ${format}`,
      description:
        "The municipality's districts by the ages and sexes of its latest figures; dates and counts are left empty.",
      role: "uploader",
      responses: { 200: { description: "Headers in Japanese", media: WRITERS[format].media } },
    }),
    requireRole("uploader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param" as never) as z.infer<typeof param>;
      const { media, write } = WRITERS[format];
      const bytes = await write(await templateOf(c, code));
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
        "content-type": media,
        "content-disposition": `attachment; filename="template-${code}.${format}"`,
        "cache-control": "private, no-store",
      });
    },
  );
}

async function templateOf(c: AppContext, code: string): Promise<Template> {
  assertMunicipality(c, code);
  const districts = await districtsAt(c.env.DB, code, await currentRevision(c.env.DB, code));
  return makeTemplate(municipalityName(code), districts, await latestCells(c.env.DB, code));
}

/** The ages and sexes of the newest figures; a check total beside them was never stored. */
async function latestCells(db: D1Database, municipality: string): Promise<TemplateCell[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT value->>0 AS age_band, value->>1 AS sex FROM statements, json_each(cells)
       WHERE municipality = ?1 AND superseded_in IS NULL
         AND as_of = (SELECT max(as_of) FROM statements WHERE municipality = ?1 AND superseded_in IS NULL)`,
    )
    .bind(municipality)
    .all<TemplateCell>();
  return results;
}
