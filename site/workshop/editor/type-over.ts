/**
 * Typing over a selection. Left to itself, Chromium gives what is typed the look of what was
 * selected, by an inline style, which the policy of our pages refuses and the console complains of.
 *
 * @module
 */

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Has what is typed over a selection put into the text at once. */
export function typeOver(): Extension {
  return EditorView.domEventHandlers({
    beforeinput({ inputType, data }, view) {
      const { state, composing } = view;
      if (inputType !== 'insertText' || !data || composing || state.readOnly) return false;
      if (state.selection.main.empty) return false;
      view.dispatch({
        ...state.replaceSelection(data),
        userEvent: 'input.type',
        scrollIntoView: true,
      });
      return true;
    },
  });
}
