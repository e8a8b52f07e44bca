import { tableFromIPC } from "@uwdata/flechette";
import { DOMParser } from "linkedom/worker";
import { comparisonCard } from "../../dashboards/charts/comparison/published-card.js";
import { comparisonModel } from "../../dashboards/charts/comparison/model.js";
import { comparisonPaint } from "../../dashboards/charts/comparison/paint.js";
import { comparisonParts } from "../../dashboards/charts/comparison/parts.js";
import { paintedSlots, type PagePaint } from "../../dashboards/charts/first-paint.js";
import jointSystemsCsv from "../../data/reference/joint-systems.csv";
import type { Figure } from "../../data/contract/figure.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { jointSystems, neighboursOf } from "../../data/indicators/comparison/peers.js";
import type { ReferenceAge, ReferencePlace } from "../../data/indicators/comparison/reference-place.js";
import type { AppContext } from "../http/app-env.js";
import { openFile, REFERENCE_PREFIX } from "../reference-series/open-files.js";
import { publishedSeries } from "../reference-series/published-series.js";
import { objectKey } from "../snapshots/files.js";
import type { PageData } from "./page-context.js";

type Slots = Record<string, string>;

/** Raised with every change of what these slots say: what an older edition stored is then made again. */
const EDITION = 4;

/**
 * What the pages that compare show before any script, where the ministry's tables are imported: 比較, and on 進捗 the
 * card of published series. A snapshot knows nothing of imports, so this stands apart from its first paint and is
 * stored under the import, made when it is first asked for.
 */
export async function referenceSlots(
  c: AppContext,
  { reference, municipality, synthetic }: PageContext,
  bundle: PageData["bundle"],
): Promise<Slots> {
  const page = PAINTED[c.req.path];
  if (!reference || !page) return {};
  const beside = bundle ? `${bundle.kind}-${bundle.digest}` : "none";
  const key = `${REFERENCE_PREFIX}${reference.import}/paint-${EDITION}${c.req.path}/${municipality.code}/${beside}.json`;
  const stored = await c.env.OBJECTS.get(key);
  if (stored) return stored.json<Slots>();
  const paint = await page(c, { number: reference.import, municipality, synthetic, bundle });
  // Of a place that nothing is published about there is nothing worth keeping.
  if (paint.cards.length === 0) return paint.slots;
  const slots = { ...INSTEAD_OF[c.req.path], ...paintedSlots(paint, newDocument()) };
  await c.env.OBJECTS.put(key, JSON.stringify(slots));
  return slots;
}

/** What a snapshot has in a page for want of imported tables, and what they take the place of. */
const INSTEAD_OF: Readonly<Record<string, Slots>> = { "/comparison": { "comparison-published": "" } };

interface Asked extends Pick<PageContext, "municipality" | "synthetic"> {
  number: number;
  bundle: PageData["bundle"];
}

const PAINTED: Readonly<Record<string, (c: AppContext, asked: Asked) => Promise<PagePaint>>> = {
  "/progress": async (c, { number, municipality }) => ({
    slots: {},
    cards: comparisonCard({
      municipality,
      published: await publishedSeries(c.env.DB, number, municipality.code),
    }),
  }),
  "/comparison": async (c, { number, municipality, synthetic, bundle }) => {
    const [places, ages, figures] = await Promise.all([
      rowsOf<ReferencePlace>(c, number, "towns.arrow"),
      rowsOf<ReferenceAge>(c, number, "ages.arrow"),
      figuresOf(c, municipality.code, bundle),
    ]);
    const neighbours = neighboursOf(municipality.code, jointSystems(jointSystemsCsv));
    const parts = comparisonParts(
      { municipality, figures, synthetic },
      { places, ages, neighbours },
      municipality,
    );
    return parts ? comparisonPaint(comparisonModel(parts)) : { slots: {}, cards: [] };
  },
};

async function rowsOf<T>(c: AppContext, number: number, file: string): Promise<T[]> {
  const found = await openFile(c.env, number, file);
  if (!found) throw new Error(`import ${number} has no ${file}`);
  const body = new Response(found.body).body!.pipeThrough(new DecompressionStream("gzip"));
  return tableRows<T>(await new Response(body).arrayBuffer());
}

async function figuresOf(c: AppContext, code: string, bundle: PageData["bundle"]): Promise<Figure[]> {
  const object = bundle
    ? await c.env.OBJECTS.get(objectKey(bundle.kind, code, bundle.digest, "figures.arrow"))
    : null;
  return object ? tableRows<Figure>(await object.arrayBuffer()) : [];
}

const tableRows = <T>(bytes: ArrayBuffer): T[] =>
  tableFromIPC(new Uint8Array(bytes)).toArray() as unknown as T[];

/** Plot draws with whatever DOM it is given; a Worker has none of its own. */
function newDocument(): never {
  return new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as never;
}
