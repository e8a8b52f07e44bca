import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { Place } from "./error-place.js";

/** Sets the stretch that is wrong, or none. */
export const markError = StateEffect.define<Place | null>();

/** The underline of what is wrong; the first change of the text takes it away, as it may be mended by then. */
export const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(markError)) next = underline(effect.value, transaction.state.doc.length);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function underline(place: Place | null, length: number): DecorationSet {
  const to = Math.min(place?.to ?? 0, length);
  const from = Math.min(place?.from ?? 0, to);
  if (from === to) return Decoration.none;
  return Decoration.set([Decoration.mark({ class: "sql-wrong" }).range(from, to)]);
}
