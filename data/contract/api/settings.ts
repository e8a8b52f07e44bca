import { z } from "zod";
import { townSettingsSchema } from "../schema.js";
import type { TownSettings } from "../town-settings.js";

/** The settings of a town's publications that are in force. */
export const savedSettingsSchema = z.object({
  settings: townSettingsSchema as z.ZodType<TownSettings>,
  saved_at: z.string().nullable().meta({ description: "null while nobody has decided: the defaults hold" }),
  saved_by: z.string().nullable(),
});
export type SavedSettings = z.infer<typeof savedSettingsSchema>;
