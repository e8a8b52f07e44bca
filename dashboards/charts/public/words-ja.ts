import { ageBandLabel } from "../../data/contract/age-band.js";
import { dateParts } from "../../data/contract/as-of-date.js";
import {
  countOf,
  COUNT_NAMES,
  dateJa,
  number,
  planLineName,
  rateName,
  remaining,
  shortEra,
  sourceLine,
} from "../words.js";
import type { Finding, FlowFinding, PublicWords, Standout } from "./public-words.js";

const people = (n: number): string => `${number(n)}人`;

/** 、2025年10月末から812人減: what the number was compared with. */
const peopleChange = ({ without, before }: Finding): string => {
  if (!before) return "";
  const change = without - before.without;
  if (change === 0) return `、${dateJa(before.as_of)}と同じ`;
  return `、${dateJa(before.as_of)}から${people(Math.abs(change))}${change < 0 ? "減" : "増"}`;
};

const against = (whole: string | null): string => (whole === null ? "" : `、全体は${whole}%`);

export const JAPANESE: PublicWords = {
  tag: "ja",
  rate: { applications: rateName("applications"), issued: rateName("issued"), held: rateName("held") },
  counts: COUNT_NAMES,
  count: countOf,
  people,
  date: dateJa,
  month: (iso) => `${dateParts(iso).year}年${dateParts(iso).month}月`,
  year: (year, short) => (short ? `${String(year % 100).padStart(2, "0")}年` : `${year}年`),
  age: ageBandLabel,
  goal: (percent) => `${percent}%まで`,
  remaining,
  withheld: "秘匿",
  wholeTown: "全体",
  planLine: planLineName,
  populationOf: (iso, short) => (short ? shortEra(iso).split(".")[0]! : `人口${shortEra(iso)}`),
  reached: (measure, percent) => `${rateName(measure)}が${percent}%に`,
  synthetic: "サンプル・合成データ",
  source: sourceLine,
  merged: "(合算)",
  mergeNote: (names) => `合算して公表している地区: ${names.join("、")}`,
  others: (n) => `ほか${number(n)}地区は表に`,
  columns: {
    date: "基準日",
    population: "人口",
    age: "年齢",
    district: "地区",
    without: "カードのない人",
    step: "段階",
    count: "件数・枚数",
    before: "比べた日",
    goal: "目標",
  },
  stage: { applications: "申請した", issued: "交付された", held: "いま持っている" },
  notYetIssued: (n) => `申請済・未交付 ${number(n)}`,
  apart: (n) => `差 ${number(n)}`,
  noLongerHeld: (n) => `廃止・失効など ${number(n)}`,
  share: {
    label: (measure) => `マイナンバーカードの${rateName(measure)}`,
    change: ({ before }) => (before?.points ? `${dateJa(before.as_of)}から${before.points}ポイント` : ""),
  },
  charts: {
    progress: "率の推移",
    remaining: "カードのない人の数",
    ages: "年齢別",
    districts: "地区別",
    flow: "申請・交付・保有",
  },
  embed: { more: (town) => `${town}のページでくわしく見る`, table: "数字を表で見る" },
  titles: {
    progress: ({ measure, percent, before }) =>
      `マイナンバーカードの${rateName(measure)}は${percent}%${
        before?.points ? `、${dateJa(before.as_of)}から${before.points}ポイント` : ""
      }`,
    remaining: (f) =>
      f.without === 0
        ? `住民の数に届いた${peopleChange(f)}`
        : `全住民に行き渡るまであと${people(f.without)}${peopleChange(f)}`,
    ages: ({ measure, name, percent, whole, othersWithheld }: Standout) =>
      `${othersWithheld ? "公表できる年齢のうち" : ""}${rateName(measure)}が最も低いのは${name}の${percent}%${against(whole)}`,
    districts: ({ measure, name, percent, without, whole, othersWithheld }: Standout) =>
      `${othersWithheld ? "公表できる地区のうち" : ""}カードのない人が最も多いのは${name}の${people(without)}(${rateName(measure)}${percent}%${against(whole)})`,
    flow: ({ applications, issued, held, gap, before }: FlowFinding) => {
      const compared = before ? `(${dateJa(before.as_of)}は${number(before.gap)})` : "";
      if (applications !== null && issued !== null)
        return `申請${number(applications)}件のうち交付は${number(issued)}枚、申請済・未交付は${number(gap)}${compared}`;
      return `${issued === null ? `申請${number(applications)}件` : `交付${number(issued)}枚`}に対し保有は${number(held)}枚、差は${number(gap)}${compared}`;
    },
    allWithheld: "人数が少ないため、どの区分の数字も公表していません",
  },
  readings: {
    progress: (measure, changes) =>
      `太い線が${rateName(measure)}。横の線は88%・90%・95%・100%。率は件数・枚数を住民基本台帳の人口で割ったもの。${
        changes ? "目盛りの「人口」の日に、割る人口が新しくなります。" : ""
      }`,
    remaining: (measure) =>
      `棒は人口から${COUNT_NAMES[measure]}を引いた数。点線まで下がると、その率に届きます。`,
    groups: (measure, hidden) =>
      `棒の長さは${hidden ? "左が0。斜線の「秘匿」は、人数が少なく個人が推し量られないように公表しない数。" : "左が0。"}率は${COUNT_NAMES[measure]}÷人口。`,
    flow: (yearBefore) =>
      `棒の全長(枠)は人口。申請と交付は累計、保有は廃止された分を除いた数。${yearBefore ? "縦の印は比べた日の数。" : ""}`,
  },
};
