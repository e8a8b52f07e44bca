import type { Database } from "../database.js";

/** One page of a visit, from its opening until another takes its place in the same document. */
export interface Visit {
  readonly left: boolean;
}

let current = { left: false };

/** The page that is open now. */
export const currentVisit = (): Visit => current;

/** Leaves the page that is open: whatever it still waits for is answered no more. */
export function beginVisit(): Visit {
  current.left = true;
  current = { left: false };
  return current;
}

/**
 * The database as one page sees it. A page that was left gets no answers: its promises stay open for ever (and are
 * collected with it), so that nothing of it is written into the page that came after.
 */
export function databaseOf(visit: Visit, database: Database): Database {
  const whileHere = <T>(promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      promise.then(
        (value) => !visit.left && resolve(value),
        (error: unknown) => !visit.left && reject(error as Error),
      );
    });
  return {
    rows: (sql) => whileHere(database.rows(sql)),
    send: (sql) => whileHere(database.send(sql)),
    cancel: () => whileHere(database.cancel()),
    restart: () => whileHere(database.restart()),
    add: (tables) => whileHere(database.add(tables)),
    beginReading: () => whileHere(database.beginReading()),
    endReading: () => whileHere(database.endReading()),
    changed: () => database.changed(),
    end: () => database.end(),
  };
}
