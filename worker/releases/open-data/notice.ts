import { formatDateJa } from "../../../data/contract/as-of-date.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { inLanguage } from "../../../data/contract/town-settings.js";

import type { Words } from "./column.js";

/** Said by every file of a release whose figures are made up. */
export const SYNTHETIC = "サンプル・合成データ";
export const SYNTHETIC_EN = "sample, synthetic data";

/** What every reader of the counts has to know. */
const IN_TENS: Words = {
  ja: "地区や年齢ごとの枚数は、一人ひとりが分からないように、10枚単位のおよその数で公開しています。",
  en: "Counts by district and age are published as approximate numbers in tens, so that nobody can be made out.",
};

/** What metadata say of a release, in both languages. */
export interface Notice {
  title: Words;
  description: Words;
  publisher: Words;
  contact: Words;
  town: Words;
}

/** First and last as-of date of a release. */
export function datesOf(release: PublicRelease): { first: string; last: string } {
  const { rows } = release.tables;
  return { first: rows[0]?.as_of ?? release.through, last: rows.at(-1)?.as_of ?? release.through };
}

export function noticeOf(release: PublicRelease): Notice {
  const { municipality, settings, synthetic } = release;
  const town = { ja: municipality.name, en: settings.name_en ?? municipality.name };
  const { first, last } = datesOf(release);
  const made = synthetic ? { ja: `【${SYNTHETIC}】`, en: `[${SYNTHETIC_EN}] ` } : { ja: "", en: "" };
  const words = (ja: string, en: string) => ({ ja: `${made.ja}${ja}`, en: `${made.en}${en}` });
  const publisher = settings.publisher ?? town;
  const contact = settings.contact ?? { ja: `${town.ja}役場`, en: `${town.en} office` };
  return {
    town,
    title: words(
      `${town.ja} マイナンバーカードの申請・交付・保有状況`,
      `My Number card applications, issuance and holdings, ${town.en}`,
    ),
    description: words(
      `${formatDateJa(first)}から${formatDateJa(last)}までの基準日ごとの、地区・地域、年齢、性別の集計値。` +
        `${IN_TENS.ja}人口と、幅（margin）が0の行は一の位まで正確です。`,
      `Counts by district, area, age and sex on each as-of date from ${first} to ${last}. ${IN_TENS.en} ` +
        "Residents, and rows whose margin is 0, are exact.",
    ),
    publisher: { ja: inLanguage(publisher, "ja"), en: inLanguage(publisher, "en") },
    contact: { ja: inLanguage(contact, "ja"), en: inLanguage(contact, "en") },
  };
}
