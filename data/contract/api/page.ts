import { z } from "zod";

/** A page of a list under its name; `next` is the `after` of the page that follows, null on the last. */
export const pageOf = <N extends string, S extends z.ZodType>(name: N, entry: S) =>
  z.object({ [name]: z.array(entry), next: z.number().int().nullable() } as Record<N, z.ZodArray<S>> & {
    next: z.ZodNullable<z.ZodNumber>;
  });
