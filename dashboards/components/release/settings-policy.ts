import { html, type Markup } from "../../charts/html.js";
import type { NamedDistrict } from "../../data/contract/api/district.js";
import { addButton, choice, field, numberField, part, removeButton, textField } from "./settings-fields.js";
import { ageChoices, LEAST_RESIDENTS, MOST_RESIDENTS, type Draft } from "./settings-values.js";

/** How finely the counts are told. */
export const policyPart = ({ policy }: Draft): Markup =>
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

/** Dates of which the town has told counts exactly somewhere else. */
export const toldPart = ({ policy }: Draft): Markup =>
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

/** Districts that the town wants told as one. */
export const mergesPart = ({ policy }: Draft, districts: readonly NamedDistrict[]): Markup =>
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
