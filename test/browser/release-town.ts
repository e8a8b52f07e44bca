import type { ApiClient } from "../../scripts/api-client.js";
import { SAMPLE_MUNICIPALITY } from "../../scripts/sample/town-plan.js";

const HEADER =
  "全国地方公共団体コード,基準日,地区コード,年齢階級,人口,人口算出基準日,申請件数,交付枚数,保有枚数";
const AGES = ["0-14", "15-29", "30-44", "45-59", "60-74", "75+"] as const;
/** Residents by district and age; the young of the fourth district are few. */
const RESIDENTS = {
  "01": [210, 240, 310, 350, 330, 310],
  "02": [180, 200, 290, 330, 360, 340],
  "03": [160, 170, 270, 320, 260, 250],
  "04": [12, 40, 60, 90, 110, 120],
};
const DISTRICTS = [
  { code: "01", name: "北", area: "東部" },
  { code: "02", name: "東", area: "東部" },
  { code: "03", name: "南", area: "西部" },
  { code: "04", name: "西", area: "西部" },
];

/** A made-up town of four districts and six ages, small enough to be protected and proven in a moment. */
export function townFile(date: string, more = 0): string {
  const lines = Object.entries(RESIDENTS).flatMap(([district, residents]) =>
    residents.map((population, i) => {
      const held = Math.floor(population * (0.5 + i * 0.06)) + (population > 50 ? more : 0);
      const [issued, applications] = [held, held].map(
        (n, j) => n + Math.floor(population * (0.06 + j * 0.06)),
      );
      return [
        SAMPLE_MUNICIPALITY,
        date,
        district,
        AGES[i],
        population,
        "2026-01-01",
        applications,
        issued,
        held,
      ].join();
    }),
  );
  return [HEADER, ...lines].join("\r\n");
}

export async function loadTown(api: ApiClient): Promise<void> {
  await api(`/municipalities/${SAMPLE_MUNICIPALITY}/districts`, { method: "PUT", body: DISTRICTS });
  await sendMonth(api, townFile("2026-09-30"));
}

export const sendMonth = (api: ApiClient, body: string): Promise<unknown> =>
  api("/uploads?synthetic=true&accept_warnings=true", { method: "POST", body });
