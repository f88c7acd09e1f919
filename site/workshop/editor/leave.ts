/**
 * Tab indents; after Escape it leaves the editor instead, until another key is pressed. Who works
 * with a keyboard alone is never caught (WCAG 2.1.2).
 *
 * @module
 */

import { indentWithTab } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

const KEEP = new Set(['Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']);

/** Has Tab indent, and Escape and then Tab leave. */
export function leaveByEscape(): Extension {
  let escaped = false;
  const escape = (view: EditorView): boolean => {
    escaped = true;
    view.setTabFocusMode(true);
    view.dispatch({ effects: EditorView.announce.of('Tab now leaves the editor.') });
    return false;
  };
  const stay = (view: EditorView): void => {
    if (escaped) view.setTabFocusMode(false);
    escaped = false;
  };
  return [
    keymap.of([{ key: 'Escape', run: escape }, indentWithTab]),
    EditorView.domEventObservers({
      keydown: ({ key }, view) => {
        if (!KEEP.has(key)) stay(view);
      },
      blur: (_, view) => stay(view),
    }),
  ];
}
