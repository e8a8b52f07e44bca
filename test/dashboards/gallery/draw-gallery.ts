import { createHash } from "node:crypto";
import type { ChartDocument } from "../../../dashboards/charts/chart.js";
import { chartFiles, pageModel } from "../../../dashboards/charts/page-model.js";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { chartFile } from "../../../dashboards/charts/public/chart-file.js";
import { publicCharts, townName } from "../../../dashboards/charts/public/public-charts.js";
import { publicModel } from "../../../dashboards/charts/public/public-model.js";
import { LANGUAGES } from "../../../data/contract/town-settings.js";
import { chartDocument, paintPages } from "../drawing.js";
import { madeUpReference } from "./made-up-reference.js";
import { linesOfSvg, standingAlone, wordsOf } from "./readable.js";
import { sampleSources, type SampleSources } from "./sample-sources.js";

type Texts = Record<string, string>;

export interface Gallery {
  /** By their path in the folder. */
  files: ReadonlyMap<string, string>;
  /** SHA-256 of the charts that a snapshot of the sample stores, to the byte. */
  digest: string;
}

/** Draws everything that pages and releases show of the sample town at their default state. */
export function drawGallery(): Gallery {
  const document = chartDocument();
  const sources = sampleSources();
  const doors = ["internal", "public"] as const;
  const painted = doors.map((door) => paintPages(sources[door]));
  const compared = doors.map((door) => comparedSlots(sources[door]));
  const charts = chartFiles(pageModel(sources.internal), { document });
  return {
    files: new Map([
      ...doors.flatMap((door, i) => pageFiles(`${door}/`, painted[i]!)),
      ...doors.flatMap((door, i) => pageFiles(`${door}/imported-`, compared[i]!)),
      ...Object.entries(charts).map(([name, svg]) => [`internal/files/${name}`, linesOfSvg(svg)] as const),
      ...releaseFiles(sources.release, document),
    ]),
    digest: createHash("sha256").update(JSON.stringify(charts)).digest("hex"),
  };
}

/** 比較 where the ministry's tables are imported. */
function comparedSlots(source: PageSource): Texts {
  const { systems, ...reference } = madeUpReference(source.published ?? []);
  const slots = paintPages({ ...source, reference, systems });
  return Object.fromEntries(Object.entries(slots).filter(([slot]) => slot.startsWith("comparison-")));
}

const DRAWN = /<div class="chart-(narrow|wide)">(<svg[\s\S]*?<\/svg>)<\/div>/g;

/** The drawings of a page's slots each in a file, their words in one; the page is the first word of a slot's name. */
function pageFiles(prefix: string, slots: Texts): [string, string][] {
  const pages = Map.groupBy(Object.entries(slots), ([slot]) => slot.split("-")[0]!);
  return [...pages].flatMap(([page, ofPage]) => [
    ...ofPage.flatMap(([slot, markup]) =>
      [...markup.matchAll(DRAWN)].map(([, size, svg]): [string, string] => [
        `${prefix}${page}/${slot}.${size}.svg`,
        standingAlone(svg!),
      ]),
    ),
    [
      `${prefix}${page}/words.txt`,
      ofPage.map(([slot, markup]) => `# ${slot}\n${wordsOf(markup.replaceAll(DRAWN, ""))}\n`).join("\n"),
    ],
  ]);
}

/** What residents and newspapers take: each chart of the release in each language, in daylight colours. */
const releaseFiles = (release: SampleSources["release"], document: ChartDocument): [string, string][] =>
  LANGUAGES.flatMap((language) => {
    const model = publicModel(release, language);
    const about = { document, theme: "light", language, town: townName(model), synthetic: true } as const;
    return publicCharts(model).map((chart): [string, string] => [
      `release/chart-${chart.id}.${language}.svg`,
      linesOfSvg(chartFile(chart, about)),
    ]);
  });
