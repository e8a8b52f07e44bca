import type { Certificate } from "../disclosure/audit.js";
import type { PublicTables } from "../disclosure/published.js";
import type { DistrictMap } from "./district-shape.js";
import type { TownSettings } from "./town-settings.js";

/** What a reader should know about how a release differs from the one before it. */
export interface ReleaseChanges {
  ja: readonly string[];
  en: readonly string[];
}

/** How a district is called: in English and in kana where the town's list says so. */
export interface DistrictNames {
  code: string;
  name: string;
  name_en: string | null;
  kana: string | null;
}

/**
 * A release as everything public is made from it: files, charts, pages. Holds nothing that may not be told;
 * the same release always gives the same bytes.
 */
export interface PublicRelease {
  municipality: { code: string; name: string; prefecture: string };
  /** Its id, and the id of the release that `latest` named before it; null for the first. */
  id: string;
  previous: string | null;
  /** When the draft was made (ISO moment): the date of issue on its papers. */
  made_at: string;
  /** The newest as-of date it holds. */
  through: string;
  /** Some of its figures are made up: everything made from it must say サンプル・合成データ. */
  synthetic: boolean;
  settings: TownSettings;
  tables: PublicTables;
  /** The district list's names of the districts it holds, those of merges among them; missing: Japanese names alone. */
  districts?: readonly DistrictNames[];
  /** The town's own map, with one shape for districts that are told together; missing where it has given none. */
  map?: DistrictMap;
  /** 人口算出基準日 by as-of date; null where the figures name several or none. */
  population_as_of: Readonly<Record<string, string | null>>;
  /** That its published tables pass the audit; the same whatever the true counts are. */
  certificate: Certificate;
  changes: ReleaseChanges;
}
