import { dateParts } from "../data/contract/as-of-date.js";
import { number } from "../charts/words.js";
import type { ResidentWords } from "./resident-words.js";

/** 読み仮名は readings.ts の辞書から; `[漢字|よみ]` は、ここだけの読み。 */
const WEEKDAYS = [
  "[日|にち]",
  "[月|げつ]",
  "[火|か]",
  "[水|すい]",
  "[木|もく]",
  "[金|きん]",
  "[土|ど]",
] as const;

/** 2026年10月31日, a month end too: the day says it plainest. */
export const dayEasy = (iso: string): string => {
  const { year, month, day } = dateParts(iso);
  return `${year}年${month}月${day}日`;
};

export const EASY: ResidentWords = {
  title: (town) => `${town}のマイナンバーカード`,
  skip: "本文へ 行く",
  languages: "言葉",
  sample: "この ページの 数字は 見本(サンプル・合成データ)です。本当の 町の 数字では ありません。",
  towns: "住んでいる 町",
  chooseTown: "見る",
  notebooks: "役所の 人の ページ",
  asOf: (date) => `${dayEasy(date)}の 数字`,
  finding: (town, measure, share, percent) => {
    if (!share)
      return `${town}の ${{ held: "カードを 持っている 人", issued: "渡した カード", applications: "申請" }[measure]}は ${percent ?? "—"}%です`;
    const { people, of } = share;
    return {
      held: `${town}では、${of}人の うち だいたい ${people}人が カードを 持っています`,
      issued: `${town}では、${of}人に だいたい ${people}枚の カードを 渡しました`,
      applications: `${town}では、${of}人に だいたい ${people}件の 申請が ありました`,
    }[measure];
  },
  nothingYet: (town) => `${town}の 数字は これから 出します`,
  nothingYetMore: "数字が 出たら、この ページで 見る ことが できます。カードの 申請は、今も できます。",
  meaning: {
    held: "今 カードを 持っている 人の 割合",
    issued: "今までに 渡した カードの 数を 人口で 割った 数",
    applications: "今までの 申請の 数を 人口で 割った 数",
  },
  ofResidents: (measure, count, population) =>
    `住んでいる 人 ${number(population)}人。${{ held: "カード", issued: "渡した カード", applications: "申請" }[measure]} ${count}。`,
  bandOfRate: "割合の はば",
  since: ({ as_of, month }) => (month ? "先月から" : `${dayEasy(as_of)}から`),
  aYear: "1年前から",
  fromLine: (line) => `${line}の 線から`,
  points: (signed) => `${signed}ポイント`,
  left: {
    held: "まだ カードが ない 人",
    issued: "まだ カードを 受け取って いない 人",
    applications: "まだ 申請して いない 人",
  },
  leftNote: (left) => `「${left}」は、人口から 引き算した だいたいの 数です。`,
  otherBase: "人口の 数が 新しく なりました。割合は その分も 変わります。",
  howToApply: "申請の しかたを 見る",
  charts: "図で 見る",
  showTable: "数字を 表で 見る",
  tableOf: (title) => `表: ${title}`,
  tableCut: (rows) =>
    `はじめの ${number(rows)}行です。ぜんぶの 数字は、下の「みんなが 使える データ」に あります。`,
  applyTitle: "申請の しかた",
  applyIntro: "カードの 申請は、4つの 方法が あります。初めて 作るとき、お金は いりません。",
  ways: [
    { name: "スマートフォン", how: "申請書の QRコードを 読みます。顔の 写真を 撮って 送ります。" },
    {
      name: "パソコン",
      how: "申請の ホームページに、申請書の 番号(23けた)を 入れます。顔の 写真を 送ります。",
    },
    {
      name: "写真を 撮る 機械",
      how: "カードの 申請が できる 機械を 使います。申請書の QRコードを 機械に 見せます。写真の お金が いります。",
    },
    { name: "郵便", how: "申請書を 書きます。顔の 写真を 貼ります。ポストに 入れます。" },
  ],
  receive:
    "カードが できると、はがきが 届きます。住んでいる 町の 役所へ 行って、カードを もらいます。申請してから だいたい 1か月です。",
  noForm: "申請書が ない人は、役所で もらってください。",
  phoneTitle: "電話で 聞く",
  phone: "マイナンバーの 電話(お金は いりません)",
  phoneOther: "外国の 言葉の 電話(英語など)",
  applySource:
    "参考: [地方公共団体情報|ちほうこうきょうだんたいじょうほう]システム[機構|きこう]「マイナンバーカード[総合|そうごう]サイト」、デジタル[庁|ちょう]「よくある[質問|しつもん]」",
  sessionsTitle: "次の 受付・相談",
  sessionsNone: "今 お知らせする 受付は ありません。申請は、いつでも 上の 方法で できます。",
  day: (iso) => `${dayEasy(iso)}(${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]}曜日)`,
  contactTitle: "わからないとき 聞く ところ",
  contact: (town) => `${town}の 役所の マイナンバーカードの 係`,
  shareTitle: "この ページを 人に 教える",
  shareAddress: "この ページの アドレス",
  shareBy: (where) => `${where}で 送る`,
  mail: "メール",
  embed: "図を ほかの ホームページに 入れる",
  dataTitle: "みんなが 使える データ",
  dataIntro: "この 数字は だれでも 使えます。アドレスは ずっと 同じです。",
  dataAll: "ぜんぶの ファイルと 前の 数字",
  aboutTitle: "この 数字に ついて",
  readingTitle: "数字の 読み方",
  readingLink: "割合の 計算、だいたいの 数に する 理由、人口の 数に ついて",
  back: "初めの ページへ",
  publisher: "出した ところ",
  licenceTitle: "使うときの 決まり",
  licence: {
    "CC-BY-4.0": "CC BY 4.0(作った 人の 名前を 書けば、自由に 使えます)",
    "PDL-1.0": "PDL1.0(作った 人の 名前を 書けば、自由に 使えます)",
  },
  releaseTitle: "番号",
  issued: (date, id) => `${id}(作った 日 ${dayEasy(date)})`,
  copy: "この ページを 1つの ファイルで 保存する(HTML)",
};
