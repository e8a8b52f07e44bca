import type { PageSource } from "../charts/page-source.js";
import type { QueryRow } from "./query.js";

/** What a page asks of the tables, and how it is answered where there are no tables but rows. */
export interface Question<T> {
  /** What DuckDB is asked. */
  readonly sql: string;
  /** How its rows are read. */
  read(rows: readonly QueryRow[]): T;
  /** The same answer from the Worker's rows; tests hold the two against each other. */
  from(source: PageSource): T;
}

/** A file that a page needs beside the tables, by the name under which its reader knows where it lies. */
export interface FileQuestion<T> {
  readonly file: "district-map" | "joint-systems";
  /** @param bytes null where there is no such file */
  read(bytes: Uint8Array | null): T;
  from(source: PageSource): T;
}

export type AnyQuestion<T> = Question<T> | FileQuestion<T>;

/**
 * A page's questions, one after the other: `const totals = yield* ask(TOWN_TOTALS)`. Whoever runs it answers each, from
 * DuckDB in the browser (later) or from rows in the Worker (at once), so that both make the same model by the same code.
 */
export type Asking<M> = Generator<AnyQuestion<unknown>, M, unknown>;

export function* ask<T>(question: AnyQuestion<T>): Generator<AnyQuestion<unknown>, T, unknown> {
  return (yield question) as T;
}

/** Answers every question of a page from rows. */
export function answerFrom<M>(asking: Asking<M>, source: PageSource): M {
  let step = asking.next();
  while (!step.done) step = asking.next(step.value.from(source));
  return step.value;
}

/** Answers every question of a page by whoever can, one after the other. */
export async function answerBy<M>(
  asking: Asking<M>,
  answer: (question: AnyQuestion<unknown>) => Promise<unknown>,
): Promise<M> {
  let step = asking.next();
  while (!step.done) step = asking.next(await answer(step.value));
  return step.value;
}
