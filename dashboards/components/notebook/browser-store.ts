/** What a page keeps in this browser. */
export interface TextStore {
  /** Null where nothing is kept, or where nothing can be. */
  read(key: string): string | null;
  /** @returns whether it was kept: a browser may allow no storage, or have no room. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

const PREFIX = "ikiwatari:notebook:";

/** The browser's own storage for one town; a browser that forbids it keeps nothing, and the page works on. */
export function browserStore(town: string): TextStore {
  const name = (key: string) => `${PREFIX}${town}:${key}`;
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt(() => localStorage.getItem(name(key)), null),
    write: (key, text) => attempt(() => (localStorage.setItem(name(key), text), true), false),
    remove: (key) => attempt(() => localStorage.removeItem(name(key)), undefined),
  };
}
