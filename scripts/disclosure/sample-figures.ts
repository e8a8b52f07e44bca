import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { District } from "../../data/contract/district.js";
import type { Figure } from "../../data/contract/figure.js";
import { readReferenceCsv } from "../reference/read-reference.js";
import { makeSample } from "../sample/make-sample.js";

/** A municipality's figures and districts, ready to be protected. */
export interface Material {
  municipality: string;
  figures: Figure[];
  districts: District[];
}

const read = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

const district = (municipality: string, code: string, name: string, area: string | null): District => ({
  municipality,
  code,
  name,
  area,
  kana: null,
  name_en: null,
  tile_x: null,
  tile_y: null,
});

/** The synthetic sample: 67 dates, 16 districts in two areas, ages and sexes. */
export function sampleFigures(): Material {
  const municipality = "173843";
  const figures = makeSample().flatMap(({ text }) =>
    read(text).map((r): Figure => ({
      municipality,
      as_of: r["基準日"]!,
      district: r["地区コード"]!,
      age_band: r["年齢階級"]!,
      sex: r["性別"] === "男" ? "male" : "female",
      population: Number(r["人口"]),
      population_as_of: r["人口算出基準日"]!,
      applications: Number(r["申請件数"]),
      issued: Number(r["交付枚数"]),
      held: r["保有枚数"] === "" ? null : Number(r["保有枚数"]),
    })),
  );
  const districts = readReferenceCsv("districts-173843.csv").map((r) =>
    district(municipality, r.code!, r.name!, r.area!),
  );
  return { municipality, figures, districts };
}

const OSAKA = new URL("../../../shared/data/osaka/osaka-20221130-north.csv", import.meta.url);

/** The real small-area file of one city: 902 areas in 12 wards on one date; null where it is not at hand. */
export function osakaFigures(): Material | null {
  const path = fileURLToPath(OSAKA);
  if (!existsSync(path)) return null;
  const municipality = "271004";
  const rows = read(new TextDecoder("shift_jis").decode(readFileSync(path)));
  const count = (text: string | undefined): number => Number((text ?? "").replaceAll(",", "") || 0);
  const figures = rows.map((r): Figure => ({
    municipality,
    as_of: "2022-11-30",
    district: `${r["区"]}${r["町丁目名"]}`,
    age_band: "all",
    sex: "all",
    population: count(r["総数"]),
    population_as_of: null,
    applications: null,
    issued: null,
    held: count(r["取得者数"]),
  }));
  const districts = rows.map((r) => {
    const name = `${r["区"]}${r["町丁目名"]}`;
    return district(municipality, name, name, r["区"]!);
  });
  return { municipality, figures, districts };
}
