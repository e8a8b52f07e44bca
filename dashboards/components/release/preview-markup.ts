import { html, type Markup } from "../../charts/html.js";
import { number } from "../../charts/words.js";
import type { ManifestFile } from "../../data/contract/api/manifest.js";
import type { Language } from "../../data/contract/town-settings.js";

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "English",
};
const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

const CHART_NAMES: readonly (readonly [id: string, name: string])[] = [
  ["progress", "進み方"],
  ["remaining", "まだの人"],
  ["ages", "年齢"],
  ["districts", "地区"],
  ["flow", "申請・交付・保有"],
];

/** Files that are looked at or downloaded beside the pages, by the end of their name. */
const DATA_ENDINGS = [".csv", ".json", ".jsonld", ".parquet", ".arrow", ".html"];

/** Address of a file of the release; a draft's too. */
export const fileAddress = (id: string, name: string): string =>
  `/api/v1/releases/${encodeURIComponent(id)}/files/${encodeURIComponent(name)}`;

/** Room for the previews, with tabs for the languages. */
export const previewSection = (isDraft: boolean): Markup =>
  html`<h2 id="preview">${isDraft ? "公開すると住民に見えるもの" : "この公開版の画面とファイル"}</h2>
    <p class="hint">
      中身は公開するものと同じです。プレビューの中のリンクを押すと、いま公開しているページへ進みます。
    </p>
    <div class="tabs" role="tablist" aria-label="言語">
      ${LANGUAGES.map(
        (language, i) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${language}"
            aria-controls="preview-panel"
            aria-selected="${i === 0 ? "true" : "false"}"
            tabindex="${i === 0 ? 0 : -1}"
            data-language="${language}"
          >
            ${LANGUAGE_NAMES[language]}
          </button>`,
      )}
    </div>
    <div role="tabpanel" id="preview-panel" aria-labelledby="tab-ja" tabindex="0" data-panel></div>
    <div data-files></div>`;

/** What residents see in a language: pages in frames, charts as pictures. */
export function languagePanel(id: string, language: Language, names: ReadonlySet<string>): Markup {
  const words = LANGUAGE_NAMES[language];
  const frame = (name: string, title: string) =>
    names.has(name) &&
    html`<figure class="preview-page">
      <figcaption>
        ${title} <a href="${fileAddress(id, name)}" target="_blank" rel="noopener">別のタブで開く</a>
      </figcaption>
      <iframe
        src="${fileAddress(id, name)}"
        title="${title}(${words})のプレビュー"
        loading="lazy"
        sandbox
      ></iframe>
    </figure>`;
  const picture = (name: string, title: string, other?: string) =>
    names.has(name) &&
    html`<figure>
      <figcaption>
        ${title} ${other && html`<a href="${fileAddress(id, other)}" target="_blank" rel="noopener">PNG</a>`}
      </figcaption>
      <img src="${fileAddress(id, name)}" alt="${title}(${words})" loading="lazy" />
    </figure>`;
  const chart = (chartId: string) => `chart-${chartId}.${language}`;
  return html`${frame(`page.${language}.html`, "住民向けページ")}${frame(`reading.${language}.html`, "数字のよみかた")}
    <div class="preview-pictures">
      ${CHART_NAMES.map(([chartId, name]) =>
        picture(`${chart(chartId)}.svg`, `グラフ:${name}`, `${chart(chartId)}.png`),
      ).filter((figure) => figure !== false)}
      ${picture(`share.${language}.png`, "SNSなどで共有したときの画像")}
    </div>`;
}

/** The data files, to download. */
export function fileList(id: string, files: readonly ManifestFile[]): Markup {
  const listed = files.filter(
    ({ name }) =>
      DATA_ENDINGS.some((end) => name.endsWith(end)) && !/^(page|reading|embed-|first-paint)/.test(name),
  );
  return html`<details>
    <summary>データファイル(${number(listed.length)})</summary>
    <ul class="release-files">
      ${listed.map(
        ({ name, bytes }) =>
          html`<li>
            <a
              href="${fileAddress(id, name)}"
              ${name.endsWith(".html") ? html` target="_blank" rel="noopener"` : html` download="${name}"`}
              >${name}</a
            >
            <span class="hint">${sizeWords(bytes)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** 12KB, 1.5MB. */
const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))}KB` : `${(bytes / 1e6).toFixed(1)}MB`;
