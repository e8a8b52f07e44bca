import { createHmac } from "node:crypto";
import { leafNoise, type LeafNoise, type NoiseOf } from "../../data/disclosure/noise.js";

/** Noise under a key that is known: for tests, proofs and drawings. */
export function noiseUnder(key: string): NoiseOf {
  const known = new Map<string, LeafNoise>();
  return (identity) => {
    if (!known.has(identity)) {
      known.set(identity, leafNoise(createHmac("sha256", key).update(identity).digest()));
    }
    return known.get(identity)!;
  };
}
