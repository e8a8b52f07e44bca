import type { District } from "../data/contract/district.js";
import type { DistrictMap } from "../data/contract/district-shape.js";
import type { Figure } from "../data/contract/figure.js";
import type { AgeCell } from "../data/indicators/ages/age-table.js";
import type { JointSystem } from "../data/indicators/comparison/peers.js";
import type { ReferenceAge, ReferencePlace } from "../data/indicators/comparison/reference-place.js";
import type { PublishedTotal } from "../data/indicators/published-total.js";
import type { Town } from "./model.js";

/** What the pages of one town are made of where its rows are at hand: in the Worker, and in tests. */
export interface PageSource {
  municipality: Town;
  /** Of this one municipality, in any order; none make pages that say so. */
  figures: readonly Figure[];
  districts: readonly District[];
  /** The town's own map of its districts, if it has given one. */
  map?: DistrictMap;
  /** Some of the figures are made up. */
  synthetic: boolean;
  /**
   * In a release: the town by age and sex, in tens, with margins; its figures are of all ages together, those of
   * districts in tens.
   */
  townAges?: readonly (AgeCell & { as_of: string })[];
  /** Published series to compare with; none where they are not known. */
  published?: readonly PublishedTotal[];
  /** The ministry's tables of all places, where they are imported. */
  reference?: { places: readonly ReferencePlace[]; ages: readonly ReferenceAge[] };
  /** Who runs systems together; nobody where not said. */
  systems?: readonly JointSystem[];
}
