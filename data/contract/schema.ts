import { z } from "zod";
import { isAgeBand } from "./age-band.js";
import { isIsoDate } from "./as-of-date.js";
import { ALL } from "./figure.js";
import { isMunicipalityCode } from "./municipality-code.js";

/** The zod schemas of the contract. They stand apart so that no page ever loads zod. */

export const municipalityCode = z
  .string()
  .refine(isMunicipalityCode, { error: "six digits with a right check digit" })
  .meta({ description: "全国地方公共団体コード: six digits, the last a check digit", example: "173843" });

export const isoDate = z
  .string()
  .refine(isIsoDate, { error: "a day written YYYY-MM-DD" })
  .meta({ description: "YYYY-MM-DD", example: "2026-10-31" });

export const count = z.number().int().nonnegative();

export const figureSchema = z
  .object({
    municipality: municipalityCode,
    as_of: isoDate,
    district: z.string().min(1).max(200),
    age_band: z.string().refine(isAgeBand, { error: "0-4 … 90+ or all" }),
    sex: z.enum(["male", "female", "all"]),
    population: count,
    population_as_of: isoDate.nullable(),
    applications: count.nullable(),
    issued: count.nullable(),
    held: count.nullable(),
  })
  .meta({ id: "Figure", description: "One cell on one as-of date; a measure not supplied is null" });

const text = (max: number) => z.string().trim().min(1).max(max);

export const districtSchema = z
  .object({
    code: text(200).refine((code) => code !== ALL, { error: "`all` is reserved" }),
    name: text(200),
    kana: text(200).nullable().default(null),
    name_en: text(200).nullable().default(null),
    area: text(200).nullable().default(null),
    tile_x: z.number().int().min(0).max(500).nullable().default(null),
    tile_y: z.number().int().min(0).max(500).nullable().default(null),
  })
  .meta({ id: "District" });
