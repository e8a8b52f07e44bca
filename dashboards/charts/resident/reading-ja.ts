import { dateJa, number } from "../words.js";
import type { ReadingWords } from "./reading-words.js";

export const READING_JA: ReadingWords = {
  lead: "このページの割合が何を数えているか、なぜ公開しない数字があるか、どこまで信じてよいかを説明します。",
  contents: "このページの内容",
  rates: {
    title: "3つの割合",
    text: ["どれも、件数や枚数を人口で割ったものです。何を数えているかが違います。"],
    formulas: {
      applications: "申請率 = 有効な申請の累計件数 ÷ 人口",
      issued: "交付枚数率 = 渡したカードの累計枚数 ÷ 人口",
      held: "保有枚数率 = いま有効なカードの枚数 ÷ 人口",
    },
    example: (count, population, percent) =>
      `この公開版では ${number(count)} ÷ ${number(population)} = ${percent}%`,
  },
  difference: {
    title: "申請率は「持っている人の割合」ではありません",
    text: [
      "申請と交付は、始まってからの累計です。作り直しや更新の申請、町を離れた人や亡くなった人の分も数に残ります。そのため、実際に持っている人の割合より高くなり、100%を超えることもあります。超えた数字も、そのまま示しています。",
      "保有枚数は、廃止や失効になったカードを除いた数です。いまカードを持っている人の割合を知りたいときは、保有枚数率を見てください。保有枚数は2023年の半ばから公表されています。",
    ],
  },
  population: {
    title: "割る数(人口)はいつの人口か",
    text: [
      "割る数は、住民基本台帳の、ある決まった日の人口です。多くは1月1日で、年に一度新しくなります。新しくなった月は、カードの枚数が変わらなくても割合が動きます。",
      "カードの数はその月の数、人口は少し前の日の数です。そのため「まだ持っていない人」は目安です。",
    ],
    unchanged: (date) => `この公開版の割合は、すべて${dateJa(date)}の人口で割っています。`,
    unknown: "この公開版の数字には、人口の基準日が書かれていません。",
    switches: "この公開版で割る人口が変わったところ",
    columns: ["この基準日から", "人口の基準日", "人口", "割合への影響"],
    effect: (points) => `${points}ポイント`,
  },
  rounding: {
    title: "四捨五入と差",
    text: [
      "割合は、小数第2位を四捨五入して小数第1位まで示します。総務省の公表と同じ方法で、整数だけで計算しています。",
      "「先月から」などの差は、示した割合どうしの引き算です。見えている数字で計算が合います。",
    ],
  },
  hiding: {
    title: "「秘匿」: 公開しない数字",
    text: ({ smallestCount, smallestPopulation, uniformGroups }) => [
      `人数がとても少ないと、だれのことか分かるおそれがあります。そこで、${number(smallestCount)}に満たない数は公開しません。住民が${number(smallestPopulation)}人に満たないところは、人口だけを示します。`,
      "「カードのない人」が少ないときも同じです。人口から引けば分かってしまうので、もとの数も公開しません。",
      ...(uniformGroups === "hide"
        ? [
            "全員が持っている(100%)、だれも持っていない(0%)という数字も、そこにいる全員のことが分かるので公開しません。",
          ]
        : []),
      "1つだけ隠しても、合計から引き算すれば分かることがあります。そのときは、ほかの数字も合わせて隠します。",
      "隠すときは、その区分のすべての月を隠します。ある月だけ隠すと、前後の月から見当がつくからです。一度隠したものは、次の公開版でも隠します。",
    ],
    reasonsTitle: "この公開版で隠したもの",
    reasons: ({ smallestCount, smallestPopulation }) => ({
      small_population: `住民が${number(smallestPopulation)}人未満`,
      uniform_group: "0%または100%",
      small_count: `${number(smallestCount)}未満の数`,
      small_complement: `残りの人が${number(smallestCount)}人未満`,
      small_difference: `申請と交付などの差が${number(smallestCount)}未満`,
      earlier_release: "以前の公開版で隠した",
      complementary: "ほかの隠した数字を守るため",
    }),
    columns: ["理由", "系列の数(区分×種類)"],
    none: "この公開版に、隠した数字はありません。",
  },
  proof: {
    title: "隠した数字が分からないことの確かめ",
    text: [
      "隠すだけでは足りません。公開したすべての表、すべての月、これまでの公開版を合わせて計算しても、隠した数字が1つに決まらないこと、狭い範囲にも絞れないことを、1つずつ計算で確かめています。確かめに通らない版は公開できません。",
      "方法は線形計画法です。隠した数字それぞれについて、公開した数字と矛盾しない別の値があることを、実際に作って示します。",
    ],
    facts: (c) => [
      ["結果", c.passed ? "すべて確かめました" : "確かめに通っていません"],
      ["隠した値(系列×基準日)", number(c.hidden)],
      ["別の値がありうると示した値", number(c.protected)],
      ["以前に公開済みで、取り戻せない値", number(c.known)],
      ["以前の公開だけで範囲が決まっている値", number(c.exposed)],
      ["いちばん狭い範囲の幅", number(c.smallestWidth)],
      ["つじつまが合うと示した別の数字の組", number(c.witnesses)],
      ["解いた問題の数", number(c.programs)],
      ["計算に使ったもの", c.solver],
    ],
  },
  merging: {
    title: "合算: いくつかの地区を1つにした数字",
    text: ["小さな地区は、となりの地区と合わせて公開することがあります。名前の後ろに「(合算)」と書きます。"],
    none: "この公開版に、合算した地区はありません。",
    merge: (name, members) => `${name}: ${members}`,
  },
  sources: {
    title: "数字の出どころ",
    text: (town, synthetic) => [
      synthetic
        ? `この公開版の数字はサンプル・合成データを含みます。${town}の実際の数字ではありません。`
        : `${town}が集計した数字です。個人ごとのデータは、このサイトに一切入っていません。`,
      "割合の定義と計算は、総務省「マイナンバーカード交付状況について」に合わせています。",
    ],
  },
  citing: {
    title: "引用のしかた",
    text: "出典を書けば、だれでも使えます。公開版の番号を書くと、後からでも同じ数字を確かめられます。",
    citation: ({ town, date, id, licence }) =>
      `${town}「マイナンバーカードの普及状況」${dateJa(date)}現在(公開版 ${id})、${licence}`,
  },
  changes: {
    title: "前の公開版からの変更",
    first: "これがはじめての公開版です。",
    none: "前の公開版の数字に変更はありません。",
  },
};
