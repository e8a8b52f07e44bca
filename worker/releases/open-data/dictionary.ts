import type { PublicRelease } from "../../../data/contract/public-release.js";
import type { Column, Words } from "./column.js";
import { escapeHtml, htmlPage } from "./html-page.js";
import { LICENCES } from "./licence.js";
import { MARKS, MARKS_SOURCE } from "./marks.js";
import { noticeOf, SYNTHETIC, SYNTHETIC_EN } from "./notice.js";
import { protectionWords } from "./protection-words.js";
import type { PublishedFile } from "./published-file.js";

type Language = keyof Words;

/** dictionary.html: every column and mark of a release's files, what protects people in them, and the terms. */
export function dictionaryPage(release: PublicRelease, files: readonly PublishedFile[]): string {
  const { title } = noticeOf(release);
  return htmlPage(
    `データ項目の説明 / Data dictionary: ${release.municipality.name}`,
    `<header><h1>データ項目の説明<br><span lang="en">Data dictionary</span></h1>
<p>${escapeHtml(title.ja)}<br><span lang="en">${escapeHtml(title.en)}</span></p>
${release.synthetic ? `<p class="sample">${SYNTHETIC} <span lang="en">(${SYNTHETIC_EN})</span></p>` : ""}
<nav aria-label="言語 / Language"><a href="#ja">日本語</a> <a href="#en" lang="en">English</a></nav></header>
<main>${section(release, files, "ja")}${section(release, files, "en")}</main>`,
  );
}

const HEADINGS = {
  ja: {
    files: "ファイル",
    marks: "記号",
    protection: "およその数と合算",
    rates: "率と分母",
    terms: "利用条件と問い合わせ",
  },
  en: {
    files: "Files",
    marks: "Marks",
    protection: "Approximate counts and merges",
    rates: "Rates and their denominator",
    terms: "Terms and contact",
  },
};

function section(release: PublicRelease, files: readonly PublishedFile[], lang: Language): string {
  const head = HEADINGS[lang];
  const { description, publisher, contact } = noticeOf(release);
  const licence = LICENCES[release.settings.licence];
  return `<section lang="${lang}" id="${lang}" aria-label="${lang === "ja" ? "日本語" : "English"}">
<p>${escapeHtml(description[lang])}</p>
<h2>${head.files}</h2>
${files.map((file) => fileBlock(file, lang)).join("\n")}
<h2>${head.marks}</h2>
${marks(lang)}
<h2>${head.protection}</h2>
${list(protectionWords(release, lang))}
<h2>${head.rates}</h2>
${list(RATES[lang])}
<h2>${head.terms}</h2>
<p><a href="${licence.path}">${escapeHtml(licence.title[lang])}</a></p>
<p>${escapeHtml(publisher[lang])}<br>${escapeHtml(contact[lang])}</p>
</section>`;
}

const list = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;

function fileBlock({ name, title, table }: PublishedFile, lang: Language): string {
  const heading = `<h3><a href="${name}">${name}</a>: ${escapeHtml(title[lang])}</h3>`;
  return table ? `${heading}\n${columnTable(table.columns, name, lang)}` : heading;
}

const TABLE_HEAD = {
  ja: { caption: "の列", column: "列", type: "型", unit: "単位", meaning: "意味" },
  en: { caption: ": columns", column: "Column", type: "Type", unit: "Unit", meaning: "Meaning" },
};
const TYPES: Readonly<Record<Column["type"], Words>> = {
  string: { ja: "文字", en: "text" },
  integer: { ja: "整数", en: "whole number" },
  number: { ja: "小数第1位までの数", en: "number, one decimal" },
  date: { ja: "日付", en: "date" },
  boolean: { ja: "真偽", en: "true or false" },
};

function columnTable(columns: readonly Column[], file: string, lang: Language): string {
  const head = TABLE_HEAD[lang];
  const rows = columns.map(({ name, title, type, unit, meaning }) => {
    const called =
      name === title[lang] ? escapeHtml(name) : `${escapeHtml(name)}<br>${escapeHtml(title[lang])}`;
    return `<tr><th scope="row">${called}</th><td>${TYPES[type][lang]}</td><td>${unit?.[lang] ?? ""}</td><td>${escapeHtml(meaning[lang])}</td></tr>`;
  });
  const label = `${file}${head.caption}`;
  return `<div class="wide" role="region" aria-label="${label}" tabindex="0"><table><caption>${label}</caption>
<thead><tr><th scope="col">${head.column}</th><th scope="col">${head.type}</th><th scope="col">${head.unit}</th><th scope="col">${head.meaning}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function marks(lang: Language): string {
  const entries = Object.entries(MARKS).map(([mark, meaning]) => `<dt>${mark}</dt><dd>${meaning[lang]}</dd>`);
  const source = lang === "ja" ? "記号の出典" : "Source of the marks";
  const blanks = {
    ja: "記号は日本語見出しのファイルにある。tables.* では空欄（null）。約の数の 0 は、0に近いことを表す。",
    en: "Marks stand in the file with Japanese headers; in tables.* the value is blank (null). An approximate 0 means a number near 0.",
  };
  return `<dl>${entries.join("")}</dl><p>${blanks[lang]}</p>
<p>${source}: <a lang="ja" href="${MARKS_SOURCE.path}">${MARKS_SOURCE.title}</a></p>`;
}

const RATES = {
  ja: [
    "率＝件数÷人口×100。人口は人口算出基準日の住民基本台帳人口で、その日付が変わると率も動く",
    "約の数の率も、公表した数から計算したおよその率。どこまで読めるかは「率の幅」が示す",
    "小数第2位を四捨五入（整数の計算による）。100を超えることがあり、切り捨てない",
    "申請率88%は、88%の人がカードを持っていることを意味しない。申請には再申請・更新が含まれる",
  ],
  en: [
    "Rate = count ÷ residents × 100; residents of the register on the population date. The rate jumps where that date changes",
    "A rate of an approximate count is approximate, too; its margin says how far it can be read",
    "Rounded half up to one decimal by whole arithmetic. May exceed 100 and is not clamped",
    "An application rate of 88% does not mean that 88% hold a card: reapplications and renewals are counted",
  ],
};
