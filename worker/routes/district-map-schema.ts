import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { CODE_PROPERTIES, NAME_PROPERTIES } from "../district-map/match-district.js";
import { issueSchema } from "../http/openapi.js";

const count = z.number().int();

export const param = z.object({ code: municipalityCode });

/** Of every request that sends a map. */
export const mapQuery = z.object({
  dry_run: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .meta({ description: "Of a map: check only; nothing is written" }),
});

export const receivedMapSchema = z
  .object({
    dry_run: z.boolean(),
    revision: count,
    changed: z.boolean(),
    districts: count.meta({ description: "Districts with a shape" }),
    missing: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .meta({ description: "Districts of the list without one" }),
    unmatched: count.meta({ description: "Features of no district of the list: left out" }),
    vertices: z.object({ before: count, after: count }),
    bytes: count.meta({ description: "Of what is kept" }),
    issues: z.array(issueSchema).meta({ description: "Warnings, 1,000 at most" }),
  })
  .meta({ id: "ReceivedMap" });

/** A FeatureCollection of RFC 7946 as far as it is looked at. */
export const mapFileSchema = z.object({
  type: z.literal("FeatureCollection"),
  attribution: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Whom to name as the source of the borders" }),
  features: z.array(z.record(z.string(), z.unknown())),
});

export const HOW_FEATURES_MATCH =
  `A feature is the district whose code stands in one of its properties ${CODE_PROPERTIES.join(", ")}, else the one ` +
  `whose name stands in ${NAME_PROPERTIES.join(", ")}, else, where it has none of these, the one with the feature's ` +
  "id as its code. Features of one district become one. Longitude and latitude of JGD2011 or WGS 84; Polygon or " +
  "MultiPolygon; 8 MB, 20,000 features, 300,000 places. Borders are simplified to what a drawing shows; every other " +
  "property is dropped.";
