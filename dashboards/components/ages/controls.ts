import type { AgesModel, HeatMode } from "../../charts/ages/model.js";
import { html } from "../../charts/html.js";
import { rateName } from "../../charts/words.js";
import { dateOptions } from "../date-options.js";
import { choice, fillControls, SEX_OPTIONS } from "../districts/controls.js";

const MODES: readonly { value: HeatMode; name: string }[] = [
  { value: "share", name: "率" },
  { value: "people", name: "人数" },
];

/** Date, measure, sex, and what the heat map shows; a change goes into the address. */
export function agesControls(
  model: AgesModel,
  dates: readonly string[],
  change: (values: Record<string, string | null>) => void,
): void {
  const place = document.getElementById("ages-controls");
  if (!place) return;
  const { asOf, measure, measures, sex, hasSexes, mode } = model;
  fillControls(
    place,
    html`<label
        >基準日<select data-key="date">
          ${dateOptions(dates, asOf)}
        </select></label
      >
      ${
        measures.length > 0 &&
        choice(
          "measure",
          "指標",
          measures.map((m) => ({ value: m, name: rateName(m) })),
          measure ?? "",
        )
      }
      ${hasSexes && choice("sex", "性別", SEX_OPTIONS, sex)}
      ${model.districts.length > 0 && choice("show", "地区×年齢の図", MODES, mode)}`,
    change,
  );
}
