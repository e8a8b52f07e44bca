import { html } from "../../charts/html.js";
import { DEFAULT_HORIZON, HORIZONS, type PickupParts } from "../../charts/pickup/model.js";
import type { District } from "../../data/contract/district.js";
import { dateOptions } from "../date-options.js";

/** What there is to choose from. */
interface Choices {
  /** Oldest first. */
  dates: readonly string[];
  /** None where no district can be chosen. */
  districts: readonly District[];
  /** What is shown. */
  parts: PickupParts;
}

/**
 * Date, district and horizon of 受取.
 * @param change is told what goes into the address; null for a default, which needs no place there.
 */
export function pickupControls(
  { dates, districts, parts }: Choices,
  change: (values: Record<string, string | null>) => void,
): void {
  const place = document.getElementById("pickup-controls");
  if (!place) return;
  const defaults: Record<string, string> = {
    date: dates.at(-1) ?? "",
    district: "",
    horizon: String(DEFAULT_HORIZON),
  };
  const focused =
    document.activeElement instanceof HTMLElement && place.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : undefined;
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen && html` selected`}>${name}</option>`;
  place.innerHTML = html`<label
      >基準日<select data-key="date">
        ${dateOptions(dates, parts.asOf)}
      </select></label
    >${
      districts.length > 1 &&
      html`<label
        >地区<select data-key="district">
          ${[option("", "町全体", parts.place === null), ...districts.map((d) => option(d.code, d.name, d.code === parts.place?.code))]}
        </select></label
      >`
    }
    <label
      >更新の見込み<select data-key="horizon">
        ${HORIZONS.map((h) => option(String(h), `${h}か月先まで`, h === parts.horizon))}
      </select></label
    >`.text;
  for (const select of place.querySelectorAll("select")) {
    const key = select.dataset.key!;
    select.addEventListener("change", () =>
      change({ [key]: select.value === defaults[key] ? null : select.value }),
    );
  }
  if (focused) place.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
}
