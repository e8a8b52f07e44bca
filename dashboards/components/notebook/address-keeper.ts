import type { Visit } from "../visit/visit.js";
import type { NotebookDraft } from "./draft.js";
import { carriesNotebook, MOST_LINK_LENGTH, notebookFragment } from "./notebook-link.js";
import type { NotebookView } from "./notebook-view.js";

/** Milliseconds without a change after which the address follows: browsers refuse many changes of it a second. */
const PAUSE = 400;

/** Keeps the notebook in the address and in this browser while it is worked on. */
export interface AddressKeeper {
  /** Tells that the notebook has changed. */
  changed(): void;
  /** The link to the notebook as it is now; its length may be beyond what is put into the address. */
  link(): Promise<string>;
  /** Called with the link's length whenever the address has followed. */
  onWritten: (length: number) => void;
}

export function keepAddress({
  view,
  draft,
  visit,
}: {
  view: NotebookView;
  draft: NotebookDraft;
  visit: Visit;
}): AddressKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = location.hash;
  const link = async () => {
    const url = new URL(location.href);
    // What a card's link brought in stands in the notebook now.
    url.searchParams.delete("sql");
    url.hash = await notebookFragment(view.notebook());
    return url.href;
  };
  const write = async () => {
    const url = new URL(await link());
    // The address may be another page's by now.
    if (visit.left) return;
    const { length } = url.href;
    if (length > MOST_LINK_LENGTH) url.hash = "";
    written = url.hash;
    history.replaceState(history.state, "", url);
    keeper.onWritten(length);
  };
  const keeper: AddressKeeper = {
    changed: () => {
      draft.write(view.notebook());
      clearTimeout(timer);
      timer = setTimeout(() => void write(), PAUSE);
    },
    link,
    onWritten: () => undefined,
  };
  const onHash = () => {
    if (visit.left) return removeEventListener("hashchange", onHash);
    // Another notebook's link in the same address bar.
    if (location.hash !== written && carriesNotebook(location.hash)) location.reload();
  };
  addEventListener("hashchange", onHash);
  return keeper;
}
