import { Hono } from "hono";
import { z } from "zod";
import { successionListSchema } from "../../data/contract/api/district.js";
import type { Words } from "../../data/contract/api/issue.js";
import { municipalityCode } from "../../data/contract/schema.js";
import { changedPeople } from "../../data/disclosure/audit-cells.js";
import { successionFaults, type SuccessionFault } from "../../data/disclosure/succession.js";
import { assertMunicipality, requireRole } from "../access/guard.js";
import type { AppEnv } from "../http/app-env.js";
import { screenText } from "../intake/screen.js";
import { wordsOf } from "../intake/words.js";
import { districtsAt } from "../ledger/districts.js";
import { currentRevision } from "../ledger/revisions.js";
import { saveSuccessions, successionsOf } from "../ledger/successions.js";
import { checked, operation } from "../http/openapi.js";
import { Refusal } from "../refusal.js";
import { everPublished } from "../releases/earlier-releases.js";

const PATH = "/municipalities/:code/districts/successions";
const param = z.object({ code: municipalityCode });

const FAULTS: Readonly<Record<SuccessionFault["kind"], Words>> = {
  unknown: { ja: "地区一覧にないコードです", en: "is not on the district list" },
  ended: { ja: "その日より前に、ほかの地区に引き継がれて終わっています", en: "has ended before" },
  taken: { ja: "すでにほかの人たちの地区のコードです", en: "stands for other people already" },
  reserved: { ja: "「~」か「@」と日付で終わるコードは使えません", en: "must not end with ~ or @ and a date" },
};

/** All faults at once, each with its place in the list. */
function wrongSuccessions(faults: readonly SuccessionFault[]): Refusal {
  const said = faults.map(({ index, code, kind }) => ({ index, code, kind, message: FAULTS[kind] }));
  const list = (lang: keyof Words) =>
    said.map((f) => `${f.index + 1}: ${f.code} ${f.message[lang]}`).join("; ");
  return new Refusal(
    "conflict",
    { ja: `承継の一覧を直してください（${list("ja")}）`, en: `Correct the successions (${list("en")})` },
    { code: "wrong_successions", members: { faults: said } },
  );
}

/** Which districts' people go by which other codes from a date on: renamed, merged, split, ended, new. */
export const successions = new Hono<AppEnv>()
  .get(
    PATH,
    operation({
      tag: "figures",
      summary: "What became of a municipality's districts",
      role: "reader",
      responses: { 200: { description: "Oldest first", schema: successionListSchema } },
    }),
    requireRole("reader"),
    checked("param", param),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      return c.json({ successions: await successionsOf(c.env.DB, code) });
    },
  )
  .put(
    PATH,
    operation({
      tag: "figures",
      summary: "Say what became of a municipality's districts",
      description:
        "Replaces the list. Releases keep the noise of the same people under their new codes, so what a published " +
        "release rests on cannot be said otherwise: 409, code succession_published.",
      role: "publisher",
      body: { "application/json": { schema: successionListSchema } },
      responses: { 200: { description: "Saved", schema: successionListSchema } },
    }),
    requireRole("publisher"),
    checked("param", param),
    checked("json", z.strictObject({ successions: successionListSchema.shape.successions })),
    async (c) => {
      const { code } = c.req.valid("param");
      assertMunicipality(c, code);
      const wanted = c.req
        .valid("json")
        .successions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const finding = screenText(JSON.stringify(wanted));
      if (finding) throw new Refusal("invalid_request", wordsOf(finding));
      const listed = await districtsAt(c.env.DB, code, await currentRevision(c.env.DB, code));
      const outlines = (await everPublished(c.env.DB, code)).flatMap((r) => r.outline ?? []);
      // A code that was published may have left the list since.
      const known = [...listed.map((d) => d.code), ...outlines.flatMap((o) => o.known)];
      const faults = successionFaults(wanted, new Set(known));
      if (faults.length > 0) throw wrongSuccessions(faults);
      const [changed] = changedPeople(wanted, outlines);
      if (changed) {
        throw new Refusal(
          "conflict",
          {
            ja: `公開した数字のもとになった承継は変えられません（${changed}）`,
            en: `Successions that a published release rests on cannot be changed (${changed})`,
          },
          { code: "succession_published" },
        );
      }
      await saveSuccessions(c.env.DB, code, wanted, { actor: c.var.actor.id, at: c.var.now().toISOString() });
      return c.json({ successions: wanted });
    },
  );
