import { html, type Markup } from "../../charts/html.js";
import type { Language, Localised } from "../../data/contract/town-settings.js";

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "英語",
};
const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];
const MAX_WORDS = 1000;

/**
 * A labelled control with room for what is wrong with it.
 * @param control has the name as its id, and is described by `${name}-error` and, with a hint, by `${name}-hint`
 */
export const field = (name: string, label: Markup | string, control: Markup, hint = ""): Markup =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== "" && html`<span class="hint" id="${name}-hint">${hint}</span>`} ${control}<span
      class="form-error"
      id="${name}-error"
    ></span>
  </div>`;

/** A whole number. @param value NaN leaves it empty */
export const numberField = (
  name: string,
  words: string,
  value: number,
  from: number,
  to: number,
  hint: string,
): Markup =>
  field(
    name,
    words,
    html`<input
      type="number"
      inputmode="numeric"
      id="${name}"
      name="${name}"
      value="${Number.isNaN(value) ? "" : value}"
      min="${from}"
      max="${to}"
      step="1"
      aria-describedby="${name}-hint ${name}-error"
    />`,
    hint,
  );

/** The same words in three languages; Japanese is asked for, the others stand for it where they are empty. */
export function localisedFields(
  name: string,
  words: string,
  value: Localised | null,
  { isLong = false, isRequired = false } = {},
): Markup {
  const control = (language: Language): Markup => {
    const path = `${name}.${language}`;
    const lang = language === "en" ? "en" : "ja";
    const text = value?.[language] ?? "";
    return isLong
      ? html`<textarea
          id="${path}"
          name="${path}"
          lang="${lang}"
          rows="3"
          maxlength="${MAX_WORDS}"
          aria-describedby="${path}-error"
        >
${text}</textarea>`
      : html`<input
          id="${path}"
          name="${path}"
          lang="${lang}"
          value="${text}"
          maxlength="${MAX_WORDS}"
          aria-describedby="${path}-error"
        />`;
  };
  return html`<div class="setting-languages">
    ${LANGUAGES.map((language) =>
      field(
        `${name}.${language}`,
        html`${words}・${LANGUAGE_NAMES[language]}${isRequired && language === "ja" && html`<span class="required">(必須)</span>`}`,
        control(language),
      ),
    )}
  </div>`;
}

/** A part of the form, by its address. */
export const part = (id: string, title: string, hint: string, content: Markup): Markup =>
  html`<fieldset class="card setting" id="${id}">
    <legend>${title}</legend>
    <p class="hint">${hint}</p>
    ${content}
  </fieldset>`;

/** One of a few. */
export const choice = (
  name: string,
  words: string,
  value: string,
  options: { value: string; name: string }[],
  hint = "",
): Markup =>
  field(
    name,
    words,
    html`<select id="${name}" name="${name}" aria-describedby="${hint && `${name}-hint `}${name}-error">
      ${options.map((o) => html`<option value="${o.value}" ${o.value === value && html` selected`}>${o.name}</option>`)}
    </select>`,
    hint,
  );

/** A line of text. */
export function textField(
  name: string,
  words: string,
  value: string,
  isRequired: boolean,
  max = 200,
): Markup {
  return field(
    name,
    html`${words}${isRequired && html`<span class="required">(必須)</span>`}`,
    html`<input
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="${max}"
      aria-describedby="${name}-error"
    />`,
  );
}

/** Adds an empty row to a list. */
export const addButton = (list: string, words: string): Markup =>
  html`<p><button type="button" data-add="${list}">${words}</button></p>`;

/** Takes a row out of a list. */
export const removeButton = (list: string, i: number, what: string): Markup =>
  html`<p>
    <button type="button" class="button-quiet" data-remove="${list}" data-index="${i}">${what}を消す</button>
  </p>`;
