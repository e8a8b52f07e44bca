import { html } from "../../charts/html.js";
import type { Mapping, Reading } from "../../data/contract/api/mapping.js";
import { failureLine, plainFailure } from "../failure.js";
import { send } from "../http.js";
import { mappingOf, savable, sendable } from "./mapping.js";
import { mappingTable, readMapping } from "./mapping-form.js";

export interface MappingActions {
  town: string;
  /** Reads the file again by this mapping. */
  check: (mapping: Mapping) => void;
  /** The form no longer says what was checked. */
  onEdit: () => void;
  /** Said to screen readers. */
  say: (text: string) => void;
}

/** Brings a form to life in which a reading can be changed, checked again and saved for the municipality. */
export function mountMapping(
  form: HTMLFormElement,
  reading: Reading,
  { isChecked }: { isChecked: boolean },
  actions: MappingActions,
): void {
  let mapping = mappingOf(reading);
  let isSaved = reading.mapping_from === "saved";
  let isEdited = !isChecked;
  form.innerHTML = html`<div data-table>${mappingTable(reading, mapping)}</div>
    <p class="card-buttons">
      <button class="button" data-do="check">この読み方で確かめる</button>
      <button type="button" data-do="save">この読み方を保存する</button>
      <button type="button" data-do="forget">保存した読み方を消す</button>
    </p>
    <p class="hint" data-message></p>`.text;
  const part = (name: string) => form.querySelector<HTMLElement>(name)!;
  const showButtons = () => {
    part('[data-do="check"]').hidden = !isEdited;
    part('[data-do="save"]').hidden = isEdited;
    part('[data-do="forget"]').hidden = isEdited || !isSaved;
  };
  showButtons();

  form.addEventListener("change", ({ target }) => {
    const { name } = target as HTMLInputElement;
    mapping = readMapping(form, actions.town);
    if (!isEdited) actions.onEdit();
    isEdited = true;
    showButtons();
    part("[data-message]").textContent = "";
    // A choice can bring another field; a date being typed must not lose its place.
    if (!(target instanceof HTMLSelectElement)) return;
    part("[data-table]").innerHTML = mappingTable(reading, mapping).text;
    form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEdited) actions.check(sendable(readMapping(form, actions.town)));
  });
  form.addEventListener("click", (event) => {
    const wanted = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (wanted === "save" || wanted === "forget") void keep(wanted === "save");
  });

  async function keep(save: boolean): Promise<void> {
    const path = `/api/v1/municipalities/${actions.town}/mapping`;
    let message = save
      ? "保存しました。次からはこの読み方で読みます。ファイル全体で同じ日付は毎回入れます。"
      : "保存した読み方を消しました。";
    const json = savable(sendable(mapping));
    const sent = await send(path, save ? { method: "PUT", json } : { method: "DELETE" });
    if (sent.kind === "done") isSaved = save;
    else message = failureLine(plainFailure(sent));
    showButtons();
    part("[data-message]").textContent = message;
    part('[data-do="save"]').focus();
    actions.say(message);
  }
}
