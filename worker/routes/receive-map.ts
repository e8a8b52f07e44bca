import type { ReceivedMap } from "../../data/contract/api/district-map.js";
import { MAX_REPORTED_ISSUES } from "../../data/contract/api/issue.js";
import { sha256Hex } from "../access/secret.js";
import type { AppContext } from "../http/app-env.js";
import { refusedFile } from "../intake/refuse-file.js";
import { issue } from "../intake/words.js";
import { replaceMap } from "../ledger/district-maps.js";
import { districtsAt } from "../ledger/districts.js";
import { currentRevision } from "../ledger/revisions.js";
import { prepareSnapshot } from "../snapshots/ensure-snapshot.js";
import { readMap } from "../district-map/read-map.js";
import { simplifyMap } from "../district-map/simplify-map.js";
import { mapText } from "../district-map/stored-map.js";

/** What the ledger keeps in a row; a page loads several times as much of GeoJSON. */
const MAX_KEPT_BYTES = 1_000_000;

/** Takes a town's map in. @throws Refusal refused_file with every issue */
export async function receiveMap(
  c: AppContext,
  municipality: string,
  bytes: Uint8Array,
  { dryRun }: { dryRun: boolean },
): Promise<ReceivedMap> {
  const districts = await districtsAt(c.env.DB, municipality, await currentRevision(c.env.DB, municipality));
  const { map, issues } = readMap(bytes, districts);
  if (!map) throw refusedFile(issues);
  const simple = simplifyMap(map);
  const topology = mapText(simple);
  if (topology.length > MAX_KEPT_BYTES) throw refusedFile([issue("map_too_detailed", null, null)]);
  const by = {
    actor: c.var.actor.id,
    at: c.var.now().toISOString(),
    digest: await sha256Hex(bytes),
  };
  const { attribution } = map;
  const result = await replaceMap(c.env.DB, municipality, { topology, attribution }, by, { dryRun });
  if (result.changed && !dryRun) {
    c.executionCtx.waitUntil(prepareSnapshot(c.env, municipality, result.revision));
  }
  return {
    dry_run: dryRun,
    ...result,
    districts: map.features.size,
    missing: districts
      .filter(({ code }) => !map.features.has(code))
      .map(({ code, name }) => ({ code, name })),
    unmatched: issues.filter(({ code }) => code === "map_unmatched").length,
    vertices: { before: map.places, after: simple.arcs.reduce((sum, arc) => sum + arc.length, 0) },
    bytes: topology.length,
    issues: issues.slice(0, MAX_REPORTED_ISSUES),
  };
}
