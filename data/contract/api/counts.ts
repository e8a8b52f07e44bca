import { z } from "zod";
import { count } from "../schema.js";

/** The counts of some people on one date; a measure that was not supplied is null. */
export const countsSchema = z
  .object({
    population: count,
    applications: count.nullable(),
    issued: count.nullable(),
    held: count.nullable(),
  })
  .meta({ id: "Counts" });

/** How a list or the ledger changed, in entries. */
export const changeCountsSchema = z.object({
  added: count,
  changed: count,
  removed: count,
  unchanged: count,
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;
