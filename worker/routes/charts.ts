import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import { municipalityCode } from "../../data/contract/schema.js";
import { LANGUAGES } from "../../data/contract/town-settings.js";
import type { AppEnv } from "../http/app-env.js";
import { checked, operation } from "../http/openapi.js";
import { askedRelease } from "../releases/pictures/asked-release.js";
import { releaseFile } from "../releases/release-file.js";

const picture = z.string().regex(/^((progress|remaining|ages|districts|flow)\.(svg|png)|share\.png)$/);
const query = z.object({
  lang: z.enum(LANGUAGES).default("ja"),
  theme: z.enum(["light", "print"]).default("light"),
  release: z.string().optional(),
});

export const charts = new Hono<AppEnv>()
  .use(
    "/charts/*",
    cors({ origin: "*", allowMethods: ["GET", "HEAD"], exposeHeaders: ["etag", "ikiwatari-release"] }),
  )
  .get(
    "/charts/:municipality/:picture",
    operation({
      tag: "open data",
      summary: "A chart of the latest release as a picture: a stable address",
      description:
        "progress, remaining, ages, districts, flow as .svg and .png, both for print too; share.png is 1200×630. " +
        "With a release's id: of that release, never changing",
      role: null,
      responses: {
        200: { description: "The picture", media: "image/svg+xml" },
        304: { description: "The reader has it already" },
        410: { description: "Withdrawn, with the reason", media: "application/problem+json" },
      },
    }),
    checked("param", z.object({ municipality: municipalityCode, picture })),
    checked("query", query),
    async (c) => {
      const { municipality, picture: name } = c.req.valid("param");
      const { lang, theme, release: id } = c.req.valid("query");
      const release = await askedRelease(c.env.DB, municipality, id);
      const [chart, ending] = name.split(".") as [string, string];
      const themed = theme === "print" ? ".print" : "";
      const file =
        chart === "share" ? `share.${lang}${themed}.png` : `chart-${chart}.${lang}${themed}.${ending}`;
      return releaseFile(c, release, file, id === undefined ? "latest" : "release");
    },
  );
