/**
 * Typing over a selection. Left to itself, Chromium keeps the look of what was selected by putting
 * a `style` attribute around the new text, and the policy of our pages complains of it.
 *
 * @module
 */

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Replaces a selection by what is typed before the browser does. */
export function typeOver(): Extension {
  return EditorView.domEventHandlers({
    beforeinput: (event, view) => {
      const { inputType, data, isComposing } = event;
      const isTyped = inputType === 'insertText' && data !== null && !isComposing;
      if (!isTyped || view.state.readOnly || view.state.selection.main.empty) return false;
      view.dispatch(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
      return true;
    },
  });
}
