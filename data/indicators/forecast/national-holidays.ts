/** A day of the calendar: year, month (1–12) and day. */
type Day = readonly [year: number, month: number, day: number];

/** Days since 1970-01-01. */
const numberOf = ([year, month, day]: Day): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (day + 4) % 7;

const nthMonday = (year: number, month: number, n: number): Day => {
  const first = weekday(numberOf([year, month, 1]));
  return [year, month, ((8 - first) % 7) + 1 + 7 * (n - 1)];
};

/** The equinoxes in Japan by the usual approximation, right from 1980 to 2099; the Cabinet announces them a year ahead. */
const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4);

/** The Olympic law moved three holidays in 2020 and 2021. */
const MOVED: Readonly<Record<number, { marine: Day; mountain: Day; sports: Day }>> = {
  2020: { marine: [2020, 7, 23], mountain: [2020, 8, 10], sports: [2020, 7, 24] },
  2021: { marine: [2021, 7, 22], mountain: [2021, 8, 8], sports: [2021, 7, 23] },
};

/** Holidays that one year alone had: the accession of 2019. */
const ONCE: Readonly<Record<number, readonly Day[]>> = {
  2019: [
    [2019, 5, 1],
    [2019, 10, 22],
  ],
};

function namedHolidays(year: number): number[] {
  const moved = MOVED[year];
  const days: Day[] = [
    [year, 1, 1],
    nthMonday(year, 1, 2),
    [year, 2, 11],
    [year, 3, equinox(year, 20.8431)],
    [year, 4, 29],
    [year, 5, 3],
    [year, 5, 4],
    [year, 5, 5],
    moved?.marine ?? nthMonday(year, 7, 3),
    moved?.mountain ?? [year, 8, 11],
    nthMonday(year, 9, 3),
    [year, 9, equinox(year, 23.2488)],
    moved?.sports ?? nthMonday(year, 10, 2),
    [year, 11, 3],
    [year, 11, 23],
    ...(ONCE[year] ?? []),
  ];
  if (year >= 2020) days.push([year, 2, 23]);
  else if (year <= 2018) days.push([year, 12, 23]);
  return days.map(numberOf);
}

/**
 * The national holidays of a year as days since 1970-01-01, ascending: those that the law names, the day after a
 * Sunday's, and a day between two. Right from 2016 on under 国民の祝日に関する法律 as it stood in 2026.
 */
export function nationalHolidays(year: number): number[] {
  const named = new Set(namedHolidays(year));
  const all = new Set(named);
  for (const day of named) {
    // 第三条第二項: a holiday on a Sunday moves on to the next day that is none.
    if (weekday(day) === 0) {
      let next = day + 1;
      while (named.has(next)) next++;
      all.add(next);
    }
    // 第三条第三項: a day between two holidays is one.
    if (named.has(day + 2)) all.add(day + 1);
  }
  return [...all].sort((a, b) => a - b);
}
