import { DOMParser } from "linkedom/worker";
import type { ChartDocument } from "../../dashboards/charts/chart.js";

/** A document to draw charts in: Plot draws with whatever DOM it is given, and a Worker has none of its own. */
export const newChartDocument = (): ChartDocument =>
  new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as unknown as ChartDocument;
