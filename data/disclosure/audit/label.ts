import type { Measure, Sex } from "../../contract/figure.js";
import type { ProtectedRow, ProtectedTables } from "../published.js";

export interface Place {
  kind: ProtectedRow["kind"];
  districts: ReadonlySet<string>;
}

/** A cell as its published label describes it: who is in it. */
export interface ProtectedLabel {
  /** As the pattern of a release writes it. */
  key: string;
  /** The same people, the same text, in every release: an area may gain and lose districts under its name. */
  people: string;
  place: Place;
  age_band: string;
  sex: Sex;
}

/** Reads rows of a release as labels; the same label for the same people. */
export function labelReader(tables: ProtectedTables): (row: ProtectedRow) => ProtectedLabel {
  const places = new Map(tables.places.map((p) => [`${p.kind}:${p.code}`, p]));
  const labels = new Map<string, ProtectedLabel>();
  return (row) => {
    const name = `${row.kind}:${row.place}`;
    const text = `${name}|${row.age_band}|${row.sex}`;
    let label = labels.get(text);
    if (!label) {
      const { members } = places.get(name)!;
      const districts = [...members].sort().join("+");
      const rest = `${row.age_band}|${row.sex}`;
      label = {
        key: `${row.kind === "district" ? `district:${districts}` : name}|${rest}`,
        people: `${row.kind === "town" ? "town" : `${row.kind}:${districts}`}|${rest}`,
        place: { kind: row.kind, districts: new Set(members) },
        age_band: row.age_band,
        sex: row.sex,
      };
      labels.set(text, label);
    }
    return label;
  };
}

export const seriesText = (label: ProtectedLabel, measure: Measure): string => `${label.key}|${measure}`;
