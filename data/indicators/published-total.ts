/** A published total of a municipality, a prefecture or the nation: what a town is compared with. */
export interface PublishedTotal {
  /** Six digits; `000000` is the nation. */
  code: string;
  name: string;
  as_of: string;
  population: number;
  /** 交付枚数, cumulative. */
  issued: number;
}

/** The code that stands for the whole nation in the published series. */
export const NATION = "000000";

/** The code of the prefecture a municipality lies in; source: 総務省「全国地方公共団体コード仕様」. */
export function prefectureDigits(municipality: string): string {
  return municipality.slice(0, 2);
}
