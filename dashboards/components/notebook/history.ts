import type { TextStore } from "./browser-store.js";

/** A question that was run: never what it answered. */
export interface PastQuestion {
  sql: string;
  /** ISO, with the time. */
  at: string;
  /** Null where it was not answered. */
  rows: number | null;
}

const MOST_QUESTIONS = 100;
const MOST_LENGTH = 64_000;
const LIST = "history";
const OFF = "history-off";

/** The questions of one town that were run in this browser, newest first; kept here alone, and only where wanted. */
export class QuestionHistory {
  constructor(private readonly store: TextStore) {}

  get on(): boolean {
    return this.store.read(OFF) === null;
  }

  /** Switched off, what was kept is forgotten as well. */
  switch(on: boolean): void {
    if (on) return this.store.remove(OFF);
    this.clear();
    this.store.write(OFF, "1");
  }

  list(): PastQuestion[] {
    try {
      const kept = JSON.parse(this.store.read(LIST) ?? "[]") as unknown;
      return Array.isArray(kept) ? kept.filter(isQuestion) : [];
    } catch {
      return [];
    }
  }

  /** Puts a question first; one that is there already moves, and the oldest go where there is no more room. */
  add(question: PastQuestion): void {
    if (!this.on || question.sql.trim() === "") return;
    const kept = [question, ...this.list().filter((q) => q.sql !== question.sql)].slice(0, MOST_QUESTIONS);
    while (JSON.stringify(kept).length > MOST_LENGTH) kept.pop();
    this.store.write(LIST, JSON.stringify(kept));
  }

  clear(): void {
    this.store.remove(LIST);
  }
}

function isQuestion(value: unknown): value is PastQuestion {
  if (typeof value !== "object" || value === null) return false;
  const { sql, at, rows } = value as Partial<PastQuestion>;
  return typeof sql === "string" && typeof at === "string" && (rows === null || typeof rows === "number");
}
