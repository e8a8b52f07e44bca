import type { Database } from "../database.js";
import { runQuery, type QueryResult, type Question } from "./run-query.js";

/** Milliseconds that a question may take to stop before its engine is ended. */
const PATIENCE = 600;
const wait = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

/** A question that was stopped, or that never began because those before it were stopped. */
export class Stopped extends Error {}

/** The engine could not be started. */
export class NoEngine extends Error {}

/** How a stop went: at once, or at the price of the engine, which is then started anew. */
export interface Stop {
  /** Null where the engine goes on; else whether the new one could be had. */
  restarting: Promise<boolean> | null;
}

/** Runs one question after another on the page's only engine. */
export class QueryRunner {
  #last: Promise<unknown> = Promise.resolve();
  #turn = 0;
  #running = false;

  constructor(
    private readonly opening: Promise<Database | null>,
    private readonly clock: () => number,
  ) {}

  /**
   * Runs a question once those before it are done.
   * @param onStart called when it is its turn.
   * @throws Stopped, or whatever the engine says.
   */
  run(question: Question, onStart: () => void): Promise<QueryResult> {
    const turn = this.#turn;
    const answer = this.#last.then(async () => {
      const database = await this.opening;
      if (!database) throw new NoEngine();
      if (turn !== this.#turn) throw new Stopped();
      onStart();
      this.#running = true;
      try {
        return await runQuery(database, question, this.clock);
      } catch (cause) {
        throw turn === this.#turn ? cause : new Stopped();
      } finally {
        this.#running = false;
      }
    });
    this.#last = answer.catch(() => null);
    return answer;
  }

  /** Stops the question that runs and those that wait; an engine that does not listen is replaced by a new one. */
  async stop(): Promise<Stop> {
    this.#turn++;
    if (!this.#running) return { restarting: null };
    const database = (await this.opening)!;
    const stopped = this.#last.then(() => true);
    database.cancel().catch(() => false);
    if (await Promise.race([stopped, wait(PATIENCE)])) return { restarting: null };
    const restarting = database.restart().then(
      () => true,
      () => false,
    );
    await this.#last;
    this.#last = restarting;
    return { restarting };
  }
}
