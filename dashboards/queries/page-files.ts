import { readDistrictMap, type DistrictMap } from "../data/contract/district-shape.js";
import { jointSystems, type JointSystem } from "../data/indicators/comparison/peers.js";
import type { FileQuestion } from "./question.js";

/** The town's own map of its districts; null where it has given none. */
export const DISTRICT_MAP: FileQuestion<DistrictMap | null> = {
  file: "district-map",
  read: (bytes) => bytes && readDistrictMap(new TextDecoder().decode(bytes)),
  from: ({ map }) => map ?? null,
};

/** Which municipalities run their systems together? */
export const JOINT_SYSTEMS: FileQuestion<readonly JointSystem[]> = {
  file: "joint-systems",
  read: (bytes) => (bytes ? jointSystems(new TextDecoder().decode(bytes)) : []),
  from: ({ systems = [] }) => systems,
};
