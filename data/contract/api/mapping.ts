import { z } from "zod";
import { FIGURE_COLUMNS } from "../figure.js";

const fieldSchema = z.enum([...FIGURE_COLUMNS, "area"]);
/** What a column of a file can mean: a field of the contract, or the area that a new district belongs to. */
export type Field = z.infer<typeof fieldSchema>;

const headerName = z.string().trim().min(1).max(200);

/** How to read a file whose headers are not ours; travels with the upload as JSON. */
export const mappingSchema = z
  .strictObject({
    columns: z
      .partialRecord(fieldSchema, z.union([headerName, z.array(headerName).min(1).max(5)]))
      .default({})
      .meta({ description: "Field → header, or several headers whose texts are joined (district)" }),
    constants: z
      .partialRecord(fieldSchema, z.string().trim().min(1).max(200))
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

/** A municipality's own way of writing its files, as somebody saved it. */
export const savedMappingSchema = z
  .object({
    mapping: mappingSchema.nullable().meta({ description: "null where none was saved" }),
    saved_at: z.string().nullable(),
    saved_by: z.string().nullable(),
  })
  .meta({ id: "SavedMapping" });
export type SavedMapping = z.infer<typeof savedMappingSchema>;

/** How a file was understood, for somebody to check before it is sent. Of a file that passed the screen only. */
export const readingSchema = z
  .object({
    header: z.array(z.string()).meta({ description: 'As written; one that is empty stays ""' }),
    header_row: z.number().int().meta({ description: "As a spreadsheet numbers it; 0 for JSON" }),
    mapping: mappingSchema,
    mapping_from: z
      .enum(["request", "saved", "none"])
      .meta({ description: "Whose word it was how to read the file" }),
    columns: z.array(
      z.object({ field: fieldSchema, headers: z.array(z.string()), constant: z.string().nullable() }),
    ),
    ignored: z.array(z.string()).meta({ description: "Headers that mean nothing here" }),
    proposal: mappingSchema
      .nullable()
      .meta({ description: "What the headers suggest where something is missing; to be checked" }),
  })
  .meta({ id: "Reading", description: "Also a member of the problem where a dry run is refused" });
export type Reading = z.infer<typeof readingSchema>;
export type MappingOrigin = Reading["mapping_from"];
