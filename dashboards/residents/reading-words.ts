/** How rough the counts of a release are. */
export interface TensFacts {
  /** Half the width of the 95% band, in cards: of a district, and the widest of the ages; null where none is told. */
  district: number | null;
  age: number | null;
  /** The town's own totals are in tens, too. */
  totals: boolean;
  /** The last as-of date of which the town has told districts or ages elsewhere; null where there is none. */
  begin: string | null;
}

/** What 数字のよみかた says; a list is a paragraph each. */
export interface ReadingWords {
  lead: string;
  rates: {
    title: string;
    text: readonly string[];
    formulas: Readonly<Record<"applications" | "issued" | "held", string>>;
    /** 5,000 ÷ 10,000 = 50.0% of this release; count and rate with 約 where they are in tens. */
    example: (count: string, population: number, rate: string) => string;
  };
  difference: { title: string; text: readonly string[] };
  population: {
    title: string;
    text: readonly string[];
    /** One population date on all dates. */
    unchanged: (populationAsOf: string) => string;
    unknown: string;
    switches: string;
    columns: readonly [from: string, base: string, population: string, effect: string];
  };
  rounding: { title: string; text: readonly string[] };
  tens: {
    title: string;
    text: (facts: TensFacts) => readonly string[];
  };
  sums: { title: string; text: readonly string[] };
  merging: {
    title: string;
    /** @param smallest residents below which a district is not told alone. */
    text: (smallest: number) => readonly string[];
    none: string;
    merge: (name: string, members: string) => string;
  };
  sources: { title: string; text: (town: string, synthetic: boolean) => readonly string[] };
  citing: {
    title: string;
    text: string;
    citation: (c: { town: string; date: string; id: string; licence: string }) => string;
  };
  changes: { title: string; first: string; none: string };
  contents: string;
}
