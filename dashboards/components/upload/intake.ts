import type { Mapping } from "../../data/contract/api/mapping.js";
import type { Upload } from "../../data/contract/api/upload.js";
import type { Refusal } from "../failure.js";
import { failureLine, failureOf, TOO_LARGE, type Failure } from "../failure.js";
import { acceptedMarkup, acceptedTitle } from "./accepted.js";
import { checkedTitle } from "./checked.js";
import { failureMarkup, MAX_FILE_BYTES, ONE_AT_A_TIME, SENDING, UNREADABLE } from "./failure.js";
import { mountProgress } from "./progress-view.js";
import { refusedTitle } from "./refused.js";
import { showChecked, showRefused, type ResultActions } from "./results.js";
import { sendFile, type Outcome } from "./send-file.js";

export interface IntakeOptions {
  town: string;
  /** The town's figures are made up so far, so a new file probably is too. */
  synthetic: boolean;
  /** Where results are shown. */
  place: HTMLElement;
  /** What is said at once, and what is said when there is time. */
  alert: HTMLElement;
  status: HTMLElement;
  /** Address of the page to sign in, leading back here. */
  signIn: string;
  /** Where the keyboard goes when there is nothing to show. */
  chooser: HTMLElement;
  onAccepted: (upload: Upload) => void;
}

/** A file on its way: how it is read, and whether it is only checked or taken in. */
interface Job {
  file: File;
  mapping: Mapping | null;
  synthetic: boolean;
  takeIn: { acceptWarnings: boolean } | null;
  /** Why it is checked again, where nobody asked for that. */
  note?: string;
}

const LEDGER_MOVED = "確かめている間に台帳が変わったため、もう一度確かめました。";

/** The way of a file through the page: checked at once, taken in when asked, its result shown and said. */
export class Intake {
  #running: { stop: AbortController; isTakingIn: boolean } | null = null;
  #last: Job | null = null;
  #started = 0;

  constructor(private readonly options: IntakeOptions) {}

  /** Starts with files that were dropped or chosen. They replace one that is being checked; one that is being written stays. */
  async start(files: readonly File[]): Promise<void> {
    if (this.#running?.isTakingIn) return this.say("取り込んでいます。終わるまでお待ちください。");
    this.#running?.stop.abort();
    this.#running = null;
    const [chosen] = files;
    if (!chosen) return;
    if (files.length > 1) return this.#fail(ONE_AT_A_TIME);
    if (chosen.size > MAX_FILE_BYTES) return this.#fail(TOO_LARGE);
    const turn = ++this.#started;
    const file = await inMemory(chosen);
    // Another was dropped while this one was read.
    if (turn !== this.#started) return;
    await (file
      ? this.#run({ file, mapping: null, synthetic: this.options.synthetic, takeIn: null })
      : this.#fail(UNREADABLE));
  }

  /** Sends the last file again, as it was sent. */
  async retry(): Promise<void> {
    if (this.#last) await this.#run(this.#last);
  }

  say(text: string): void {
    this.options.status.textContent = text;
  }

  async #run(job: Job): Promise<void> {
    const stop = new AbortController();
    this.#running?.stop.abort();
    this.#running = { stop, isTakingIn: job.takeIn !== null };
    this.#last = job;
    this.options.alert.textContent = "";
    const onProgress = mountProgress(this.options.place, {
      name: job.file.name,
      verb: job.takeIn ? "台帳に書き込んでいます" : "読んでいます",
      onStop: job.takeIn ? null : () => stop.abort(),
      say: (text) => this.say(text),
    });
    const { town: municipality } = this.options;
    const { file, mapping, synthetic, takeIn } = job;
    const sent = { municipality, file, mapping, synthetic, dryRun: takeIn === null, ...takeIn };
    const outcome = await sendFile({ ...sent, signal: stop.signal, onProgress });
    // A newer file has the page now.
    if (this.#running?.stop !== stop) return;
    this.#running = null;
    await this.#show(job, outcome);
  }

  async #show(job: Job, outcome: Outcome): Promise<void> {
    const { place } = this.options;
    if (outcome.kind === "stopped") {
      place.replaceChildren();
      this.options.chooser.focus();
      return this.say("やめました。何も取り込んでいません。");
    }
    if (outcome.kind === "checked") {
      const { answer } = outcome;
      // What was checked is what is taken in, whatever is saved for the town meanwhile.
      const checked = answer.reading.mapping_from === "saved" ? answer.reading.mapping : job.mapping;
      const file = { name: job.file.name, synthetic: job.synthetic, note: job.note };
      showChecked(place, answer, file, this.#actions({ ...job, mapping: checked }));
      return this.#announce(checkedTitle(answer), "status");
    }
    if (outcome.kind === "accepted") {
      const { upload, known } = outcome;
      place.innerHTML = acceptedMarkup(upload, known, this.options.town).text;
      this.#announce(acceptedTitle(upload, known), "status");
      return this.options.onAccepted(upload);
    }
    if (outcome.kind === "refused" && outcome.problem.issues) return this.#showRefused(job, outcome.problem);
    this.#fail(failureOf(outcome, SENDING));
  }

  async #showRefused(job: Job, problem: Refusal): Promise<void> {
    if (problem.code === "warnings_not_accepted") {
      // The ledger has moved since the check: what is new there is for the clerk to see.
      await this.#run({ ...job, takeIn: null, note: LEDGER_MOVED });
      return;
    }
    showRefused(this.options.place, problem, job.file.name, this.#actions(job));
    this.#announce(refusedTitle(problem), "alert");
  }

  #actions(job: Job): ResultActions {
    const { file } = job;
    return {
      town: this.options.town,
      check: (mapping, synthetic = job.synthetic) =>
        void this.#run({ file, mapping, synthetic, takeIn: null }),
      takeIn: (acceptWarnings, synthetic) =>
        void this.#run({ file, mapping: job.mapping, synthetic, takeIn: { acceptWarnings } }),
      say: (text) => this.say(text),
    };
  }

  #fail(failure: Failure): void {
    this.options.place.innerHTML = failureMarkup(failure, this.options.signIn).text;
    this.#announce(failureLine(failure), "alert");
  }

  /** Says a result and takes the keyboard to its heading. */
  #announce(text: string, region: "alert" | "status"): void {
    this.options.status.textContent = "";
    this.options[region].textContent = text;
    this.options.place.querySelector<HTMLElement>("[data-focus]")?.focus();
  }
}

/** The file as it is now: one that is saved again meanwhile could not be sent. Null for a folder or a file that is gone. */
async function inMemory(file: File): Promise<File | null> {
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes && new File([bytes], file.name, { type: file.type });
}
