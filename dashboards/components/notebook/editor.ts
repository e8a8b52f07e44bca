import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, type KeyBinding } from "@codemirror/view";
import { acceptCompletion } from "@codemirror/autocomplete";
import { editorLook } from "./editor-look.js";
import { errorMark, markError } from "./error-mark.js";
import type { Place } from "./error-place.js";
import { plainSql, type SqlSupport } from "./sql-support.js";

/** A cell's text under edit. */
export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Puts a text at the cursor, in place of what is selected, and goes there. */
  insert(text: string): void;
  focus(): void;
  /** Underlines what is wrong until the text changes; null takes the line away. */
  markError(place: Place | null): void;
  /** Gives the editor the words and tables it completes. */
  support(sql: SqlSupport): void;
  /** Names the editor for screen readers. */
  name(label: string): void;
  destroy(): void;
}

export interface EditorActions {
  run(): void;
  runAndGoOn(): void;
  changed(): void;
  focused(): void;
}

/** Words that CodeMirror says by itself. */
const PHRASES = {
  "Control character": "制御文字",
  Completions: "候補",
  "Selection deleted": "選んだ部分を消しました",
};

/**
 * An SQL editor. Tab leaves it as it leaves any field, except that it takes a completion that is offered; Escape
 * closes the offer, so that Escape and Tab always lead out.
 */
export function mountEditor(place: HTMLElement, text: string, actions: EditorActions): Editor {
  const [language, label] = [new Compartment(), new Compartment()];
  const doing = (work: () => void): (() => boolean) => {
    return () => {
      work();
      return true;
    };
  };
  const runKeys: KeyBinding[] = [
    { key: "Mod-Enter", run: doing(actions.run) },
    { key: "Shift-Enter", run: doing(actions.runAndGoOn) },
  ];
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of(runKeys)),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        EditorState.phrases.of(PHRASES),
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false, maxRenderedOptions: 60 }),
        Prec.high(keymap.of([{ key: "Tab", run: acceptCompletion }])),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        language.of(plainSql()),
        label.of([]),
        errorMark,
        editorLook,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) actions.changed();
          if (update.focusChanged && update.view.hasFocus) actions.focused();
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    insert: (piece) => {
      view.dispatch(view.state.replaceSelection(piece), { scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    markError: (at) => view.dispatch({ effects: markError.of(at) }),
    support: (sql) => view.dispatch({ effects: language.reconfigure(sql.extension) }),
    name: (words) =>
      view.dispatch({
        effects: label.reconfigure(
          EditorView.contentAttributes.of({ "aria-label": words, "aria-describedby": "notebook-keys" }),
        ),
      }),
    destroy: () => view.destroy(),
  };
}
