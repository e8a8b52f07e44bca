import { chartFiles, pageModel, type PageModel } from "../../dashboards/charts/page-model.js";
import type { Manifest } from "../../data/contract/api/manifest.js";
import type { District } from "../../data/contract/district.js";
import type { DistrictMap } from "../../data/contract/district-shape.js";
import { compareFigures } from "../../data/contract/figure-order.js";
import { headline } from "../../data/indicators/headline.js";
import { sha256Hex } from "../access/secret.js";
import type { LedgerFigure } from "../ledger/figures.js";
import { municipalityName, publishedFor } from "../reference.js";
import {
  districtsArrow,
  districtsCsv,
  figuresArrow,
  figuresCsv,
  figuresJson,
  figuresParquet,
} from "./encode.js";
import { newChartDocument } from "./chart-document.js";
import { mediaTypeOf, type Bundle } from "./files.js";
import { MAP_FILE, mapFile } from "./map-file.js";

export interface BundleSource {
  kind: Manifest["kind"];
  municipality: string;
  /** Of a snapshot; the public is not told how often the ledger was written. */
  revision?: { number: number; recordedAt: string };
  figures: readonly LedgerFigure[];
  districts: readonly District[];
  /** The town's own map of these districts, if it has given one. */
  map?: DistrictMap;
  /** Of a release: the town's own counts are told in tens, too. */
  roughTotals?: boolean;
}

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 1)}\n`);

/**
 * Everything a reader can be given of one state of the ledger. Same source, same bytes.
 * @param beside further files of the bundle; none of them may have the name of another.
 */
export async function makeBundle(
  source: BundleSource,
  beside: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Bundle> {
  const { kind, municipality, revision, districts, map } = source;
  const figures = [...source.figures].sort(compareFigures);
  const synthetic = figures.some((f) => f.provenance === "synthetic");
  const pages = {
    municipality: municipalityName(municipality),
    figures,
    districts,
    ...(map && { map }),
    synthetic,
    isPublic: kind === "release",
    published: publishedFor(municipality),
  };
  const model = pageModel(pages);
  const files = new Map<string, Uint8Array>([
    ["figures.arrow", figuresArrow(figures)],
    ["figures.csv", figuresCsv(figures)],
    ["figures.json", figuresJson({ municipality, ...(revision && { revision: revision.number }) }, figures)],
    ["figures.parquet", figuresParquet(figures)],
    ["districts.arrow", districtsArrow(districts)],
    ["districts.csv", districtsCsv(districts)],
    ["headline.json", json({ ...headline(municipality, model.totals), synthetic })],
    // Of a release it comes with the open data that describe it.
    ...(map && !beside.has(MAP_FILE) ? [[MAP_FILE, mapFile(map, districts)] as const] : []),
    ...drawings(model),
    ...beside,
  ]);
  const dates = figures.map((f) => f.as_of);
  const manifest: Manifest = {
    format: 1,
    kind,
    municipality,
    ...(revision && { revision: revision.number, recorded_at: revision.recordedAt }),
    as_of: dates.length > 0 ? { first: dates[0]!, last: dates.at(-1)! } : null,
    rows: figures.length,
    synthetic,
    ...(source.roughTotals && { rough_totals: true as const }),
    files: await Promise.all(
      [...files].map(async ([name, bytes]) => ({
        name,
        bytes: bytes.byteLength,
        sha256: await sha256Hex(bytes),
        media_type: mediaTypeOf(name),
      })),
    ),
  };
  const manifestBytes = json(manifest);
  return {
    digest: await sha256Hex(manifestBytes),
    manifest,
    files: new Map([...files, ["manifest.json", manifestBytes]]),
  };
}

/** Charts as files. */
function* drawings(model: PageModel): Iterable<[string, Uint8Array]> {
  const document = newChartDocument();
  for (const [name, svg] of Object.entries(chartFiles(model, { document })))
    yield [name, encoder.encode(svg)];
}
