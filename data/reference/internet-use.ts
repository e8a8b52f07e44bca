/** Residents of an age who used the internet within a year. */
export interface InternetUse {
  /** Written as an age band. */
  ages: string;
  /** Of the people of that age, percent; whole as the survey's summary gives it. */
  percent: number;
  /** The survey says "more than" for the ages below 60. */
  atLeast: boolean;
}

/** Source: 総務省「令和2年通信利用動向調査」(2021年6月公表), nationwide, 2020-08; for the ages 6 to 12 and 80 and over not taken up here. */
export const INTERNET_USE: readonly InternetUse[] = [
  { ages: "13-59", percent: 90, atLeast: true },
  { ages: "60-69", percent: 83, atLeast: false },
  { ages: "70-79", percent: 61, atLeast: false },
];

/** How the survey is named under a figure. */
export const INTERNET_USE_SOURCE = "総務省「令和2年通信利用動向調査」(全国、2020年)";
