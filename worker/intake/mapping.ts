import { z } from "zod";
import { FIGURE_COLUMNS, type Figure } from "../../data/contract/figure.js";

/** What a column of a file can mean: a field of the contract, or the area that a new district belongs to. */
export type Field = keyof Figure | "area";

const fields = [...FIGURE_COLUMNS, "area"] as const;
const headerName = z.string().trim().min(1).max(200);

/** How to read a file whose headers are not ours; travels with the upload as JSON. */
export const mappingSchema = z
  .strictObject({
    columns: z
      .partialRecord(z.enum(fields), z.union([headerName, z.array(headerName).min(1).max(5)]))
      .default({})
      .meta({ description: "Field → header, or several headers whose texts are joined (district)" }),
    constants: z
      .partialRecord(z.enum(fields), z.string().trim().min(1).max(200))
      .default({})
      .meta({ description: "Field → one value for every row" }),
    register_districts: z
      .boolean()
      .default(false)
      .meta({ description: "Districts that the list does not know yet are added to it" }),
  })
  .meta({ id: "Mapping" });

export type Mapping = z.infer<typeof mappingSchema>;
export const NO_MAPPING: Mapping = { columns: {}, constants: {}, register_districts: false };
