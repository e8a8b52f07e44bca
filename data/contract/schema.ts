import { z } from "zod";
import { DEFAULT_POLICY } from "../disclosure/policy.js";
import { isOfLeaves } from "../disclosure/leaves.js";
import { RESERVED_CODE } from "../disclosure/succession.js";
import { agePartitionFault, isAgeBand } from "./age-band.js";
import { isIsoDate } from "./as-of-date.js";
import { ALL } from "./figure.js";
import { isMunicipalityCode } from "./municipality-code.js";
import { DEFAULT_AGES, DEFAULT_SETTINGS } from "./town-settings.js";

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
    code: text(200)
      .refine((code) => code !== ALL, { error: "`all` is reserved" })
      .refine((code) => !RESERVED_CODE.test(code), { error: "must not end with ~ or @ and a date" }),
    name: text(200),
    kana: text(200).nullable().default(null),
    name_en: text(200).nullable().default(null),
    area: text(200).nullable().default(null),
    tile_x: z.number().int().min(0).max(500).nullable().default(null),
    tile_y: z.number().int().min(0).max(500).nullable().default(null),
  })
  .meta({ id: "District" });

const localised = z
  .strictObject({ ja: text(1000), easy: text(1000).optional(), en: text(1000).optional() })
  .meta({ id: "Localised" });

const ageBands = z
  .array(
    z.string().refine((band) => band !== ALL && isOfLeaves(band), { error: "0-14 … 75+, in steps of five" }),
  )
  .max(21)
  .refine((bands) => agePartitionFault(bands) === null, {
    error: "must cover every age from 0 exactly once",
  });

export const successionSchema = z
  .strictObject({
    on: isoDate.meta({ description: "The first as-of date that can have the new codes" }),
    from: z.array(text(200)).max(500),
    to: z.array(text(200)).max(500),
  })
  .refine(({ from, to }) => from.length + to.length > 0, { error: "must name a district" })
  .refine(({ from, to }) => new Set(from).size === from.length && new Set(to).size === to.length, {
    error: "names a district twice",
  })
  .meta({
    id: "Succession",
    description: "Districts whose people go by other codes from a date on; an empty side: ended, or new",
  });

export const disclosurePolicySchema = z
  .strictObject({
    smallestResidents: z
      .number()
      .int()
      .min(DEFAULT_POLICY.smallestResidents)
      .max(10_000)
      .default(DEFAULT_POLICY.smallestResidents)
      .meta({ description: "No cell with fewer residents is printed" }),
    totals: z
      .enum(["exact", "tens"])
      .default(DEFAULT_POLICY.totals)
      .meta({ description: "The town's own counts: to the person, or in tens" }),
    ages: ageBands
      .nullable()
      .default([...DEFAULT_AGES])
      .meta({ description: "null: as fine as all dates allow" }),
    merges: z
      .array(
        z.strictObject({
          code: text(200).refine((code) => code !== ALL, { error: "`all` is reserved" }),
          name: text(200),
          members: z.array(text(200)).min(2).max(500),
        }),
      )
      .max(500)
      .default([]),
    toldExactly: z.array(isoDate).max(1000).default([]).meta({
      description: "Dates told to the person elsewhere; districts and ages begin after the last of them",
    }),
  })
  .meta({
    id: "DisclosurePolicy",
    description: "What a town tells in its publications, and what is told together",
  });

/** https://town.example, http://localhost:3000, or * for any; nothing that could end a header early. */
const origin = z.string().regex(/^(\*|https?:\/\/[a-z0-9.-]+(:\d{1,5})?)$/, { error: "an origin, or *" });

export const townSettingsSchema = z
  .strictObject({
    policy: disclosurePolicySchema.prefault({}),
    licence: z.enum(["CC-BY-4.0", "PDL-1.0"]).default(DEFAULT_SETTINGS.licence),
    publisher: localised.nullable().default(null),
    contact: localised.nullable().default(null),
    name_en: text(200).nullable().default(null),
    apply: z.array(localised).max(20).default([]),
    sessions: z
      .array(
        z.strictObject({
          date: isoDate,
          time: text(100).nullable().default(null),
          place: localised,
          what: localised,
        }),
      )
      .max(200)
      .default([]),
    frame_ancestors: z
      .array(origin)
      .max(20)
      .default([...DEFAULT_SETTINGS.frame_ancestors]),
  })
  .meta({ id: "TownSettings" });
