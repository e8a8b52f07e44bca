import { tableFromIPC } from "@uwdata/flechette";
import type { Page } from "../../dashboards/pages/page.js";
import type { PageSource } from "../../dashboards/charts/page-source.js";
import jointSystemsCsv from "../../data/reference/joint-systems.csv";
import type { District } from "../../data/contract/district.js";
import { readDistrictMap } from "../../data/contract/district-shape.js";
import type { Figure } from "../../data/contract/figure.js";
import type { PublicRow } from "../../data/disclosure/published.js";
import { jointSystems } from "../../data/indicators/comparison/peers.js";
import type { ReferenceAge, ReferencePlace } from "../../data/indicators/comparison/reference-place.js";
import type { AppContext } from "../http/app-env.js";
import { publishedFor } from "../reference.js";
import { openFile } from "../reference-series/open-files.js";
import { publishedSeries } from "../reference-series/published-series.js";
import { publicAges } from "../releases/public-figures.js";
import { objectKey } from "../snapshots/files.js";
import { MAP_FILE } from "../snapshots/map-file.js";
import type { PageData } from "./page-context.js";

/** The rows that a page is painted from: the very files that its browser would load. */
export async function pageSource(
  c: AppContext,
  page: Page,
  { context, bundle }: PageData,
): Promise<PageSource> {
  const { municipality, synthetic, reference } = context;
  const needs = new Set(page.figures?.needs?.(context));
  const file = async (name: string): Promise<ArrayBuffer | null> => {
    if (!bundle) return null;
    const object = await c.env.OBJECTS.get(objectKey(bundle.kind, municipality.code, bundle.digest, name));
    return object && object.arrayBuffer();
  };
  const [figures, districts, tables, map, published, places, ages] = await Promise.all([
    file("figures.arrow"),
    file("districts.arrow"),
    needs.has("town-ages") ? file("tables.arrow") : null,
    needs.has("map") && context.files?.map ? file(MAP_FILE) : null,
    reference
      ? publishedSeries(c.env.DB, reference.import, municipality.code)
      : publishedFor(municipality.code),
    needs.has("reference") ? importedTable(c, reference!.import, "towns.arrow") : null,
    needs.has("reference") ? importedTable(c, reference!.import, "ages.arrow") : null,
  ]);
  return {
    municipality,
    synthetic,
    figures: rowsOf<Figure>(figures),
    districts: rowsOf<District>(districts),
    published,
    systems: jointSystems(jointSystemsCsv),
    ...(tables && { townAges: publicAges({ rows: releaseRows(tables) }) }),
    ...(map && { map: readDistrictMap(new TextDecoder().decode(map)) }),
    ...(places && {
      reference: { places: rowsOf<ReferencePlace>(places), ages: rowsOf<ReferenceAge>(ages) },
    }),
  };
}

/** Rows of a release's tables, whose dates are dates and not texts. */
const releaseRows = (bytes: ArrayBuffer): PublicRow[] =>
  rowsOf<Omit<PublicRow, "as_of"> & { as_of: number }>(bytes).map((row) => ({
    ...row,
    as_of: new Date(row.as_of).toISOString().slice(0, 10),
  }));

async function importedTable(c: AppContext, number: number, name: string): Promise<ArrayBuffer> {
  const found = await openFile(c.env, number, name);
  if (!found) throw new Error(`import ${number} has no ${name}`);
  const body = new Response(found.body).body!.pipeThrough(new DecompressionStream("gzip"));
  return new Response(body).arrayBuffer();
}

const rowsOf = <T>(bytes: ArrayBuffer | null): T[] =>
  bytes === null ? [] : (tableFromIPC(new Uint8Array(bytes)).toArray() as unknown as T[]);
