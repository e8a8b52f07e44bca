/** One small area of a municipality, as its district list names it. */
export interface District {
  municipality: string;
  /** Unique within the municipality; what a figure's `district` refers to. Never `all`. */
  code: string;
  name: string;
  kana: string | null;
  name_en: string | null;
  /** The larger area it belongs to (a former town, a ward); null if there is none. */
  area: string | null;
  /** Column of its tile in the schematic map, 0 at the west; null if it has no place yet. */
  tile_x: number | null;
  /** Row of its tile, 0 at the north. */
  tile_y: number | null;
}

export const DISTRICT_COLUMNS = [
  "municipality",
  "code",
  "name",
  "kana",
  "name_en",
  "area",
  "tile_x",
  "tile_y",
] as const satisfies readonly (keyof District)[];
