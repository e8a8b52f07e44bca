import type { District } from "../../data/contract/district.js";
import type { Figure } from "../../data/contract/figure.js";
import type { Outline } from "../../data/disclosure/outline.js";
import { DEFAULT_POLICY, type DisclosurePolicy } from "../../data/disclosure/policy.js";
import { publishTables, type PublishInput } from "../../data/disclosure/publish.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import type { NoiseOf } from "../../data/disclosure/noise.js";

/** One publication of a town, as far as it differs from the plainest. */
export interface Publication {
  figures: readonly Figure[];
  districts: readonly District[];
  noiseOf: NoiseOf;
  policy?: Partial<DisclosurePolicy>;
  successions?: PublishInput["successions"];
  earlier?: readonly Outline[];
  base?: number;
}

/** Publishes as the Worker does, beside all earlier releases. */
export function publish(
  { figures, districts, noiseOf, policy, successions = [], earlier = [], base }: Publication,
  publisher: typeof publishTables = publishTables,
): PublicTables {
  return publisher({
    municipality: figures[0]!.municipality,
    figures,
    districts,
    successions,
    policy: { ...DEFAULT_POLICY, ...policy },
    earlier,
    noiseOf,
    ...(base !== undefined && { base }),
  });
}
