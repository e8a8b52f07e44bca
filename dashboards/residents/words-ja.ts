import { dateParts } from "../data/contract/as-of-date.js";
import { dateJa, number } from "../charts/words.js";
import type { ResidentWords } from "./resident-words.js";

const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;

export const JAPANESE: ResidentWords = {
  title: (town) => `${town}のマイナンバーカード`,
  skip: "本文へ",
  languages: "言語",
  sample: "この画面の数字はサンプル・合成データです。実際の町の数字ではありません。",
  towns: "市区町村",
  chooseTown: "表示",
  notebooks: "職員の画面へ",
  asOf: (date) => `${dateJa(date)}現在`,
  finding: (town, measure, share, percent) => {
    if (!share)
      return `${town}の${{ held: "保有枚数率", issued: "交付枚数率", applications: "申請率" }[measure]}は${percent ?? "—"}%です`;
    const { people, of } = share;
    return {
      held: `${town}では、${of}人のうち約${people}人がカードを持っています`,
      issued: `${town}では、住民${of}人あたり約${people}枚のカードが交付されました`,
      applications: `${town}では、住民${of}人あたり約${people}件の申請がありました`,
    }[measure];
  },
  nothingYet: (town) => `${town}の数字は、まだ公開されていません`,
  nothingYetMore:
    "公開されると、町の割合、地区や年齢ごとの様子、数字のよみかたが、ここに載ります。カードの申請は、いまでもできます。",
  meaning: {
    held: "いまカードを持っている人の割合",
    issued: "これまでに渡したカードの枚数の、人口に対する割合",
    applications: "これまでに受け付けた申請の、人口に対する割合",
  },
  ofResidents: (_, count, population) => `住民${number(population)}人に対し${count}`,
  bandOfRate: "割合の幅(95%の見込み)",
  since: ({ as_of, month }) => (month ? "先月から" : `前回(${dateJa(as_of)})から`),
  aYear: "1年前から",
  fromLine: (line) => `${line}の線から`,
  points: (signed) => `${signed}ポイント`,
  left: {
    held: "まだカードを持っていない人",
    issued: "まだカードを受け取っていない人",
    applications: "まだ申請していない人",
  },
  leftNote: (left) => `「${left}」は、人口から引き算した目安です。`,
  otherBase: "比べた日から、もとにする人口が新しくなりました。割合はその分も動きます。",
  howToApply: "申請のしかたを見る",
  charts: "図でみる",
  showTable: "数字を表で見る",
  tableOf: (title) => `表: ${title}`,
  tableCut: (rows) => `はじめの${number(rows)}行です。全部の数字は、下のオープンデータにあります。`,
  applyTitle: "申請のしかた",
  applyIntro: "カードは、次の4つの方法で申請できます。はじめて作るときの手数料は無料です。",
  ways: [
    { name: "スマートフォン", how: "交付申請書のQRコードを読み取り、顔写真を撮って送ります。" },
    { name: "パソコン", how: "申請用のサイトに申請書ID(23桁)を入れ、顔写真を送ります。" },
    {
      name: "証明用写真機",
      how: "対応している写真機に、交付申請書のQRコードをかざして撮ります。撮影の料金がかかります。",
    },
    { name: "郵送", how: "交付申請書に記入して顔写真を貼り、ポストに入れます。" },
  ],
  receive:
    "カードの用意ができると通知のはがきが届きます。住民票のある市区町村の窓口で受け取ります。申請から受け取りまで、およそ1か月です。",
  noForm: "交付申請書が手もとにない人は、市区町村の窓口でもらえます。",
  phoneTitle: "電話で聞く",
  phone: "マイナンバー総合フリーダイヤル",
  phoneOther: "外国語の窓口(英語・中国語・韓国語など)",
  applySource:
    "参考: 地方公共団体情報システム機構「マイナンバーカード総合サイト」、デジタル庁「よくある質問:マイナンバーカードについて」",
  sessionsTitle: "これからの出張受付・相談",
  sessionsNone: "いまお知らせする出張受付はありません。申請は、いつでも上の方法でできます。",
  day: (iso) => {
    const { year, month, day } = dateParts(iso);
    return `${year}年${month}月${day}日(${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]})`;
  },
  contactTitle: "問い合わせ",
  contact: (town) => `${town}のマイナンバーカード担当窓口`,
  shareTitle: "このページを伝える",
  shareAddress: "このページのアドレス",
  shareBy: (where) => `${where}で送る`,
  mail: "メール",
  embed: "図をほかのサイトに載せる",
  dataTitle: "オープンデータ",
  dataIntro: "この公開版の数字は、だれでも使えます。アドレスは公開版が新しくなっても変わりません。",
  dataAll: "すべてのファイルと、これまでの公開版",
  aboutTitle: "この数字について",
  readingTitle: "数字のよみかた",
  readingLink: "割合の計算、およその数にする理由、人口の切り替えについて",
  back: "はじめのページへ",
  publisher: "公開",
  licenceTitle: "ライセンス",
  licence: {
    "CC-BY-4.0": "クリエイティブ・コモンズ 表示 4.0 国際(CC BY 4.0)",
    "PDL-1.0": "公共データ利用規約 第1.0版(PDL1.0)",
  },
  releaseTitle: "公開版",
  issued: (date, id) => `${id}(${dateJa(date)}作成)`,
  copy: "この公開版を1つのファイルで保存(HTML)",
};
