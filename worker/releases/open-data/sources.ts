import type { PublicRelease } from "../../../data/contract/public-release.js";
import { noticeOf, SYNTHETIC } from "./notice.js";

/**
 * Where the figures come from; made-up ones come from nowhere, and it is said. And where the borders of the districts
 * do, as the town says it.
 */
export function sourcesOf(release: PublicRelease): { title: string; path?: string }[] {
  const borders = release.map?.attribution;
  return [
    ...figures(release),
    ...(borders ? [{ title: `地区の境界 / borders of the districts: ${borders}` }] : []),
  ];
}

function figures(release: PublicRelease): { title: string }[] {
  const { town } = noticeOf(release);
  const own = `${town.ja}が集計した地区別・年齢別・性別の人口と、マイナンバーカードの申請・交付・保有の件数`;
  return release.synthetic
    ? [
        {
          title: `${SYNTHETIC}: ${town.ja}の実際の集計値ではありません / not actual figures of the municipality`,
        },
      ]
    : [{ title: own }];
}
