/** Ticks of a time axis in Japanese: years once the span is long enough, else months. */
export interface TimeTicks {
  values: Date[];
  format: (date: Date) => string;
}

export const utc = (isoDate: string): Date => new Date(`${isoDate}T00:00:00Z`);

export const yearTick = (year: number, short: boolean): string =>
  short ? `${String(year % 100).padStart(2, "0")}年` : `${year}年`;

/** Ticks from the first to the last as-of date; `short` drops the century for narrow charts. */
export function timeTicks(first: string, last: string, short: boolean): TimeTicks {
  const [from, to] = [utc(first), utc(last)];
  const years: Date[] = [];
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year++) {
    const tick = new Date(Date.UTC(year, 0, 1));
    if (tick >= from && tick <= to) years.push(tick);
  }
  if (years.length >= 2) {
    const every = short && years.length > 6 ? 2 : 1;
    return {
      values: years.filter((_, i) => i % every === 0),
      format: (d) => yearTick(d.getUTCFullYear(), short),
    };
  }
  return { values: [from, to], format: (d) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月` };
}
