import { createHash } from "node:crypto";
import type { ChartDocument } from "../../../dashboards/charts/chart.js";
import { chartFiles, pageModel } from "../../../dashboards/charts/page-model.js";
import { comparisonModel } from "../../../dashboards/charts/comparison/model.js";
import { comparisonPaint } from "../../../dashboards/charts/comparison/paint.js";
import { comparisonParts } from "../../../dashboards/charts/comparison/parts.js";
import { comparisonCard } from "../../../dashboards/charts/comparison/published-card.js";
import { firstPaint, paintedSlots } from "../../../dashboards/charts/first-paint.js";
import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { chartFile } from "../../../dashboards/charts/public/chart-file.js";
import { publicCharts, townName } from "../../../dashboards/charts/public/public-charts.js";
import { publicModel } from "../../../dashboards/charts/public/public-model.js";
import { LANGUAGES } from "../../../data/contract/town-settings.js";
import { chartDocument } from "../drawing.js";
import type { Stored } from "./editions.js";
import { madeUpReference } from "./made-up-reference.js";
import { linesOfSvg, standingAlone, wordsOf } from "./readable.js";
import { sampleSources, type SampleSources } from "./sample-sources.js";

type Texts = Record<string, string>;

export interface Gallery {
  /** By their path in the folder. */
  files: ReadonlyMap<string, string>;
  /** SHA-256 of everything that the Worker stores of the sample, to the byte, by what stores it. */
  digests: Record<Stored, string>;
}

/** Draws everything that pages and releases show of the sample town at their default state. */
export function drawGallery(): Gallery {
  const document = chartDocument();
  const sources = sampleSources();
  const doors = ["internal", "public"] as const;
  const painted = doors.map((door) => firstPaint(sources[door], { document }));
  const compared = doors.map((door) => comparedSlots(sources[door], document));
  const published = doors.map((door) => publishedSlots(sources[door], document));
  const charts = chartFiles(pageModel(sources.internal), { document });
  return {
    files: new Map([
      ...doors.flatMap((door, i) => pageFiles(`${door}/`, painted[i]!)),
      ...doors.flatMap((door, i) => pageFiles(`${door}/imported-`, compared[i]!)),
      ...Object.entries(charts).map(([name, svg]) => [`internal/files/${name}`, linesOfSvg(svg)] as const),
      ...releaseFiles(sources.release, document),
    ]),
    // A release's own first paint stays as it was published: no edition replaces it.
    digests: { snapshot: digestOf([painted[0]!, charts]), reference: digestOf([...compared, ...published]) },
  };
}

/** 比較 as worker/pages/reference-slots.ts paints it where the ministry's tables are imported. */
function comparedSlots(source: PageSource, document: ChartDocument): Texts {
  const { municipality, published = [] } = source;
  const parts = comparisonParts(source, madeUpReference(published), municipality);
  return paintedSlots(comparisonPaint(comparisonModel(parts!)), document);
}

/** And 進捗: the card that the first paint has as well, so that it is no drawing of its own here. */
const publishedSlots = ({ municipality, published = [] }: PageSource, document: ChartDocument): Texts =>
  paintedSlots({ slots: {}, cards: comparisonCard({ municipality, published }) }, document);

const DRAWN = /<div class="chart-(narrow|wide)">(<svg[\s\S]*?<\/svg>)<\/div>/g;

/** Slots that no page owns. */
const OF_EVERY_PAGE = new Set(["town", "synthetic-badge"]);

/** The drawings of a page's slots each in a file, their words in one; the page is the first word of a slot's name. */
function pageFiles(prefix: string, slots: Texts): [string, string][] {
  const pages = Map.groupBy(Object.entries(slots), ([slot]) =>
    OF_EVERY_PAGE.has(slot) ? "every-page" : slot.split("-")[0]!,
  );
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

const digestOf = (texts: readonly Texts[]): string =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex");
