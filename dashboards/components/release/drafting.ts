import type { NotDone } from "../failure.js";
import { failureLine, failureOf } from "../failure.js";
import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { OpenSuccession, ProblemCode } from "../../data/contract/api/problem.js";
import type { JobAnswer, ReleaseJob } from "../../data/contract/api/release-job.js";
import type { DraftOrder, ListedRelease, ReleaseAnswer } from "../../data/contract/api/release.js";
import { DraftProgress } from "./draft-progress.js";
import { failureMarkup, trying } from "./failure.js";
import { send } from "../http.js";
import { askSuccession } from "./succession-view.js";

const POLL_MS = 1000;
/** A line that fails is asked again more and more rarely, up to this. */
const SLOWEST_POLL_MS = 15_000;

export interface DraftingOptions {
  town: string;
  /** Address of the page to sign in, leading back here. */
  signIn: string;
  /** Where progress, questions and failures are shown. */
  place: HTMLElement;
  /** What is said at once, and what is said when there is time. */
  alert: HTMLElement;
  status: HTMLElement;
  /** @param isAwaited whether the visitor started it here, and did not find it running */
  onDrafted: (release: Drafted, isAwaited: boolean) => void;
}

/** The choice of the last as-of date. @param dates of the ledger, newest first, at least one */
export const draftForm = (dates: readonly string[]): Markup =>
  html`<form class="draft-form" data-draft>
    <label class="field" for="through"
      >どの基準日までを公開するか<select id="through" name="through">
        ${dates.map((date, i) => html`<option value="${date}">${dateJa(date)}まで${i === 0 && "(最新)"}</option>`)}
      </select></label
    >
    <button class="button">下書きを作る</button>
  </form>`;

type Drafted = Pick<ListedRelease, "id">;

/** Drafts a release and shows how far it is; one at a time. */
export class Drafting {
  #isRunning = false;
  #through: string | null = null;

  constructor(private readonly options: DraftingOptions) {}

  /** Tries the last date again. */
  async retry(): Promise<void> {
    if (this.#through) await this.start(this.#through);
  }

  async start(through: string): Promise<void> {
    if (this.#isRunning) return this.#say("下書きを作っています。終わるまでお待ちください。");
    this.#isRunning = true;
    this.#through = through;
    const { town: municipality, place } = this.options;
    this.options.alert.textContent = "";
    const progress = new DraftProgress(place, `${dateJa(through)}までの下書き`, (text) => this.#say(text));
    progress.focus();
    const json: DraftOrder = { municipality, through };
    const sent = await send<JobAnswer | ReleaseAnswer>("/api/v1/releases", {
      method: "POST",
      headers: { prefer: "respond-async" },
      json,
    });
    if (sent.kind !== "done") return this.#end(progress, sent, true);
    const { answer } = sent;
    this.#end(progress, "job" in answer ? await finished(answer.job, progress) : answer, true);
  }

  /** Shows a draft that was found running: the page was loaded again, or somebody else makes it. */
  async follow(job: ReleaseJob): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const progress = new DraftProgress(this.options.place, "下書き", (text) => this.#say(text));
    this.#end(progress, await finished(job, progress), false);
  }

  #end(progress: DraftProgress, ended: Ended, isAwaited: boolean): void {
    progress.stop();
    this.#isRunning = false;
    if ("release" in ended) return this.options.onDrafted(ended.release, isAwaited);
    this.#say("");
    const open =
      ended.kind === "refused" && ended.problem.code === "open_succession" && ended.problem.succession;
    if (open && this.#through !== null) return this.#ask(open, this.#through);
    const { town, place, signIn } = this.options;
    const found = failureOf(ended, trying("下書き"));
    const failure = { ...found, ...(found.way === "none" && this.#through && { way: "retry" as const }) };
    place.innerHTML = failureMarkup(failure, town, signIn).text;
    this.options.alert.textContent = failureLine(failure);
    if (isAwaited) place.querySelector<HTMLElement>("[data-focus]")?.focus();
  }

  #ask(open: OpenSuccession, through: string): void {
    const { town, place, signIn, status } = this.options;
    void askSuccession(open, {
      town,
      signIn,
      place,
      status,
      newest: through,
      onSaved: () => void this.start(through),
    });
  }

  #say(text: string): void {
    this.options.status.textContent = text;
  }
}

type Ended = { release: Drafted } | NotDone;

/** Waits until a draft is made, or cannot be. A line that fails is waited for: the draft goes on without it. */
async function finished(job: ReleaseJob, progress: DraftProgress): Promise<Ended> {
  const address = `/api/v1/releases/${encodeURIComponent(job.id)}`;
  let wait = POLL_MS;
  for (let now = job; ;) {
    progress.show(now);
    if (now.state === "done") return { release: { id: job.id } };
    if (now.problem) return { kind: "refused", problem: now.problem, retryAfterSeconds: null };
    await new Promise((resolve) => setTimeout(resolve, wait));
    const sent = await send<JobAnswer>(`${address}/progress?municipality=${job.municipality}`);
    if (sent.kind === "done") {
      now = sent.answer.job;
      wait = POLL_MS;
    } else if (sent.kind === "refused" && !PASSES.has(sent.problem.code)) return sent;
    else wait = Math.min(2 * wait, SLOWEST_POLL_MS);
  }
}

/** Refusals of a question that may be answered later. */
const PASSES: ReadonlySet<ProblemCode> = new Set(["internal", "rate_limited"]);
