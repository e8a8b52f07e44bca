import type { ChartEntry } from "../../../dashboards/charts/public/chart-index.js";
import { embedMaker, type MakerChoice } from "../../../dashboards/residents/embed/embed-maker.js";
import { municipalityName } from "../../reference.js";
import type { Release } from "../release.js";
import { readReleaseJson } from "./read-release-json.js";

export { COPY_SCRIPT } from "../../../dashboards/residents/embed/embed-maker.js";

/** The page that makes codes for frames, with the charts of a release to choose from. */
export async function makerPage(
  objects: R2Bucket,
  release: Release,
  { origin, choice }: { origin: string; choice: MakerChoice },
): Promise<string> {
  const { charts } = await readReleaseJson<{ charts: ChartEntry[] }>(objects, release, "charts.json");
  return embedMaker({ origin, municipality: municipalityName(release.municipality), charts, choice });
}
