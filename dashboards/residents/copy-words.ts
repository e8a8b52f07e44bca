import type { Language } from "../data/contract/town-settings.js";

/** What a single-file copy says of itself. */
export interface CopyWords {
  title: string;
  what: string;
  data: string;
  dataAbove: string;
  town: string;
  release: string;
  asOf: string;
  made: string;
}

const WORDS: Readonly<Record<Language, CopyWords>> = {
  ja: {
    title: "このファイルについて",
    what: "1つの公開版を、図・表・データごと1つのHTMLファイルにした写しです。インターネットにつながない場所でも、保存用にも使えます。開いても、どこにも通信しません。",
    data: "中に入っているデータ",
    dataAbove: "データは日本語の部分にあります",
    town: "市区町村",
    release: "公開版",
    asOf: "いちばん新しい基準日",
    made: "作成した日",
  },
  easy: {
    title: "この ファイルに ついて",
    what: "図と 表と データを、1つの ファイルに 入れました。インターネットが なくても 見る ことが できます。",
    data: "中の データ",
    dataAbove: "データは 日本語の ところに あります",
    town: "市区町村",
    release: "番号",
    asOf: "数字の 日",
    made: "作った 日",
  },
  en: {
    title: "About this file",
    what: "A copy of one release in a single HTML file: its charts, tables and data. It works without the internet and for archives. Opening it sends nothing anywhere.",
    data: "Data inside",
    dataAbove: "The data are in the Japanese part",
    town: "Municipality",
    release: "Release",
    asOf: "Newest as-of date",
    made: "Made on",
  },
};

export const copyWords = (language: Language): CopyWords => WORDS[language];
