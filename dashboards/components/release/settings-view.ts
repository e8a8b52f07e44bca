import { failureLine, failureOf } from "../failure.js";
import { html } from "../../charts/html.js";
import type { SavedSettings } from "../../data/contract/api/settings.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { mayPublish, readOnly, signInAddress } from "./access.js";
import { failureMarkup, trying } from "./failure.js";
import { districtsOf, orNull, settingsOf, successionsOf } from "./load.js";
import type { Begin } from "./begin.js";
import { send } from "../http.js";
import { settingsFields } from "./settings-form.js";
import { readSettings } from "./settings-read.js";
import { showFaults } from "./show-faults.js";
import { faultsOf, newMergeCode, type Draft, type FieldFault } from "./settings-values.js";
import { mountSuccessionList } from "./succession-list.js";
import { moment } from "./words.js";

/** What the town decides about its publications, as a form. @throws ApiProblem */
export async function startSettings(context: PageContext, begin: Begin): Promise<void> {
  const { code: town, name } = context.municipality;
  const [loaded, listed, recorded] = await Promise.all([
    settingsOf(town),
    orNull(districtsOf(town)),
    orNull(successionsOf(town)),
  ]);
  const districts = listed ?? [];
  const isOpen = mayPublish(context);
  const page = begin(
    html`<h1>公開の設定</h1>
      <p class="lead">
        ${name}の公開について決めることです。これから作る下書きに使われ、すでに公開したものは変わりません。
      </p>
      ${!isOpen && readOnly()}
      <p class="hint" data-saved></p>
      <form data-settings novalidate>
        <div data-fields></div>
        <div class="settings-actions" ${!isOpen && html` hidden`}>
          <p class="card-buttons">
            <button class="button" data-do="save">保存する</button>
            <button type="button" data-do="undo">元に戻す</button>
          </p>
          <p class="hint" data-changed></p>
        </div>
      </form>
      <div class="unseen" role="status" data-status></div>
      <div class="unseen" role="alert" data-alert></div>
      <div data-result></div>
      <section class="section" id="successions"></section>`,
  );
  const part = <T extends HTMLElement>(selector: string) => page.querySelector<T>(selector)!;
  const form = part<HTMLFormElement>("[data-settings]");
  let saved: SavedSettings = loaded;

  const render = (settings: Draft) => {
    part("[data-fields]").innerHTML = settingsFields(settings, districts, isOpen).text;
    showState();
  };
  const read = (): Draft => readSettings(form, saved.settings);
  /** The form as it was read when nothing had been changed; what it leaves out, it leaves out on both sides. */
  let untouched = "";
  const showState = () => {
    const changed = JSON.stringify(read()) !== untouched;
    part("[data-changed]").textContent = changed ? "保存していない変更があります。" : "";
    part<HTMLButtonElement>('[data-do="undo"]').disabled = !changed;
  };
  const renderSaved = () => {
    part("[data-fields]").innerHTML = settingsFields(saved.settings, districts, isOpen).text;
    untouched = JSON.stringify(read());
    showState();
    part("[data-saved]").textContent =
      saved.saved_at === null
        ? "まだ保存していません。はじめの設定のままです。"
        : `${moment(saved.saved_at)}に${saved.saved_by}が保存しました。`;
  };
  const say = (text: string) => {
    part("[data-status]").textContent = text;
  };
  renderSaved();
  if (recorded) mountSuccessionList(part("#successions"), recorded, { town, districts, isOpen });
  // The address may name a part of the form that was not there when the browser looked for it.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();

  form.addEventListener("input", showState);
  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>(
      "button[data-add], button[data-remove], [data-do=undo]",
    );
    if (!button) return;
    if (button.dataset.do === "undo") {
      renderSaved();
      part("[data-result]").replaceChildren();
      say("保存した設定に戻しました");
      part('[data-do="save"]').focus();
    } else changeRows(button);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  part("[data-result]").addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-do=retry]")) void save();
  });

  function changeRows({ dataset }: HTMLElement): void {
    const list = (dataset.add ?? dataset.remove) as ListName;
    const index = dataset.remove === undefined ? null : Number(dataset.index);
    render(withRow(read(), list, index, newMergeCode(read().policy.merges, districts)));
    const rows = page.querySelectorAll(`[data-row="${list}"]`);
    const next =
      index === null
        ? rows[rows.length - 1]?.querySelector<HTMLElement>("input:not([type=hidden]), textarea")
        : page.querySelector<HTMLElement>(`[data-add="${list}"]`);
    next?.focus();
    say(index === null ? `${rows.length}つめを加えました` : `消しました。残りは${rows.length}つです`);
  }

  async function save(): Promise<void> {
    const wanted = read();
    if (showFaults(form, faultsOf(wanted, districts))) return say("直すところがあります。");
    const button = part<HTMLButtonElement>('[data-do="save"]');
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    part("[data-alert]").textContent = "";
    const sent = await send<SavedSettings>(`/api/v1/municipalities/${town}/settings`, {
      method: "PUT",
      json: wanted,
    });
    button.removeAttribute("aria-disabled");
    if (sent.kind === "done") {
      saved = sent.answer;
      renderSaved();
      part("[data-result]").innerHTML = html`<div class="upload-box upload-box-done">
        <h2 tabindex="-1" data-focus>設定を保存しました</h2>
        <p>これから作る下書きに使われます。公開しているものはまだ変わりません。</p>
        <p class="card-buttons"><a class="button" href="./releases?m=${town}#draft">下書きを作る</a></p>
      </div>`.text;
      say("設定を保存しました");
    } else {
      if (sent.kind === "refused" && showFaults(form, named(form, sent.problem.fields ?? [])))
        return say("直すところがあります。");
      const failure = failureOf(sent, trying("保存"));
      part("[data-result]").innerHTML = failureMarkup(failure, town, signInAddress(town)).text;
      part("[data-alert]").textContent = failureLine(failure);
    }
    part("[data-result] [data-focus]").focus();
  }
}

type ListName = "policy.merges" | "policy.toldExactly" | "apply" | "sessions";

/** The settings with an empty row more, or without the row of an index. */
function withRow(settings: Draft, list: ListName, index: number | null, mergeCode: string): Draft {
  const change = <T>(rows: readonly T[], empty: T): T[] =>
    index === null ? [...rows, empty] : rows.filter((_, i) => i !== index);
  const words = () => ({ ja: "" });
  const { policy, apply, sessions } = settings;
  if (list === "apply") return { ...settings, apply: change(apply, words()) };
  if (list === "sessions") {
    const empty = { date: "", time: null, place: words(), what: words() };
    return { ...settings, sessions: change(sessions, empty) };
  }
  if (list === "policy.toldExactly") {
    return { ...settings, policy: { ...policy, toldExactly: change(policy.toldExactly, "") } };
  }
  const merges = change(policy.merges, { code: mergeCode, name: "", members: [] });
  return { ...settings, policy: { ...policy, merges } };
}

/** The server's faults at the fields they belong to; none where the form has no such field. */
const named = (form: HTMLFormElement, fields: readonly FieldFault[]): FieldFault[] =>
  fields
    .filter(({ field }) => form.querySelector(`[id="${CSS.escape(field)}-error"]`))
    .map(({ field }) => ({ field, message: "この値は保存できません。書き方を確かめてください。" }));
