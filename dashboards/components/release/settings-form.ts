import { html, type Markup } from "../../charts/html.js";

import { localisedFields, field, numberField } from "./settings-fields.js";
import { ageChoices, LEAST_RESIDENTS, MOST_RESIDENTS, type Draft } from "./settings-values.js";
import type { ListedDistrict } from "./types.js";

/** Every setting as a field named by its path. @param isOpen false shows them to who may not change them */
export function settingsFields(
  settings: Draft,
  districts: readonly ListedDistrict[],
  isOpen: boolean,
): Markup {
  return html`<fieldset class="settings" ${!isOpen && html` disabled`}>
    <legend class="unseen">公開の設定</legend>
    ${policyPart(settings)}${mergesPart(settings, districts)}${toldPart(settings)}${aboutPart(settings)}${applyPart(settings)}
    ${sessionsPart(settings)}${framesPart(settings)}
  </fieldset>`;
}

const part = (id: string, title: string, hint: string, content: Markup): Markup =>
  html`<fieldset class="card setting" id="${id}">
    <legend>${title}</legend>
    <p class="hint">${hint}</p>
    ${content}
  </fieldset>`;

const choice = (
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

const policyPart = ({ policy }: Draft): Markup =>
  part(
    "ages",
    "およその数の決まりと年齢の区切り",
    "地区や年齢ごとの枚数は、いつも10枚単位のおよその数で公開します。ここでは、どこまで細かく分けて公開するかを決めます。",
    html`${numberField(
      "policy.smallestResidents",
      `1つの数字に入る住民の最小の人数(${LEAST_RESIDENTS}～${MOST_RESIDENTS})`,
      policy.smallestResidents,
      LEAST_RESIDENTS,
      MOST_RESIDENTS,
      "これより住民の少ない地区は隣の地区と合わせ、年齢の区切りもまとめます。大きくするほど、分かりにくくなり、数字は粗くなります。",
    )}
    ${choice(
      "policy.totals",
      "町全体の合計",
      policy.totals,
      [
        { value: "exact", name: "1の位まで公開する(国の公表と同じ)" },
        { value: "tens", name: "10枚単位のおよその数にする" },
      ],
      "町の申請・交付・保有の合計(全年齢・男女計)です。国が市区町村ごとに公表しているため、ふつうは1の位まで公開します。",
    )}
    ${choice(
      "policy.ages",
      "公開する年齢の区切り",
      policy.ages?.join() ?? "",
      ageChoices(policy.ages),
      "町全体と区域の数字を、この年齢に分けて公開します。住民の少ない年齢は、隣の年齢とまとまります。",
    )}`,
  );

const toldPart = ({ policy }: Draft): Markup =>
  part(
    "told",
    "ほかで1の位まで公表した基準日",
    "地区や年齢ごとの枚数を、議会の資料や広報などで1の位まで公表した基準日があれば入れます。同じ日をおよその数でも出すと、足した増減が分かってしまうため、地区や年齢ごとの数字は、いちばん新しいその日の次の基準日から始まります。",
    html`${policy.toldExactly.map(
      (date, i) =>
        html`<div class="setting-item" role="group" aria-label="基準日${i + 1}" data-row="policy.toldExactly">
          ${field(
            `policy.toldExactly.${i}`,
            html`公表した基準日<span class="required">(必須)</span>`,
            html`<input
              type="date"
              id="policy.toldExactly.${i}"
              name="policy.toldExactly.${i}"
              value="${date}"
              aria-describedby="policy.toldExactly.${i}-error"
            />`,
          )}
          ${removeButton("policy.toldExactly", i, `基準日${i + 1}`)}
        </div>`,
    )}${addButton("policy.toldExactly", "基準日を加える")}`,
  );

const mergesPart = ({ policy }: Draft, districts: readonly ListedDistrict[]): Markup =>
  part(
    "merges",
    "地区の合算",
    "住民の少ない地区は、決めなくても隣の地区とまとまります。ほかにも1つの名前で公開したい地区があれば、同じ区域の中で2つ以上を選びます。",
    html`${policy.merges.map(
      ({ code, name, members }, i) =>
        html`<fieldset class="setting-item" data-row="policy.merges">
          <legend>合算${i + 1}</legend>
          <input type="hidden" name="policy.merges.${i}.code" value="${code}" />
          ${textField(`policy.merges.${i}.name`, "公開するときの名前", name, true)}
          <fieldset
            class="setting-members"
            id="policy.merges.${i}.members"
            tabindex="-1"
            aria-describedby="policy.merges.${i}.members-error"
          >
            <legend>まとめる地区</legend>
            <div class="setting-choices">
              ${districts.map(
                (d) =>
                  html`<label class="tick"
                    ><input
                      type="checkbox"
                      name="policy.merges.${i}.members"
                      value="${d.code}"
                      ${members.includes(d.code) && html` checked`}
                    />${d.name}${d.area && `(${d.area})`}</label
                  >`,
              )}
            </div>
          </fieldset>
          <span class="form-error" id="policy.merges.${i}.members-error"></span>
          ${removeButton("policy.merges", i, `合算${i + 1}`)}
        </fieldset>`,
    )}
    ${districts.length === 0 ? html`<p>地区一覧がまだありません。</p>` : addButton("policy.merges", "合算を加える")}`,
  );

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

function textField(name: string, words: string, value: string, isRequired: boolean, max = 200): Markup {
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

const addButton = (list: string, words: string): Markup =>
  html`<p><button type="button" data-add="${list}">${words}</button></p>`;

const removeButton = (list: string, i: number, what: string): Markup =>
  html`<p>
    <button type="button" class="button-quiet" data-remove="${list}" data-index="${i}">${what}を消す</button>
  </p>`;
