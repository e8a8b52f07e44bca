import { failureLine, failureOf, plainFailure, TOO_LARGE, type Failure } from "../../failure.js";
import { html } from "../../../charts/html.js";
import type { ReceivedMap } from "../../../data/contract/api/district-map.js";
import type { FileIssue } from "../../../data/contract/api/issue.js";
import type { PageContext } from "../../../data/contract/page-context.js";
import { NotAnswered, type Sent, type Stopped } from "../../http.js";
import { confirmed } from "../confirm.js";
import { mountDropZone } from "../drop-zone.js";
import { ONE_AT_A_TIME, SENDING } from "../failure.js";
import { mountIssues } from "../issue-table.js";
import { mountProgress } from "../progress-view.js";
import {
  ACCEPTED,
  acceptedMarkup,
  checkedMarkup,
  checkedTitle,
  failedMarkup,
  nowMarkup,
  REFUSED,
  REMOVED,
  removedMarkup,
  refusedMarkup,
} from "./map-markup.js";
import { givenMap, removeMap, sendMap, type GivenMap } from "./town-map.js";

/** Brings the section of the map to life: a file is checked at once and taken in when asked. */
export function mountMapSection(section: HTMLElement, context: PageContext): void {
  const town = context.municipality.code;
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-map-${name}]`)!;
  const [now, status, alert, result] = [part("now"), part("status"), part("alert"), part("result")];
  let last: { file: File; dryRun: boolean } | null = null;
  let running: AbortController | null = null;

  const showNow = (map: GivenMap | null) => {
    now.innerHTML = nowMarkup(map).text;
  };
  const readNow = () =>
    givenMap(context).then(showNow, (error: unknown) => {
      if (!(error instanceof NotAnswered)) throw error;
      now.textContent = `いまの地図を確かめられませんでした。${plainFailure(error.ended).title}`;
    });
  const show = (markup: { text: string }, title: string, region = status) => {
    result.innerHTML = markup.text;
    [status.textContent, alert.textContent] = ["", ""];
    region.textContent = title;
    result.querySelector<HTMLElement>("[data-focus]")?.focus();
  };
  const issues = (found: readonly FileIssue[], total = found.length) => {
    const place = result.querySelector<HTMLElement>("[data-issues]");
    if (place) mountIssues(place, found, total, (text) => (status.textContent = text), "地物");
  };
  const fail = (failure: Failure) => show(failedMarkup(failure, town), failureLine(failure), alert);

  async function send(file: File, dryRun: boolean): Promise<void> {
    last = { file, dryRun };
    const stop = new AbortController();
    running?.abort();
    running = stop;
    const onProgress = mountProgress(result, {
      name: file.name,
      verb: dryRun ? "確かめています" : "登録しています",
      onStop: dryRun ? () => stop.abort() : null,
      say: (text) => (status.textContent = text),
    });
    const outcome = await sendMap(town, file, { dryRun, signal: stop.signal, onProgress });
    // A newer file has the section now.
    if (running !== stop) return;
    running = null;
    showOutcome(outcome, file, dryRun);
  }

  function showOutcome(outcome: Sent<ReceivedMap> | Stopped, file: File, dryRun: boolean): void {
    if (outcome.kind === "stopped") {
      result.replaceChildren();
      status.textContent = "やめました。何も登録していません。";
      return section.querySelector<HTMLElement>('[data-do="choose"]')!.focus();
    }
    if (outcome.kind === "done") {
      const { answer } = outcome;
      if (dryRun) {
        show(checkedMarkup(answer, file.name), checkedTitle(answer));
        return issues(answer.issues);
      }
      show(acceptedMarkup(answer, town), ACCEPTED);
      return void readAgain();
    }
    if (outcome.kind === "refused" && outcome.problem.issues) {
      const { problem } = outcome;
      show(refusedMarkup(problem, file.name), REFUSED, alert);
      return issues(problem.issues!, problem.issue_count);
    }
    fail(failureOf(outcome, { ...SENDING, known: { body_too_large: TOO_LARGE_MAP } }));
  }

  /** After a change the context is of before it: the server is asked. */
  const readAgain = () => givenMap({ ...context, files: null }).then(showNow, () => undefined);

  const zone = mountDropZone(section.querySelector<HTMLElement>(".map-zone")!, ([file, ...others]) => {
    if (others.length > 0) return fail(ONE_AT_A_TIME);
    if (file!.size > MAX_MAP_BYTES) return fail(TOO_LARGE_MAP);
    void send(file!, true);
  });
  section.addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLElement>("[data-map-do]")?.dataset.mapDo;
    if (action === "another") zone.choose();
    if (action === "take-in" && last) void send(last.file, false);
    if (action === "retry" && last) void send(last.file, last.dryRun);
    if (action === "remove") void remove();
  });

  async function remove(): Promise<void> {
    const done = await confirmed(REMOVAL, () => removeMap(town).then(() => true));
    if (!done) return;
    showNow(null);
    show(removedMarkup(), REMOVED);
  }

  void readNow();
  if (location.hash === "#map") {
    section.querySelector("details")!.open = true;
    section.scrollIntoView();
    section.querySelector<HTMLElement>("h2")!.focus({ preventScroll: true });
  }
}

/** As the server has it. */
const MAX_MAP_BYTES = 8 * 1024 * 1024;
const TOO_LARGE_MAP = {
  ...TOO_LARGE,
  advice: "送れる地図は8MBまでです。QGISの「ジオメトリを簡素化」などで境界の点を減らしてください。",
};

const REMOVAL = {
  title: "地図を外しますか",
  text: html`「地区」の画面は略図に戻ります。公開済みの版の地図はそのままです。同じファイルをもう一度登録すると、元に戻せます。`,
  yes: "地図を外す",
};
