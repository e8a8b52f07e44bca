import {
  DEFAULT_HORIZON,
  HORIZONS,
  pickupDate,
  pickupModel,
  type PickupParts,
} from "../../charts/pickup/model.js";
import { PICKUP_SLOTS } from "../../charts/pickup/cards.js";
import { pickupPaint } from "../../charts/pickup/paint.js";
import { DISTRICT_LIST, districtListFrom } from "../../queries/district-list.js";
import { districtSeriesFrom, districtSeriesSql } from "../../queries/district-series.js";
import { districtTotalsFrom, districtTotalsSql } from "../../queries/district-totals.js";
import { publishedTotalsFrom, publishedTotalsSql } from "../../queries/published-totals.js";
import { TOWN_TOTALS, townTotalsFrom } from "../../queries/town-totals.js";
import { youngIssuedFrom, youngIssuedSql } from "../../queries/young-issued.js";
import { fromAddress, toAddress } from "../address.js";
import { mountCards } from "../card-view.js";
import type { Database } from "../database.js";
import { mountFrame } from "../frame.js";
import { showNoData } from "../no-data.js";
import { readPageContext } from "../page-context.js";
import { openPageData } from "../page-data.js";
import { fillSlots } from "../slots.js";
import { pickupControls } from "./pickup-controls.js";

/** What is asked once: nothing of it depends on a control. */
interface Base extends Pick<
  PickupParts,
  "municipality" | "synthetic" | "isPublic" | "districts" | "published" | "young"
> {
  town: PickupParts["totals"];
}

/** Starts 受取: the flow to the counter at the date, of the district and as far ahead as the address says. */
export async function startPickup(): Promise<void> {
  const context = readPageContext();
  mountFrame(context);
  if (context.door === "none") return showNoData(context, "pickup-lead");
  const database = await openPageData(context, "pickup-lead");
  if (!database) return;
  const base: Base = {
    municipality: context.municipality,
    synthetic: context.synthetic,
    isPublic: context.door === "public",
    town: townTotalsFrom(await database.rows(TOWN_TOTALS)),
    young: youngIssuedFrom(await database.rows(youngIssuedSql(null))),
    districts: districtListFrom(await database.rows(DISTRICT_LIST)),
    published: publishedTotalsFrom(await database.rows(publishedTotalsSql(context.municipality.code))),
  };
  let turn = 0;
  const redraw = async (): Promise<void> => {
    const mine = ++turn;
    const parts = await partsOf(database, base);
    // A control that was changed meanwhile has asked again.
    if (mine === turn) showPickup(parts, base, redraw);
  };
  await redraw();
}

async function partsOf(database: Database, base: Base): Promise<PickupParts> {
  const asOf = pickupDate(
    base.town.map((t) => t.as_of),
    fromAddress("date"),
  );
  // Flows of districts are no sums of prints: only whoever is signed in chooses one.
  const place = base.isPublic
    ? null
    : (base.districts.find((d) => d.code === fromAddress("district")) ?? null);
  const [districtTotals, totals, young] = await Promise.all([
    asOf === null || base.isPublic ? [] : database.rows(districtTotalsSql(asOf)).then(districtTotalsFrom),
    place ? database.rows(districtSeriesSql(place.code)).then(districtSeriesFrom) : base.town,
    place ? database.rows(youngIssuedSql(place.code)).then(youngIssuedFrom) : base.young,
  ]);
  return {
    ...base,
    place: place && { code: place.code, name: place.name },
    totals,
    young,
    districtTotals,
    asOf,
    horizon: HORIZONS.find((h) => String(h) === fromAddress("horizon")) ?? DEFAULT_HORIZON,
  };
}

function showPickup(parts: PickupParts, base: Base, redraw: () => Promise<void>): void {
  const model = pickupModel(parts);
  const { slots, cards } = pickupPaint(model);
  fillSlots(slots);
  const place = parts.place?.code;
  const series = place === undefined ? TOWN_TOTALS : districtSeriesSql(place);
  mountCards(cards, PICKUP_SLOTS, ({ slot }) => ({
    town: parts.municipality,
    asOf: parts.asOf ?? "",
    sql: slot === "pickup-districts" ? districtTotalsSql(parts.asOf!) : series,
  }));
  const dates = base.town.map((t) => t.as_of);
  pickupControls({ dates, districts: base.isPublic ? [] : base.districts, parts }, (values) => {
    toAddress(values);
    void redraw();
  });
}
