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

const whole = (rate: string): string => `(みんなでは ${rate})`;

const about = (text: string): string => `だいたい${text}`;
const rough = (text: string, isAbout: boolean): string => (isAbout ? about(text) : text);

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
  about,
  aboutColumn: (name) => `${name}(だいたい)`,
  bandColumn: (rate) => `${rate}の はば`,
  fromTo: (least, most, isAbout) =>
    rough(least === most ? `${number(most)}人` : `${number(least)}人から ${number(most)}人`, isAbout),
  inTens:
    "地区や 年齢ごとの 枚数は、10枚ずつの だいたいの 数です。1人ひとりの ことが わからないように する ためです。",
  sums: "地区の 数を ぜんぶ たしても、町の 数と すこし ちがいます。地区の 数は だいたいの 数だからです。",
  remaining: (n, isAbout) =>
    isAbout && n > 0 ? `あと ${about(`${number(n)}人`)}` : JAPANESE.remaining(n, isAbout),
  share: { label: (measure) => COUNTED[measure], change: pointsChange },
  embed: { more: (town) => `${town}の ページを 見る`, table: "数を 表で 見る" },
  titles: {
    progress: (f) => `${COUNTED[f.measure]} ${f.rate} です。${pointsChange(f)}`,
    remaining: (f) =>
      `カードが ない 人は ${rough(`${number(f.without)}人`, f.about)} です。${peopleChange(f)}`,
    ages: ({ measure, names, rate, whole: all }) => {
      const who = `${SHARES[measure]} 人`;
      if (names.length === 0) return `${who}は、どの 年齢も ${rate}の あいだです${whole(all)}。`;
      const first = names.join("と ");
      return `${who}が いちばん すくない 年齢は ${first}の ${rate} です${whole(all)}。`;
    },
    districts: ({ measure, names, people, rate, whole: all }) => {
      const rates = `${SHARES[measure]} 人は ${rate} です${whole(all)}。`;
      if (names.length === 0) return `カードが ない 人は、1つの 地区に ${people} です。${rates}`;
      const first = names.length === 1 ? `${names[0]}の` : `${names.join("と ")}で、`;
      return `カードが ない 人が いちばん おおい 地区は ${first} ${people} です。${rates}`;
    },
    flow: ({ gap, about: isAbout, before, issued, applications }) => {
      const was = before ? `${dateJa(before.as_of)}は ${number(before.gap)} でした。` : "";
      const n = rough(number(gap), isAbout);
      if (applications !== null && issued !== null)
        return `もうしこんで、まだ うけとって いない カードは ${n} です。${was}`;
      return applications === null
        ? `つかえなく なった カードなどは ${n} です。${was}`
        : `もうしこんだ 数と いま もっている 数の ちがいは ${n} です。${was}`;
    },
  },
  readings: {
    progress: () => "太い 線が 上に いくほど、カードを もつ 人が おおいです。100% で 全員です。",
    remaining: () => "棒が みじかいほど、カードが ない 人は すくないです。0 で 全員に いきわたります。",
    groups: (_, form) => {
      const bars = "棒が 長いほど、数が おおいです。";
      if (form === "exact") return bars;
      const tens = "数は、10ずつの だいたいの 数です。";
      if (form === "about") return bars + tens;
      return `${bars}${tens}ほんとうの 割合は、「72〜76%」のような はば(ほそい 線)の なかに、たぶん あります。`;
    },
    flow: () => "上から、もうしこんだ 数、わたした 数、いま もっている 数です。わくの 長さは 住民の 数です。",
  },
};
