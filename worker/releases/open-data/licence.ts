import type { Licence } from "../../../data/contract/town-settings.js";

/** A licence as metadata names it, with its official address. */
export interface LicenceTerms {
  name: Licence;
  title: { ja: string; en: string };
  path: string;
}

/** PDL1.0 was decided on 2024-07-05 by デジタル庁 and is compatible with CC BY 4.0. */
export const LICENCES: Readonly<Record<Licence, LicenceTerms>> = {
  "CC-BY-4.0": {
    name: "CC-BY-4.0",
    title: {
      ja: "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）",
      en: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    },
    path: "https://creativecommons.org/licenses/by/4.0/",
  },
  "PDL-1.0": {
    name: "PDL-1.0",
    title: { ja: "公共データ利用規約（第1.0版）（PDL1.0）", en: "Public Data License Version 1.0 (PDL1.0)" },
    path: "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
  },
};
