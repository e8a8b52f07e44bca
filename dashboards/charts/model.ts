import type { Measure } from "../data/contract/figure.js";
import type { Headline } from "../data/indicators/headline.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import type { Total } from "../data/indicators/totals.js";
import type { DistrictsView } from "./districts/model.js";

export interface Town {
  code: string;
  name: string;
  prefecture: string;
}

/** Everything the figures of 進捗 and 地区 say, made from figures in the Worker and from queries in the browser. */
export interface PageModel {
  municipality: Town;
  synthetic: boolean;
  /** Oldest first. */
  totals: readonly Total[];
  /** At the date shown, the latest unless another is asked for; null without figures. */
  headline: Headline | null;
  /** The measure nearest to "has a card" at the date shown. */
  focus: Measure | null;
  districts: DistrictsView;
  /** Published series to compare with; empty where none is given. */
  published: readonly PublishedTotal[];
}
