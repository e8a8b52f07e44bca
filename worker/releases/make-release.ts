import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import { DomainError } from "../../data/contract/domain-error.js";
import { ALL, type Provenance } from "../../data/contract/figure.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { auditRelease, certificateOf } from "../../data/disclosure/audit.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import { identitiesOf, publishTables } from "../../data/disclosure/publish.js";
import { townTotals } from "../../data/indicators/totals.js";
import { toldMap } from "../district-map/told-map.js";
import { districtsAt } from "../ledger/districts.js";
import { figuresAt, type LedgerFigure } from "../ledger/figures.js";
import { recordedAt } from "../ledger/revisions.js";
import { municipalityName } from "../reference.js";
import { Refusal } from "../refusal.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import type { Bundle } from "../snapshots/files.js";
import { makeBundle } from "../snapshots/make-bundle.js";
import { changeNotes, compareReleases } from "./compare-releases.js";
import { everPublished, publishedTables, type EarlierRelease } from "./earlier-releases.js";
import { townNoise, SAMPLE_KEY_ID, type TownNoise } from "./noise-key.js";
import { refuseOpenSuccessions } from "./open-successions.js";
import { incompleteDates, refuseUntoldDate } from "./untold-dates.js";
import { openWarnings } from "./open-warnings.js";
import type { Progress } from "./progress.js";
import { publicDistricts, publicFigures } from "./public-figures.js";
import { releaseById, type Release, type ReleaseSource } from "./release.js";
import { releaseFiles } from "./release-files.js";
import { makeReport } from "./report.js";

export interface MakingOptions {
  /** Told of every step; what it waits for lets other requests have their turn. */
  onProgress?: (progress: Progress) => Promise<void>;
  /** Where the noise comes from: the town's key, but in tests that plant another. */
  noise?: (figures: readonly LedgerFigure[], published: readonly string[]) => Promise<TownNoise>;
}

export interface MadeRelease {
  bundle: Bundle;
  report: DisclosureReport;
  tables: PublicTables;
  keyId: string;
}

/**
 * Everything public of a municipality at a revision, up to an as-of date: protected, audited, drawn and written.
 * The same source gives the same bytes.
 * @returns null where there is nothing to publish.
 * @throws Refusal conflict where the policy, the successions or the key do not fit.
 */
export async function makeRelease(
  stores: Stores,
  source: ReleaseSource,
  { onProgress = async () => {}, noise }: MakingOptions = {},
): Promise<MadeRelease | null> {
  const { municipality, revision, through, settings, successions } = source;
  await onProgress({ step: "figures", done: 0, total: null });
  const recorded = await recordedAt(stores.DB, municipality, revision);
  const figures = (await figuresAt(stores.DB, municipality, revision)).filter((f) => f.as_of <= through);
  if (recorded === null || figures.length === 0) return null;
  const districts = await districtsAt(stores.DB, municipality, revision);
  const before = new Set(source.earlier);
  const earlier = (await everPublished(stores.DB, municipality)).filter((r) => before.has(r.id));
  const previous = source.previous === null ? null : await releaseById(stores.DB, source.previous);

  const keys = earlier.flatMap((r) => r.keyId ?? []);
  const makeNoise = noise ?? ((f, k) => townNoise(stores.DB, municipality, f, k, source.created_at));
  const { keyId, noiseOf } = await makeNoise(figures, keys);
  // Releases of a sample are of nobody: they bind no town that publishes figures of its own.
  const outlines = earlier.flatMap((r) =>
    r.outline && (keyId === SAMPLE_KEY_ID || r.keyId !== SAMPLE_KEY_ID) ? [r.outline] : [],
  );
  refuseOpenSuccessions(figures, districts, successions, outlines);
  const policy = policyFor(settings.policy, keyId, earlier);
  const noises = await noiseOf(identitiesOf({ figures, districts, successions, earlier: outlines }));
  const tables = refusingBadPolicy(() =>
    publishTables({
      municipality,
      figures,
      districts,
      successions,
      policy,
      earlier: outlines,
      noiseOf: noises,
    }),
  );
  refuseUntoldDate(tables, through, districts);
  const audit = auditRelease(tables, outlines);
  const differences = compareReleases(previous && (await publishedTables(stores, previous)), tables);
  await onProgress({ step: "figures", done: 1, total: 1 });

  const release = await publicRelease(stores, source, {
    figures,
    tables,
    previous,
    differences,
    audit,
    districts,
  });
  const { files, unpictured } = await releaseFiles(release, onProgress);
  const { populationAsOf, provenance } = originOf(figures);
  const bundle = await makeBundle(
    {
      kind: "release",
      municipality,
      figures: publicFigures(tables, { populationAsOf, provenance }),
      districts: publicDistricts(tables, districts),
      ...(release.map && { map: release.map }),
      roughTotals:
        tables.rows.findLast((r) => r.kind === "town" && r.age_band === ALL && r.sex === ALL)!.margin > 0,
    },
    files,
  );
  const warnings = await openWarnings(stores.DB, municipality, previous?.revision ?? 0, revision);
  await onProgress({ step: "storing", done: 0, total: bundle.files.size });
  return {
    bundle,
    tables,
    keyId,
    report: makeReport(tables, audit, {
      differences,
      warnings,
      unpictured,
      incomplete: incompleteDates(tables, districts),
    }),
  };
}

