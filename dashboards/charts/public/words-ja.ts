import { yearTick } from "../time-axis.js";
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

const against = (whole: string): string => `、全体は${whole}`;

const about = (text: string): string => `約${text}`;
const rough = (text: string, isAbout: boolean): string => (isAbout ? about(text) : text);

export const JAPANESE: PublicWords = {
  tag: "ja",
  rate: { applications: rateName("applications"), issued: rateName("issued"), held: rateName("held") },
  counts: COUNT_NAMES,
  count: countOf,
  people,
  about,
  aboutColumn: (name) => `${name}(約)`,
  band: ({ low, high }) => `${low}〜${high}%`,
  bandColumn: (rate) => `${rate}の幅(95%)`,
  fromTo: (least, most, isAbout) =>
    rough(least === most ? people(most) : `${number(least)}〜${people(most)}`, isAbout),
  inTens: "地区や年齢ごとの枚数は、一人ひとりが分からないように、10枚単位のおよその数で公開しています。",
  sums: "地区の枚数を足しても、町全体の枚数とぴったりにはなりません。地区ごとの枚数が10枚単位のおよその数だからです。",
  date: dateJa,
  month: (iso) => `${dateParts(iso).year}年${dateParts(iso).month}月`,
  year: yearTick,
  age: ageBandLabel,
  goal: (percent) => `${percent}%まで`,
  remaining: (n, isAbout) => (isAbout ? (n === 0 ? "ほぼ達成" : `あと${about(people(n))}`) : remaining(n)),
  wholeTown: "全体",
  planLine: planLineName,
  populationOf: (iso, short) => (short ? shortEra(iso).split(".")[0]! : `人口${shortEra(iso)}`),
  reached: (measure, percent) => `${rateName(measure)}が${percent}%に`,
  synthetic: "サンプル・合成データ",
  source: sourceLine,
  merged: "(合算)",
  several: (first, count) => `${first}など${number(count)}地区`,
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
  notYetIssued: (n) => `申請済・未交付 ${n}`,
  apart: (n) => `差 ${n}`,
  noLongerHeld: (n) => `廃止・失効など ${n}`,
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
    progress: ({ measure, rate, before }) =>
      `マイナンバーカードの${rateName(measure)}は${rate}${
        before?.points ? `、${dateJa(before.as_of)}から${before.points}ポイント` : ""
      }`,
    remaining: (f) =>
      f.without === 0
        ? `${f.about ? "ほぼ" : ""}住民の数に届いた${peopleChange(f)}`
        : `全住民に行き渡るまであと${rough(people(f.without), f.about)}${peopleChange(f)}`,
    ages: ({ measure, names, rate, whole }: Standout) => {
      const name = rateName(measure);
      if (names.length === 0) return `年齢ごとの${name}は${rate}${against(whole)}`;
      if (names.length === 1) return `${name}が最も低いのは${names[0]}の${rate}${against(whole)}`;
      return `${name}は${names.join("と")}がほぼ並んで最も低く、${rate}${against(whole)}`;
    },
    districts: ({ measure, names, rate, people: without, whole }: Standout) => {
      const rates = `${rateName(measure)}${rate}${against(whole)}`;
      if (names.length === 0) return `カードのない人は1地区あたり${without}(${rates})`;
      if (names.length === 1) return `カードのない人が最も多いのは${names[0]}の${without}(${rates})`;
      return `カードのない人は${names.join("と")}がほぼ並んで最も多く、${without}(${rates})`;
    },
    flow: ({ applications, issued, held, gap, about: isAbout, before }: FlowFinding) => {
      const n = (count: number): string => rough(number(count), isAbout);
      const compared = before ? `(${dateJa(before.as_of)}は${number(before.gap)})` : "";
      if (applications !== null && issued !== null)
        return `申請${n(applications)}件のうち交付は${n(issued)}枚、申請済・未交付は${n(gap)}${compared}`;
      return `${issued === null ? `申請${n(applications!)}件` : `交付${n(issued)}枚`}に対し保有は${n(held!)}枚、差は${n(gap)}${compared}`;
    },
  },
  readings: {
    progress: (measure, changes) =>
      `太い線が${rateName(measure)}。横の線は88%・90%・95%・100%。率は件数・枚数を住民基本台帳の人口で割ったもの。${
        changes ? "目盛りの「人口」の日に、割る人口が新しくなります。" : ""
      }`,
    remaining: (measure) =>
      `棒は人口から${COUNT_NAMES[measure]}を引いた数。点線まで下がると、その率に届きます。`,
    groups: (measure, form) => {
      const counted = `${COUNT_NAMES[measure]}は10${measure === "applications" ? "件" : "枚"}単位のおよその数`;
      const rate = `率は${COUNT_NAMES[measure]}÷人口`;
      if (form === "exact") return `棒の長さは左が0。${rate}。`;
      if (form === "about") return `棒の長さは左が0。${counted}。${rate}。`;
      return `棒の長さは左が0。${counted}。${rate}で、「72〜76%」のような幅(細い線)に、本当の値が95%の見込みで入ります。`;
    },
    flow: (yearBefore) =>
      `棒の全長(枠)は人口。申請と交付は累計、保有は廃止された分を除いた数。${yearBefore ? "縦の印は比べた日の数。" : ""}`,
  },
};
