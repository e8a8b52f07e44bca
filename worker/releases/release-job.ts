import { DurableObject } from "cloudflare:workers";
import type { Words } from "../../data/contract/api/issue.js";
import type { ProblemKind } from "../../data/contract/api/problem.js";
import type { ReleaseJob as ToldJob } from "../../data/contract/api/release-job.js";
import { describeError } from "../describe-error.js";
import type { Env } from "../env.js";
import { Refusal } from "../refusal.js";
import { draftRelease } from "./draft-release.js";

/** What is to be drafted, by whom and when: made again from it, a draft is the same. */
export interface DraftOrder {
  id: string;
  municipality: string;
  through: string;
  actor: string;
  at: string;
}

/** How far the making of a draft is; one that failed keeps its refusal, which HTTP makes a problem of. */
export interface ReleaseJob extends Omit<ToldJob, "problem"> {
  /** Why it failed; `members` is the JSON of what the problem says besides, its code where that is not its kind. */
  problem: { kind: ProblemKind; detail: Words; members: string } | null;
}

interface Kept {
  order: DraftOrder;
  job: ReleaseJob;
  attempts: number;
}

/** After so long without a word from a run in this process, the job is taken up again. */
const LOOK_AGAIN_MS = 30_000;
const MOST_ATTEMPTS = 3;
/** So many jobs are remembered; a draft that was made is found among the releases. */
const REMEMBERED = 20;

/**
 * Makes the drafts of one town's releases, one after the other, outside the requests that visitors share. A job is
 * written down before it begins: one that an interruption ended is taken up again by the alarm, and makes the same draft.
 */
export class ReleaseMaker extends DurableObject<Env> {
  readonly #running = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();

  /** Takes an order; one that is known already goes on as it is. Answers at once. */
  async start(order: DraftOrder): Promise<ReleaseJob> {
    const known = await this.#read(order.id);
    if (known) return known.job;
    const job: ReleaseJob = {
      id: order.id,
      municipality: order.municipality,
      state: "running",
      through: order.through,
      created_at: order.at,
      step: "figures",
      done: 0,
      total: null,
      problem: null,
    };
    await this.#write({ order, job, attempts: 0 });
    await this.#forget();
    await this.ctx.storage.setAlarm(Date.now() + LOOK_AGAIN_MS);
    this.#run(order.id);
    return job;
  }

  /** The job when it has ended, or as it stands after so many milliseconds; null for an unknown one. */
  async wait(id: string, ms: number): Promise<ReleaseJob | null> {
    const running = this.#running.get(id);
    if (running) await Promise.race([running, scheduler.wait(ms)]);
    return this.progress(id);
  }

  async progress(id: string): Promise<ReleaseJob | null> {
    return (await this.#read(id))?.job ?? null;
  }

  /** The job that is running; null where none is. */
  async current(): Promise<ReleaseJob | null> {
    const jobs = await this.#all();
    return jobs.map((kept) => kept.job).find((job) => job.state === "running") ?? null;
  }

  override async alarm(): Promise<void> {
    const open = (await this.#all()).filter(({ job }) => job.state === "running");
    for (const { order } of open) if (!this.#running.has(order.id)) this.#run(order.id);
    if (open.length > 0) await this.ctx.storage.setAlarm(Date.now() + LOOK_AGAIN_MS);
  }

  #run(id: string): void {
    const run = this.#last.then(() => this.#make(id)).finally(() => this.#running.delete(id));
    this.#last = run.catch((error: unknown) => {
      console.error(JSON.stringify({ release: id, error: describeError(error) }));
    });
    this.#running.set(id, this.#last);
    this.ctx.waitUntil(this.#last);
  }

  async #make(id: string): Promise<void> {
    const kept = (await this.#read(id))!;
    if (kept.job.state !== "running") return;
    kept.attempts += 1;
    await this.#write(kept);
    const { actor, at, ...wanted } = kept.order;
    const say = async (change: Partial<ReleaseJob>): Promise<void> => {
      Object.assign(kept.job, change);
      await this.#write(kept);
      // Whoever waits for this isolate has a turn between two pieces of work.
      await scheduler.wait(0);
    };
    try {
      const release = await draftRelease(this.env, wanted, { actor, at }, { onProgress: say });
      await say(release ? { state: "done" } : { state: "failed", problem: NOTHING });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null && kept.attempts < MOST_ATTEMPTS) throw error;
      await say({ state: "failed", problem: problem ?? BROKEN });
    }
  }

  readonly #read = (id: string): Promise<Kept | undefined> => this.ctx.storage.get<Kept>(`job ${id}`);
  readonly #write = (kept: Kept): Promise<void> => this.ctx.storage.put(`job ${kept.order.id}`, kept);
  readonly #all = async (): Promise<Kept[]> => [
    ...(await this.ctx.storage.list<Kept>({ prefix: "job " })).values(),
  ];

  async #forget(): Promise<void> {
    const ended = (await this.#all())
      .filter(({ job }) => job.state !== "running")
      .sort((a, b) => (a.order.at < b.order.at ? 1 : -1));
    for (const { order } of ended.slice(REMEMBERED)) await this.ctx.storage.delete(`job ${order.id}`);
  }
}

function problemOf(error: unknown): ReleaseJob["problem"] {
  if (!(error instanceof Refusal)) return null;
  const { kind, detail, extra } = error;
  return { kind, detail, members: JSON.stringify({ code: extra.code, ...extra.members }) };
}

const NOTHING: ReleaseJob["problem"] = {
  kind: "conflict",
  detail: { ja: "この基準日までに公開できる数字がありません", en: "There are no figures up to that date" },
  members: "{}",
};

const BROKEN: ReleaseJob["problem"] = {
  kind: "internal",
  detail: {
    ja: "下書きを作れませんでした。もう一度試しても同じなら、管理者に知らせてください。数字は変わっていません",
    en: "The draft could not be made; if it fails again, tell the administrator. No figures were changed",
  },
  members: "{}",
};
