import { dateJa, number } from "../words.js";
import type { Finding, PublicWords } from "./public-words.js";
import { JAPANESE } from "./words-ja.js";

/** 2025年10月末より 812人 へりました。: short sentences, spaces between words, hiragana where kanji are hard. */
const change = (amount: string, falls: boolean, before: string): string =>
  `${dateJa(before)}より ${amount} ${falls ? "へりました" : "ふえました"}。`;

const peopleChange = ({ without, before }: Finding): string =>
  !before || before.without === without
    ? ""
    : change(`${number(Math.abs(without - before.without))}人`, without < before.without, before.as_of);

const pointsChange = ({ before }: Finding): string =>
  !before?.points || before.points.startsWith("±")
    ? ""
    : change(`${before.points.slice(1)}ポイント`, before.points.startsWith("-"), before.as_of);

const whole = (percent: string | null): string => (percent === null ? "" : `(みんなでは ${percent}%)`);

const COUNTED = {
  applications: "マイナンバーカードを もうしこんだ 数は",
  issued: "つくって わたした マイナンバーカードは",
  held: "マイナンバーカードを もっている 人は",
} as const;

const SHARES = {
  applications: "カードを もうしこんだ",
  issued: "カードを つくった",
  held: "カードを もっている",
} as const;

/** やさしい日本語 around the Japanese drawings. */
export const EASY: PublicWords = {
  ...JAPANESE,
  share: { label: (measure) => COUNTED[measure], change: pointsChange },
  embed: { more: (town) => `${town}の ページを 見る`, table: "数を 表で 見る" },
  titles: {
    progress: (f) => `${COUNTED[f.measure]} ${f.percent}% です。${pointsChange(f)}`,
    remaining: (f) => `カードが ない 人は ${number(f.without)}人 です。${peopleChange(f)}`,
    ages: ({ measure, name, percent, whole: all, othersWithheld }) =>
      `${othersWithheld ? "数を 出せる 年齢で、" : ""}${SHARES[measure]} 人が いちばん すくない 年齢は ${name}の ${percent}% です${whole(all)}。`,
    districts: ({ measure, name, without, percent, whole: all, othersWithheld }) =>
      `${othersWithheld ? "数を 出せる 地区で、" : ""}カードが ない 人が いちばん おおい 地区は ${name}の ${number(without)}人 です。${SHARES[measure]} 人は ${percent}% です${whole(all)}。`,
    flow: ({ gap, before, issued, applications }) => {
      const was = before ? `${dateJa(before.as_of)}は ${number(before.gap)} でした。` : "";
      if (applications !== null && issued !== null)
        return `もうしこんで、まだ うけとって いない カードは ${number(gap)} です。${was}`;
      return applications === null
        ? `つかえなく なった カードなどは ${number(gap)} です。${was}`
        : `もうしこんだ 数と いま もっている 数の ちがいは ${number(gap)} です。${was}`;
    },
    allWithheld: "人が すくないので、数は ひみつに しています。",
  },
  readings: {
    progress: () => "太い 線が 上に いくほど、カードを もつ 人が おおいです。100% で 全員です。",
    remaining: () => "棒が みじかいほど、カードが ない 人は すくないです。0 で 全員に いきわたります。",
    groups: (_, hidden) =>
      `棒が 長いほど、数が おおいです。${hidden ? "「秘匿」は、人が すくないので ひみつに した 数です。" : ""}`,
    flow: () => "上から、もうしこんだ 数、わたした 数、いま もっている 数です。わくの 長さは 住民の 数です。",
  },
};
