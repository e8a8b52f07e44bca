import { Hono } from "hono";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppEnv } from "../http/app-env.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";
import { mediaTypeOf, objectKey } from "../snapshots/files.js";

export const snapshots = new Hono<AppEnv>().get(
  "/snapshots/:municipality/:digest/:file",
  operation({
    tag: "figures",
    summary: "A file of an internal snapshot: what a signed-in page reads",
    role: "reader",
    responses: { 200: { description: "The file; it never changes", media: "application/octet-stream" } },
  }),
  requireRole("reader"),
  checked(
    "param",
    z.object({
      municipality: municipalityCode,
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      file: z.string().regex(/^[a-z0-9-]+\.[a-z]+$/),
    }),
  ),
  async (c) => {
    const { municipality, digest, file } = c.req.valid("param");
    assertMunicipality(c, municipality);
    const object = await c.env.OBJECTS.get(objectKey("snapshot", municipality, digest, file));
    if (!object) throw new Refusal("not_found", { ja: "そのファイルはありません", en: "No such file" });
    return c.body(object.body, 200, {
      "content-type": mediaTypeOf(file),
      "content-length": String(object.size),
      // Under a digest nothing changes; whoever is signed out must not find it in a shared cache.
      "cache-control": "private, max-age=31536000, immutable",
      vary: "cookie, authorization",
    });
  },
);
