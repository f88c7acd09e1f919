/**
 * A mark as it stands in the text: behind its line where it holds, else below it.
 *
 * @module
 */

import { WidgetType } from '@codemirror/view';
import { KINDS, type Mark } from './mark.ts';

/** Draws one mark. */
export class MarkWidget extends WidgetType {
  readonly mark: Mark;

  constructor(mark: Mark) {
    super();
    this.mark = mark;
  }

  override eq(other: MarkWidget): boolean {
    const { kind, message, detail } = this.mark;
    const { mark } = other;
    return mark.kind === kind && mark.message === message && mark.detail === detail;
  }

  override toDOM(): HTMLElement {
    const { kind, message, detail } = this.mark;
    const dom = document.createElement(kind === 'held' ? 'span' : 'div');
    dom.className = `mark ${kind}`;
    const sign = document.createElement('span');
    sign.ariaHidden = 'true';
    sign.textContent = `${KINDS[kind].sign} `;
    const word = document.createElement('span');
    word.className = 'unseen';
    word.textContent = `${KINDS[kind].word}: `;
    dom.append(sign, word, message);
    if (detail !== undefined) {
      const more = document.createElement('pre');
      more.textContent = detail;
      dom.append(more);
    }
    return dom;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
