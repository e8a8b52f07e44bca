import { number } from "../words.js";
import type { ReadingWords } from "./reading-words.js";
import { dayEasy } from "./words-easy.js";

export const READING_EASY: ReadingWords = {
  lead: "この ページは、数字の 意味を 説明します。見せない 数字が ある 理由も 説明します。",
  contents: "この ページに 書いて あること",
  rates: {
    title: "3つの 割合",
    text: ["割合は、数を 人口で 割って 作ります。人口は、住んでいる 人の 数です。"],
    formulas: {
      applications: "申請率 = 今までの 申請の 数 ÷ 人口",
      issued: "交付枚数率 = 今までに 渡した カードの 数 ÷ 人口",
      held: "保有枚数率 = 今 使える カードの 数 ÷ 人口",
    },
    example: (count, population, percent) => `計算: ${number(count)} ÷ ${number(population)} = ${percent}%`,
  },
  difference: {
    title: "申請率と 持っている 人の 割合は 違います",
    text: [
      "申請率は、今までの 申請を 全部 足します。2回 申請した 人は 2回 数えます。町から いなく なった 人の 申請も 数えます。だから、100%より 大きく なることが あります。",
      "今 カードを 持っている 人の 割合は、保有枚数率です。",
    ],
  },
  population: {
    title: "いつの 人口で 割るか",
    text: [
      "人口は、決まった 日の 数です。多くは 1月1日です。1年に 1回 新しく なります。新しく なると、カードの 数が 同じでも、割合が 変わります。",
      "だから、「まだ カードが ない 人」の 数は、だいたいの 数です。",
    ],
    unchanged: (date) => `この ページの 割合は、全部 ${dayEasy(date)}の 人口で 割りました。`,
    unknown: "いつの 人口か、書いて いません。",
    switches: "人口が 新しく なった 日",
    columns: ["この 日の 数字から", "人口の 日", "人口", "割合が 変わった 分(ポイント)"],
  },
  rounding: {
    title: "小さい 数の 丸め方",
    text: [
      "割合は、小数第1位まで 書きます。その 下は 四捨五入します。四捨五入は、4までを 0に して、5からを 上に 足す 方法です。",
      "「先月から」の 数は、書いて ある 割合どうしの 引き算です。",
    ],
  },
  hiding: {
    title: "秘匿: 見せない 数字",
    text: ({ smallestCount, smallestPopulation, uniformGroups }) => [
      `人が とても 少ないと、だれの ことか わかります。だから、${number(smallestCount)}より 小さい 数は 見せません。住んでいる 人が ${number(smallestPopulation)}人より 少ない ところは、人口だけ 見せます。`,
      "「カードが ない 人」が 少ない ときも 同じです。",
      ...(uniformGroups === "hide" ? ["0%と 100%も 見せません。全員の ことが わかるからです。"] : []),
      "1つ 隠しても、計算すると わかる ことが あります。その ときは、ほかの 数字も 隠します。",
      "隠すときは、全部の 月を 隠します。次の ときも 隠します。",
    ],
    some: (hidden) =>
      `今回は、${number(hidden)}の 数字を 隠しました。理由は 書きません。理由も ヒントに なるからです。`,
    none: "今回 隠した 数字は ありません。",
  },
  proof: {
    title: "隠した 数字を 守る 確かめ",
    text: [
      "見せた 数字を 全部 使って、隠した 数字を 計算して みました。前に 出した 数字も 使いました。",
      "どの 数字も、答えが 1つに 決まりません。1つずつ 確かめました。だから、だれの ことかは わかりません。",
    ],
    facts: (c) => [
      ["結果", c.passed ? "全部 確かめました" : "まだ 確かめて います"],
      ["隠した 数字", number(c.hidden)],
      ["守った 数字", number(c.protected)],
      ["前に 出して いた 数字", number(c.known)],
      ["前の 数字から 範囲が わかる 数字", number(c.exposed)],
      ["いちばん せまい 範囲", number(c.smallestWidth)],
      ["確かめに 作った 別の 答え", number(c.witnesses)],
      ["計算した 問題", number(c.programs)],
      ["計算の 道具", c.solver],
    ],
  },
  merging: {
    title: "合算: 地区を 合わせた 数字",
    text: ["小さい 地区は、となりの 地区と 合わせる ことが あります。名前の 後に「(合算)」と 書きます。"],
    none: "今回 合わせた 地区は ありません。",
    merge: (name, members) => `${name}: ${members}`,
  },
  sources: {
    title: "数字を 作った ところ",
    text: (town, synthetic) => [
      synthetic
        ? "この 数字は 見本(サンプル・合成データ)です。本当の 町の 数字では ありません。"
        : `${town}が 作った 数字です。1人ずつの 情報は 入って いません。`,
      "割合の 計算は、総務省(国の 役所)と 同じです。",
    ],
  },
  citing: {
    title: "この 数字を 使うとき",
    text: "だれでも 使えます。次の 文を 書いて ください。",
    citation: ({ town, date, id, licence }) =>
      `${town}「マイナンバーカードの[普及状況|ふきゅうじょうきょう]」${dayEasy(date)} 現在([公開版|こうかいばん] ${id})、${licence}`,
  },
  changes: {
    title: "前と 変わった ところ",
    first: "この 数字は、初めて 出しました。",
    none: "前に 出した 数字は、変わって いません。",
  },
};
