import { z } from "zod";
import { count, districtSchema, successionSchema } from "../schema.js";
import type { Succession } from "../../disclosure/succession.js";
import { changeCountsSchema } from "./counts.js";

/** A municipality's district list, in code order. */
export const districtListSchema = z.object({ municipality: z.string(), districts: z.array(districtSchema) });
export type DistrictList = z.infer<typeof districtListSchema>;
export type ListedDistrict = DistrictList["districts"][number];
/** As much of it as a choice between districts shows. */
export type NamedDistrict = Pick<ListedDistrict, "code" | "name" | "area">;

/** What became of a district list that was replaced. */
export const replacedDistrictsSchema = changeCountsSchema.extend({ revision: count });
export type ReplacedDistricts = z.infer<typeof replacedDistrictsSchema>;

/** Which districts' people go by which other codes from a date on; oldest first. */
export const successionListSchema = z.object({
  successions: z.array(successionSchema as z.ZodType<Succession>).max(2000),
});
export type SuccessionList = z.infer<typeof successionListSchema>;
