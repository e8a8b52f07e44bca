/** How a district differs from the town as a whole. All of it is made up; only the names are real. */
export interface DistrictProfile {
  code: string;
  /** Residents of 2020-01-01, before they are scaled to the town's published total. */
  residents: number;
  /** Yearly change beside the town's: below 1 shrinks faster. */
  trend: number;
  /** How much older than the town: 0 like it, 0.3 markedly older. */
  tilt: number;
  /** How early people applied: 1 like the town. */
  early: number;
  /** The share of residents who apply in the end, beside the town's. */
  reach: number;
}

const profile = (
  code: string,
  residents: number,
  [trend, tilt, early, reach]: [number, number, number, number],
): DistrictProfile => ({ code, residents, trend, tilt, early, reach });

/** The town's centre is large, younger and early; the coast of Togi (西浦, 西海, 福浦) is old and late. */
export const DISTRICT_PROFILES: readonly DistrictProfile[] = [
  profile("01", 2820, [1.004, -0.1, 1.06, 1.01]), // 高浜
  profile("02", 1440, [1, 0, 1.01, 1]), // 志加浦
  profile("03", 1860, [1.004, -0.08, 1.04, 1.01]), // 堀松
  profile("04", 900, [0.998, 0.04, 1, 1]), // 上熊野
  profile("05", 830, [0.998, 0.05, 1.01, 1]), // 加茂
  profile("06", 1270, [1.001, -0.02, 1.02, 1.01]), // 土田
  profile("07", 1390, [1.001, -0.02, 1.03, 1]), // 中甘田
  profile("08", 910, [0.998, 0.04, 1, 0.99]), // 下甘田
  profile("09", 2400, [0.999, 0, 1, 1]), // 富来
  profile("10", 560, [0.993, 0.12, 0.94, 0.985]), // 熊野
  profile("11", 470, [0.99, 0.18, 0.91, 0.975]), // 稗造
  profile("12", 1260, [0.998, 0.04, 0.98, 1]), // 東増穂
  profile("13", 880, [0.995, 0.1, 0.95, 0.985]), // 西増穂
  profile("14", 610, [0.988, 0.2, 0.86, 0.96]), // 西浦
  profile("15", 1080, [0.99, 0.15, 0.88, 0.965]), // 西海
  profile("16", 400, [0.989, 0.18, 0.85, 0.955]), // 福浦
];

/** The former town of Togi: its districts lost more people after the earthquake of 2024-01-01. */
export const isTogi = (code: string): boolean => code >= "09";
