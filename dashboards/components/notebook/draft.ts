import type { TextStore } from "./browser-store.js";
import { readNotebook, writeNotebook, type Notebook } from "./notebook.js";

const DRAFT = "draft";
const EARLIER = "draft-earlier";

/** The notebook that was last worked on in this browser, and the one that a link has taken the place of. */
export class NotebookDraft {
  constructor(private readonly store: TextStore) {}

  read(): Notebook | null {
    return readNotebook(this.store.read(DRAFT) ?? "");
  }

  write(notebook: Notebook): void {
    this.store.write(DRAFT, writeNotebook(notebook));
  }

  /** Sets the draft aside for a notebook that came by a link. @returns whether there was another one to set aside. */
  setAside(arriving: Notebook): boolean {
    const draft = this.store.read(DRAFT);
    if (draft === null || draft === writeNotebook(arriving)) return false;
    return this.store.write(EARLIER, draft);
  }

  /** What was set aside. */
  earlier(): Notebook | null {
    return readNotebook(this.store.read(EARLIER) ?? "");
  }
}
