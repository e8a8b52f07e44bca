import { DomainError } from "../../data/contract/domain-error.js";
import type { Provenance } from "../../data/contract/figure.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { protectFigures } from "../../data/disclosure/protect.js";
import { townTotals } from "../../data/indicators/totals.js";
import { toldMap } from "../district-map/told-map.js";
import { districtsAt } from "../ledger/districts.js";
import { figuresAt } from "../ledger/figures.js";
import { recordedAt } from "../ledger/revisions.js";
import { Refusal } from "../problem.js";
import { municipalityName } from "../reference.js";
import type { Stores } from "../snapshots/ensure-snapshot.js";
import type { Bundle } from "../snapshots/files.js";
import { makeBundle } from "../snapshots/make-bundle.js";
import { changeNotes, compareReleases } from "./compare-releases.js";
import { earlierReleases } from "./earlier-releases.js";
import { loadSolver } from "./load-solver.js";
import { listedPlaces, longRows } from "./open-data/long-rows.js";
import { tablesJson } from "./open-data/tables-json.js";
import { openWarnings } from "./open-warnings.js";
import { proveRelease } from "./prove-release.js";
import { publicAges, publicDistricts, publicFigures } from "./public-figures.js";
import { releaseById, type ReleaseSource } from "./release.js";
import { releaseFiles } from "./release-files.js";
import { makeReport, type DisclosureReport } from "./report.js";

/**
 * Everything public of a municipality at a revision, up to an as-of date: protected, audited, drawn and written.
 * The same source gives the same bytes.
 * @returns null where there is nothing to publish.
 * @throws Refusal conflict where the policy does not fit the districts or ages.
 */
export async function makeRelease(
  stores: Stores,
  source: ReleaseSource,
): Promise<{ bundle: Bundle; report: DisclosureReport } | null> {
  const { municipality, revision, through, settings } = source;
  const recorded = await recordedAt(stores.DB, municipality, revision);
  const figures = (await figuresAt(stores.DB, municipality, revision)).filter((f) => f.as_of <= through);
  if (recorded === null || figures.length === 0) return null;
  const districts = await districtsAt(stores.DB, municipality, revision);
  const earlier = await earlierReleases(stores, source.earlier);
  const previous = source.previous === null ? null : await releaseById(stores.DB, source.previous);
  const before = previous ? (earlier[source.earlier.indexOf(previous.id)]?.tables ?? null) : null;

  const solver = await loadSolver();
  const protection = refusingBadPolicy(() =>
    protectFigures({ municipality, figures, districts, policy: settings.policy, earlier, solver }),
  );
  const { tables } = protection;
  const populationAsOf = new Map(townTotals(figures).map((t) => [t.as_of, t.population_as_of]));
  const provenance = new Map(figures.map((f): [string, Provenance] => [f.as_of, "reported"]));
  for (const f of figures) if (f.provenance === "synthetic") provenance.set(f.as_of, "synthetic");
  const told = tables.places.filter((place) => place.kind === "district");
  const map = await toldMap(stores.DB, municipality, revision, told);
  const differences = compareReleases(before, tables);
  const unproven: PublicRelease = {
    municipality: municipalityName(municipality),
    id: source.id,
    previous: source.previous,
    revision,
    recorded_at: recorded,
    made_at: source.created_at,
    through: tables.rows.at(-1)!.as_of,
    synthetic: [...provenance.values()].includes("synthetic"),
    settings,
    tables,
    districts: districts
      .filter((d) => tables.places[0]?.members.includes(d.code))
      .map(({ code, name, name_en, kana }) => ({ code, name, name_en, kana })),
    ...(map && { map }),
    population_as_of: Object.fromEntries(populationAsOf),
    certificate: protection.certificate,
    changes: changeNotes(differences, before === null),
  };
  const tablesFile = tablesJson(unproven, listedPlaces(unproven), longRows(unproven));
  const began = await clockOf(stores);
  const proof = proveRelease(
    solver,
    earlier.map((release, i) => ({ ...release, id: source.earlier[i]! })),
    { id: source.id, tables, figures, tablesFile },
    protection,
  );
  const seconds = ((await clockOf(stores)) - began) / 1000;
  const release: PublicRelease = { ...unproven, certificate: proof.certificate };
  const { files, unpictured } = await releaseFiles(release);
  const bundle = await makeBundle(
    {
      kind: "release",
      municipality,
      revision,
      recordedAt: recorded,
      figures: publicFigures(tables, { populationAsOf, provenance }),
      districts: publicDistricts(tables, districts),
      ...(map && { map }),
      townAges: publicAges(tables),
    },
    files,
  );
  const warnings = await openWarnings(stores.DB, municipality, previous?.revision ?? 0, revision);
  const report = makeReport(
    { ...protection, ...proof },
    { differences, warnings, unpictured, bounds_seconds: seconds },
  );
  return { bundle, report };
}

/** A Worker's clock stands still while it computes: only an answer from outside moves it on. */
async function clockOf({ DB }: Stores): Promise<number> {
  await DB.prepare("SELECT 1").first();
  return Date.now();
}

/** A merge of districts that are not there, ages that do not fit: for whoever set them to know, with the place. */
function refusingBadPolicy<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "invalid_policy") throw error;
    throw new Refusal("conflict", {
      ja: "公開の設定(合算する地区、年齢の区切り)が、いまの地区一覧や数字と合いません。設定を直してください",
      en: `The publication settings do not fit the districts or ages: ${error.message}`,
    });
  }
}
