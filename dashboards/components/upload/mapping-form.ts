import { html, type Markup } from "../../charts/html.js";
import type { Field, Mapping, Reading } from "../../data/contract/api/mapping.js";
import { FIELD_NAMES, FIELDS } from "./words.js";

/** A choice that is no header: one value for every row. A header carries a mark before it, so none is like this. */
const CONSTANT = "=";
const asChoice = (header: string): string => `h${header}`;

const ONE_VALUE: ReadonlySet<Field> = new Set(["municipality", "as_of", "population_as_of"]);
const REQUIRED: ReadonlySet<Field> = new Set(["as_of", "municipality", "district", "population"]);
const MOST_HEADERS = 3;

/** Which column of the file means what, each to be changed: a select a field, several columns for a district. */
export function mappingTable(reading: Reading, mapping: Mapping): Markup {
  const headers = [...new Set(reading.header.filter((h) => h.trim() !== ""))];
  const used = new Set(Object.values(mapping.columns).flat());
  const ignored = headers.filter((h) => !used.has(h));
  return html`<table class="mapping">
      <thead>
        <tr>
          <th scope="col">意味</th>
          <th scope="col">ファイルの列</th>
        </tr>
      </thead>
      <tbody>
        ${FIELDS.map((field) => fieldRow(field, headers, mapping))}
      </tbody>
    </table>
    <label class="tick"
      ><input
        type="checkbox"
        name="register"
        ${mapping.register_districts && html` checked`}
      />一覧にない地区は、新しい地区として登録する</label
    >
    ${ignored.length > 0 && html`<p class="hint">使わない列:${ignored.join("、")}</p>`}`;
}

function fieldRow(field: Field, headers: readonly string[], { columns, constants }: Mapping): Markup {
  const chosen = [columns[field] ?? []].flat();
  const constant = constants[field];
  const places = field === "district" ? Math.min(chosen.length + 1, MOST_HEADERS) : 1;
  const value = (i: number) =>
    constant !== undefined && i === 0 ? CONSTANT : chosen[i] === undefined ? "" : asChoice(chosen[i]);
  const name = FIELD_NAMES[field];
  return html`<tr>
    <th scope="row">${name}${REQUIRED.has(field) && html` <span class="required">必須</span>`}</th>
    <td>
      <div class="choices">
        ${Array.from({ length: places }, (_, i) =>
          select(
            field,
            i,
            value(i),
            i === 0 ? `${name}の列` : `${name}の列の${i + 1}つ目(つなげて読む)`,
            headers,
          ),
        )}
        ${constant !== undefined && constantInput(field, constant)}
      </div>
    </td>
  </tr>`;
}

function select(field: Field, i: number, value: string, label: string, headers: readonly string[]): Markup {
  const option = (key: string, text: string) =>
    html`<option value="${key}" ${key === value && html` selected`}>${text}</option>`;
  return html`<select name="column-${field}-${i}" data-field="${field}" aria-label="${label}">
    ${option("", i === 0 ? "(使わない)" : "+ つなげる列")}${headers.map((h) => option(asChoice(h), h))}
    ${i === 0 && (ONE_VALUE.has(field) || value === CONSTANT) && option(CONSTANT, "全部の行で同じ値")}
  </select>`;
}

const constantInput = (field: Field, value: string): Markup => {
  const isDate = field === "as_of" || field === "population_as_of";
  return html`<input
    name="constant-${field}"
    type="${isDate ? "date" : "text"}"
    value="${value}"
    aria-label="${FIELD_NAMES[field]}(全部の行で同じ値)"
  />`;
};

/** What the form says now. @param town the code that a new constant 団体コード begins with */
export function readMapping(form: HTMLFormElement, town: string): Mapping {
  const mapping: Mapping = { columns: {}, constants: {}, register_districts: false };
  mapping.register_districts = form.querySelector<HTMLInputElement>("[name=register]")?.checked ?? false;
  for (const field of FIELDS) {
    const choices = [...form.querySelectorAll<HTMLSelectElement>(`select[data-field="${field}"]`)];
    const values = choices.map((s) => s.value).filter((v) => v !== "");
    if (values[0] === CONSTANT) {
      const input = form.querySelector<HTMLInputElement>(`[name="constant-${field}"]`);
      mapping.constants[field] = input?.value ?? (field === "municipality" ? town : "");
    } else if (values.length > 0) {
      const headers = values.filter((v) => v !== CONSTANT).map((v) => v.slice(1));
      mapping.columns[field] = headers.length === 1 ? headers[0]! : headers;
    }
  }
  return mapping;
}
