import type { PublicRelease } from "../../../data/contract/public-release.js";
import { METHOD } from "../../../data/disclosure/read-tables.js";
import type { ListedPlace, LongRow } from "./long-rows.js";
import { noticeOf } from "./notice.js";

const encoder = new TextEncoder();

/**
 * tables.json: what the release is, how it was made and what an audit needs of it (data/disclosure/read-tables.ts reads
 * it), its places, and one object a row and line.
 */
export function tablesJson(
  release: PublicRelease,
  places: readonly ListedPlace[],
  rows: readonly LongRow[],
): Uint8Array {
  const { municipality, id, through, synthetic, settings, tables } = release;
  const { title, description } = noticeOf(release);
  const head = {
    municipality,
    release: id,
    through,
    synthetic,
    licence: settings.licence,
    title,
    description,
    method: METHOD,
    policy: tables.policy,
    successions: tables.successions,
    known: tables.known,
    coverage: tables.coverage,
  };
  const lines = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).join(",\n");
  return encoder.encode(
    `${JSON.stringify(head).slice(0, -1)},\n"places":[\n${lines(places)}\n],\n"rows":[\n${lines(rows)}\n]}\n`,
  );
}