/** Where the figures come from, by as-of date: one that is made up makes its whole date so. */
function originOf(figures: readonly LedgerFigure[]) {
  const populationAsOf = new Map(townTotals(figures).map((t) => [t.as_of, t.population_as_of]));
  const provenance = new Map(figures.map((f): [string, Provenance] => [f.as_of, "reported"]));
  for (const f of figures) if (f.provenance === "synthetic") provenance.set(f.as_of, "synthetic");
  return { populationAsOf, provenance };
}

async function publicRelease(
  stores: Stores,
  source: ReleaseSource,
  made: {
    figures: readonly LedgerFigure[];
    tables: PublicTables;
    previous: Release | null;
    differences: ReturnType<typeof compareReleases>;
    audit: ReturnType<typeof auditRelease>;
    districts: Awaited<ReturnType<typeof districtsAt>>;
  },
): Promise<PublicRelease> {
  const { municipality, revision, settings } = source;
  const { tables, previous, audit, districts } = made;
  const { populationAsOf, provenance } = originOf(made.figures);
  const told = tables.places.filter((place) => place.kind === "district");
  const map = await toldMap(stores.DB, municipality, revision, told);
  const members = new Set(tables.places[0]!.members);
  return {
    municipality: municipalityName(municipality),
    id: source.id,
    previous: source.previous,
    made_at: source.created_at,
    through: tables.rows.at(-1)!.as_of,
    synthetic: [...provenance.values()].includes("synthetic"),
    settings: { ...settings, policy: tables.policy },
    tables,
    districts: districts
      .filter((d) => members.has(d.code))
      .map(({ code, name, name_en, kana }) => ({ code, name, name_en, kana })),
    ...(map && { map }),
    population_as_of: Object.fromEntries(populationAsOf),
    certificate: certificateOf(audit, tables.policy),
    changes: changeNotes(made.differences, previous?.method ?? "none"),
  };
}

/**
 * What was told to the person is never printed again in tens: districts and ages begin after it. So it stays where the
 * town takes such a date back, and the releases of the method before count as well; figures of the sample have nobody
 * to protect.
 */
function policyFor(
  policy: DisclosurePolicy,
  keyId: string,
  earlier: readonly EarlierRelease[],
): DisclosurePolicy {
  const told = earlier.flatMap((r) =>
    (r.outline?.policy.toldExactly ?? []).filter((date) => date <= r.through),
  );
  if (keyId !== SAMPLE_KEY_ID) {
    told.push(...earlier.filter((r) => r.method === "suppression").map((r) => r.through));
  }
  return told.length === 0
    ? policy
    : { ...policy, toldExactly: [...new Set([...policy.toldExactly, ...told])].sort() };
}

/** A merge of districts that are not there, ages that do not fit: for whoever set them to know, with the place. */
function refusingBadPolicy<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "invalid_policy") throw error;
    throw new Refusal(
      "conflict",
      {
        ja: "公開の設定(合算する地区、年齢の区切り)が、いまの地区一覧や数字と合いません。設定を直してください",
        en: `The publication settings do not fit the districts or ages: ${error.message}`,
      },
      { code: "settings_do_not_fit" },
    );
  }
}
