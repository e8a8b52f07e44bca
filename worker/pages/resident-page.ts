import { tokyoDay } from "../../dashboards/residents/apply.js";
import { emptyPage } from "../../dashboards/residents/empty-page.js";
import { visitorSlots } from "../../dashboards/residents/visitor-slots.js";
import { isMunicipalityCode } from "../../data/contract/municipality-code.js";
import { identify } from "../access/guard.js";
import { sha256Hex } from "../access/secret.js";
import type { AppContext } from "../http/app-env.js";
import { knownMunicipalities } from "../ledger/revisions.js";
import { municipalityName } from "../reference.js";
import { latestRelease } from "../releases/release.js";
import { objectKey } from "../snapshots/files.js";
import { chooseLanguage } from "./choose-language.js";
import { fillResidentPage } from "./fill-resident-page.js";

/** A page of a release, by the first part of its file's name, and where it is served. */
const PATHS = { page: "/", reading: "/reading" } as const;

/** A visitor may see the release before for so long; a program asks the open data, which is never old. */
const CACHE_SECONDS = 60;

/**
 * A page for residents out of the latest release, as it was published; only what depends on the moment is filled
 * in. A town without a release gets a page that says so, a release without pages its figures in the notebooks.
 */
export async function residentPage(c: AppContext, kind: keyof typeof PATHS): Promise<Response> {
  const { lang, m } = c.req.query();
  const code = m && isMunicipalityCode(m) ? m : c.var.settings.defaultMunicipality;
  const language = chooseLanguage(lang, c.req.header("accept-language"));
  const [release, known, actor] = await Promise.all([
    latestRelease(c.env.DB, code),
    knownMunicipalities(c.env.DB),
    // A program's token changes nothing here, and a wrong one is no reason to refuse a public page.
    c.req.header("authorization") === undefined ? identify(c) : null,
  ]);
  const here = municipalityName(code);
  const key = release && objectKey("release", code, release.digest, `${kind}.${language}.html`);
  const stored = key === null ? null : await c.env.OBJECTS.get(key);
  if (release && !stored) return c.redirect(`/progress?m=${code}`);

  const towns = known
    .filter((town) => town.latest_release !== null)
    .map((town) => municipalityName(town.code));
  const moment = {
    origin: new URL(c.req.url).origin,
    today: tokyoDay(c.var.now().toISOString()),
    slots: visitorSlots(here, language, { towns, signedIn: actor !== null, path: PATHS[kind] }),
  };
  const html = stored ? stored.body : emptyPage(here, language);
  const etag = await weakTag([stored?.etag ?? String(html), JSON.stringify(moment)]);
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "content-language": language === "en" ? "en" : "ja",
    "cache-control": actor ? "private, no-cache" : `public, max-age=${CACHE_SECONDS}`,
    vary: lang === language ? "Cookie" : "Cookie, Accept-Language",
    etag,
  });
  if (c.req.header("if-none-match")?.includes(etag)) {
    await stored?.body.cancel();
    return c.body(null, { status: 304, headers });
  }
  return fillResidentPage(new Response(html, { headers }), moment);
}

/** Weak: a page that was filled in is the same in meaning, not byte for byte. */
const weakTag = async (parts: readonly string[]): Promise<string> =>
  `W/"${(await sha256Hex(parts.join("\n"))).slice(0, 32)}"`;
