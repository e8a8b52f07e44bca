/** One five-year band of an old rural town. All of it is made up, after the shape of national tables. */
export interface AgeProfile {
  band: string;
  /** Men and women of 2020 among 1,000 residents, roughly. */
  male: number;
  female: number;
  /** Yearly growth of the band: the young fade, the large cohorts of the late 1940s move up. */
  drift: number;
  /** How early people of this age applied: 1 like the town. */
  early: number;
  /** The share who apply in the end. */
  reach: number;
  /** The inclination to hold a valid card, beside the town's. */
  holding: number;
}

const profile = (
  band: string,
  [male, female, drift]: [number, number, number],
  [early, reach, holding]: [number, number, number],
): AgeProfile => ({ band, male, female, drift, early, reach, holding });

/** Youngest first. Adoption is lowest under 5 and over 80, highest from 30 to 75. */
export const AGE_PROFILES: readonly AgeProfile[] = [
  profile("0-4", [12, 11, 0.972], [0.66, 0.82, 0.9]),
  profile("5-9", [15, 14, 0.976], [0.82, 0.91, 0.97]),
  profile("10-14", [18, 17, 0.978], [0.84, 0.92, 0.97]),
  profile("15-19", [19, 17, 0.98], [0.9, 0.93, 0.98]),
  profile("20-24", [15, 13, 0.982], [0.97, 0.94, 0.98]),
  profile("25-29", [16, 14, 0.98], [1.0, 0.95, 0.98]),
  profile("30-34", [18, 16, 0.978], [1.08, 0.97, 1.02]),
  profile("35-39", [22, 20, 0.976], [1.08, 0.98, 1.02]),
  profile("40-44", [27, 25, 0.976], [1.06, 0.98, 1.02]),
  profile("45-49", [31, 29, 0.985], [1.06, 0.98, 1.02]),
  profile("50-54", [29, 28, 0.995], [1.1, 0.98, 1.02]),
  profile("55-59", [32, 32, 0.985], [1.12, 0.98, 1.02]),
  profile("60-64", [38, 39, 0.978], [1.16, 0.99, 1.02]),
  profile("65-69", [48, 49, 0.974], [1.14, 0.99, 1.02]),
  profile("70-74", [49, 52, 0.996], [1.1, 0.98, 1.02]),
  profile("75-79", [37, 43, 1.012], [1, 0.97, 1]),
  profile("80-84", [27, 40, 1.006], [0.86, 0.93, 0.97]),
  profile("85-89", [18, 36, 1.002], [0.74, 0.88, 0.93]),
  profile("90+", [9, 29, 1.01], [0.6, 0.8, 0.85]),
];
