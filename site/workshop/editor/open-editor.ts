/**
 * An editor of code: CodeMirror in the book's clothes. It weighs much, so pages load this module
 * when a reader asks for it: `const { openEditor } = await import('…/editor/open-editor.ts')`.
 *
 * It stands in a shadow root: only there does CodeMirror put its styles into adopted style
 * sheets, which the policy of our pages allows; elsewhere it makes style elements, which it refuses.
 *
 * @module
 */

import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { Annotation, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { type EditorLanguage, languagePlace, teach } from './languages.ts';
import { leaveByEscape } from './leave.ts';
import { BESIDE, look } from './look.ts';
import type { Mark } from './mark.ts';
import { marks, showMarks } from './marks.ts';
import { typeOver } from './type-over.ts';

export type { EditorLanguage } from './languages.ts';
export type { Mark, MarkKind } from './mark.ts';

/** What an editor is opened with. */
export interface EditorOptions {
  /** The editor is added as its last child. */
  parent: HTMLElement;
  text: string;
  language: EditorLanguage;
  /** What is edited, for who hears it: `Code of the snippet hello`. */
  label: string;
  /** Called after each change that the reader makes, not after `setText`. */
  onChange?: (text: string) => void;
  /** Called by Ctrl+Enter, Cmd+Enter on a Mac. */
  onRun?: () => void;
  readOnly?: boolean;
}

/** An open editor. */
export interface Editor {
  text(): string;
  /** Replaces the whole text, as one step that the reader can undo; marks go. */
  setText(text: string): void;
  /** Takes the last change back. */
  undo(): void;
  focus(): void;
  /** Shows these marks in place of those there were, and announces how many there are. */
  showMarks(marks: readonly Mark[]): void;
  /** Takes the editor away. */
  destroy(): void;
}

const silent = Annotation.define<boolean>();

/** Opens an editor. */
export function openEditor(options: EditorOptions): Editor {
  const host = document.createElement('div');
  host.className = 'editor';
  const root = host.attachShadow({ mode: 'open' });
  const beside = new CSSStyleSheet();
  beside.replaceSync(BESIDE);
  root.adoptedStyleSheets = [beside];
  options.parent.append(host);
  const state = EditorState.create({ doc: options.text, extensions: extensionsFor(options) });
  const view = new EditorView({ state, root, parent: root });
  root.append(describeKeys(options));
  void teach(view, options.language);
  return {
    text: () => view.state.doc.toString(),
    setText: (insert) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert },
        annotations: [silent.of(true), isolateHistory.of('full')],
      }),
    undo: () => void undo(view),
    focus: () => view.focus(),
    showMarks: (marks) => showMarks(view, marks),
    destroy: () => {
      view.destroy();
      host.remove();
    },
  };
}

function extensionsFor({ label, onChange, onRun, readOnly }: EditorOptions): Extension[] {
  const run = {
    key: 'Mod-Enter',
    run: () => {
      onRun?.();
      return onRun !== undefined;
    },
  };
  return [
    Prec.highest(keymap.of([run])),
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    EditorState.readOnly.of(readOnly ?? false),
    EditorState.allowMultipleSelections.of(false),
    languagePlace,
    look(),
    marks(),
    leaveByEscape(),
    typeOver(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': 'keys',
      tabindex: '0',
    }),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const told = transactions.some((one) => one.docChanged && !one.annotation(silent));
      if (docChanged && told) onChange?.(state.doc.toString());
    }),
  ];
}

function describeKeys({ onRun, readOnly }: EditorOptions): HTMLElement {
  const keys = document.createElement('p');
  keys.id = 'keys';
  keys.className = 'keys';
  const command = /Mac|iPhone|iPad/.test(navigator.platform) ? 'Cmd' : 'Ctrl';
  const run = onRun ? `${command}+Enter runs. ` : '';
  const tab = readOnly ? '' : 'Tab indents; Escape, then Tab leaves. ';
  keys.textContent = `${run}${tab}F8 goes to the next mark.`;
  return keys;
}
