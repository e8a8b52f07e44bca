import {
  MARK_NAMES,
  MARKS,
  ORDER_NAMES,
  ORDERS,
  type ChartChoice,
} from "../../charts/notebook/chart-choice.js";
import type { Result } from "../../charts/notebook/result.js";
import { html, type Markup } from "../../charts/html.js";

type Field = keyof ChartChoice;

/** The roles of the columns: bars lie, so that no word says which way a column runs. */
const NAMES = { x: "並べる列", y: "値の列", series: "分ける列" } as const;

/** The small form of a chart: its kind, its columns, their order and labels. Every change is drawn at once. */
export function mountChartForm(
  place: HTMLElement,
  result: Result,
  first: ChartChoice,
  onChange: (choice: ChartChoice) => void,
): void {
  const { columns, kinds } = result;
  const numbers = columns.filter((_, i) => kinds[i] === "number");
  const option = (value: string, name: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen && html` selected`}>${name}</option>`;
  const select = (field: Field, name: string, options: readonly Markup[]) =>
    html`<label
      >${name}<select data-field="${field}">
        ${options}
      </select></label
    >`;
  const input = (field: Field, name: string, hint: string) =>
    html`<label
      >${name}<input type="text" data-field="${field}" value="${first[field]}" maxlength="80" /><span
        class="hint"
        >${hint}</span
      ></label
    >`;
  place.innerHTML = html`${select(
      "mark",
      "図の種類",
      MARKS.map((mark) => option(mark, MARK_NAMES[mark], first.mark)),
    )}
    ${select(
      "x",
      NAMES.x,
      columns.map((name) => option(name, name, first.x)),
    )}
    ${select(
      "y",
      NAMES.y,
      numbers.map((name) => option(name, name, first.y)),
    )}
    ${select("series", NAMES.series, [
      option("", "分けない", first.series),
      ...columns.map((name) => option(name, name, first.series)),
    ])}
    ${select(
      "order",
      "並び順",
      ORDERS.map((order) => option(order, ORDER_NAMES[order], first.order)),
    )}
    <details class="chart-labels">
      <summary>題と軸の名前</summary>
      <div>
        ${input("title", "題", "わかったことを文で")}${input("xLabel", "並べる列の名前", "空なら列の名前のまま")}${input(
          "yLabel",
          "値の列の名前",
          "空なら列の名前のまま",
        )}
      </div>
    </details>`.text;
  place.addEventListener("input", () => {
    const value = (field: Field) =>
      place.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-field="${field}"]`)!.value;
    const fields: Field[] = ["mark", "x", "y", "series", "order", "title", "xLabel", "yLabel"];
    onChange(Object.fromEntries(fields.map((field) => [field, value(field)])) as unknown as ChartChoice);
  });
}
