import { html, type Markup } from "../../charts/html.js";
import type { NamedDistrict } from "../../data/contract/api/district.js";
import {
  addButton,
  choice,
  field,
  localisedFields,
  part,
  removeButton,
  textField,
} from "./settings-fields.js";
import { mergesPart, policyPart, toldPart } from "./settings-policy.js";
import type { Draft } from "./settings-values.js";

/** Every setting as a field named by its path. @param isOpen false shows them to who may not change them */
export function settingsFields(
  settings: Draft,
  districts: readonly NamedDistrict[],
  isOpen: boolean,
): Markup {
  return html`<fieldset class="settings" ${!isOpen && html` disabled`}>
    <legend class="unseen">公開の設定</legend>
    ${policyPart(settings)}${mergesPart(settings, districts)}${toldPart(settings)}${aboutPart(settings)}${applyPart(settings)}
    ${sessionsPart(settings)}${framesPart(settings)}
  </fieldset>`;
}

const aboutPart = ({ licence, publisher, contact, name_en }: Draft): Markup =>
  part(
    "about",
    "発行者とライセンス",
    "住民向けページとオープンデータの記載に使います。発行者と問い合わせ先は、空ならば町の名前で書きます。",
    html`${choice("licence", "オープンデータのライセンス", licence, [
      { value: "CC-BY-4.0", name: "クリエイティブ・コモンズ 表示 4.0 国際(CC BY 4.0)" },
      { value: "PDL-1.0", name: "公共データ利用規約(PDL 1.0)" },
    ])}
    ${localisedFields("publisher", "発行者", publisher)}
    ${localisedFields("contact", "問い合わせ先(課の名前・電話・メール)", contact)}
    ${textField("name_en", "町の名前(英語。例:Shika Town)", name_en ?? "", false)}`,
  );

const applyPart = ({ apply }: Draft): Markup =>
  part(
    "apply",
    "申請のしかた",
    "住民向けページの「申請のしかた」のはじめに、段落として入ります。全国共通の案内は、いつも付きます。",
    html`${apply.map(
      (paragraph, i) =>
        html`<fieldset class="setting-item" data-row="apply">
          <legend>段落${i + 1}</legend>
          ${localisedFields(`apply.${i}`, "文", paragraph, { isLong: true, isRequired: true })}
          ${removeButton("apply", i, `段落${i + 1}`)}
        </fieldset>`,
    )}${addButton("apply", "段落を加える")}`,
  );

const sessionsPart = ({ sessions }: Draft): Markup =>
  part(
    "sessions",
    "出張申請受付などの予定",
    "日付を過ぎた予定は、住民向けページに出なくなります。",
    html`${sessions.map(
      ({ date, time, place, what }, i) =>
        html`<fieldset class="setting-item" data-row="sessions">
          <legend>予定${i + 1}</legend>
          <div class="setting-row">
            ${field(
              `sessions.${i}.date`,
              html`日付<span class="required">(必須)</span>`,
              html`<input
                type="date"
                id="sessions.${i}.date"
                name="sessions.${i}.date"
                value="${date}"
                aria-describedby="sessions.${i}.date-error"
              />`,
            )}
            ${textField(`sessions.${i}.time`, "時刻(例:13:30～16:00)", time ?? "", false, 100)}
          </div>
          ${localisedFields(`sessions.${i}.place`, "場所", place, { isRequired: true })}
          ${localisedFields(`sessions.${i}.what`, "内容", what, { isRequired: true })}
          ${removeButton("sessions", i, `予定${i + 1}`)}
        </fieldset>`,
    )}${addButton("sessions", "予定を加える")}`,
  );

const framesPart = ({ frame_ancestors: origins }: Draft): Markup =>
  part(
    "frames",
    "グラフを埋め込めるサイト",
    "1行に1つ、https://www.example.jp のように書きます。* だけならどのサイトにも埋め込めます。空ならどこにも埋め込めません。",
    field(
      "frame_ancestors",
      "埋め込みを許すサイト",
      html`<textarea
        id="frame_ancestors"
        name="frame_ancestors"
        rows="3"
        spellcheck="false"
        aria-describedby="frame_ancestors-error"
      >
${origins.join("\n")}</textarea>`,
    ),
  );
