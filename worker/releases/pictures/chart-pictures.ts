import { chartEntry, type ChartEntry } from "../../../dashboards/charts/public/chart-index.js";
import { chartFile } from "../../../dashboards/charts/public/chart-file.js";
import { embedPage } from "../../../dashboards/residents/embed/embed-page.js";
import type { PublicChart } from "../../../dashboards/charts/public/public-chart.js";
import { publicCharts, townName } from "../../../dashboards/charts/public/public-charts.js";
import { publicModel, type PublicModel } from "../../../dashboards/charts/public/public-model.js";
import { SHARE_WIDTH, sharePicture } from "../../../dashboards/charts/public/share-picture.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { LANGUAGES } from "../../../data/contract/town-settings.js";
import type { Progress } from "../progress.js";
import { newChartDocument } from "../../snapshots/chart-document.js";
import { pictureRenderer, type PictureRenderer } from "./render-picture.js";

export interface ChartPictures {
  /** Files by name. */
  files: Map<string, Uint8Array>;
  /** Characters of names that the pictures show as 〓, because their font lacks them. */
  unpictured: string[];
}

const encoder = new TextEncoder();

/**
 * Every drawing of a release, in three languages: `chart-ID.LANG.svg`, `.print.svg` (their PNGs: chart-png.ts),
 * `embed-ID.LANG.html`, `share.LANG.png`, and the list of them, `charts.json`. Same release, same bytes. None where it has nothing to draw.
 */
export async function chartPictures(
  release: PublicRelease,
  onProgress: (progress: Progress) => Promise<void> = async () => {},
): Promise<ChartPictures> {
  const renderer = await pictureRenderer();
  const files = new Map<string, Uint8Array>();
  const charts: ChartEntry[] = [];
  const models = LANGUAGES.map((language) => publicModel(release, language));
  const drawn = models.map((model) => publicCharts(model));
  const total = drawn.flat().length;
  for (const [i, model] of models.entries()) {
    const { language } = model;
    for (const chart of drawn[i]!) {
      await onProgress({ step: "pictures", done: charts.length, total });
      charts.push(addChart(files, chart, model, renderer));
    }
    const share = sharePicture(model);
    if (share) files.set(`share.${language}.png`, renderer.render(share, SHARE_WIDTH));
  }
  files.set("charts.json", encoder.encode(`${JSON.stringify({ charts }, null, 1)}\n`));
  return { files, unpictured: renderer.missing() };
}

function addChart(
  files: Map<string, Uint8Array>,
  chart: PublicChart,
  model: PublicModel,
  renderer: PictureRenderer,
): ChartEntry {
  const { language, release } = model;
  const name = `chart-${chart.id}.${language}`;
  const document = newChartDocument();
  const about = { document, language, town: townName(model), synthetic: release.synthetic };
  for (const theme of ["light", "print"] as const) {
    const svg = chartFile(chart, { ...about, theme });
    const themed = theme === "light" ? name : `${name}.print`;
    files.set(`${themed}.svg`, encoder.encode(svg));
    if (theme === "light") renderer.read(svg);
  }
  const { page, heights } = embedPage(chart, model, document);
  files.set(`embed-${chart.id}.${language}.html`, encoder.encode(page));
  return chartEntry(chart, language, heights);
}
