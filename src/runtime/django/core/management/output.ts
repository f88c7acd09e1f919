/**
 * What commands print on.
 *
 * @module
 */

import type { TextStream } from '../../../sys.ts';
import { isTerminal, type Paint, plain } from './color.ts';

/** Ends what is written with a newline, and colours it on a terminal. @models django.core.management.base:OutputWrapper */
export class OutputWrapper implements TextStream {
  readonly #out: TextStream;
  readonly ending: string;
  #paint: Paint = plain;

  constructor(out: TextStream, ending = '\n') {
    this.#out = out;
    this.ending = ending;
  }

  /** The colour of what is written; none where the output is no terminal. @models django.core.management.base:OutputWrapper.style_func */
  get styleFunc(): Paint | null {
    return this.#paint;
  }

  set styleFunc(paint: Paint | null) {
    this.#paint = paint && this.isatty() ? paint : plain;
  }

  /** Whether the output is a terminal. @models django.core.management.base:OutputWrapper.isatty */
  isatty(): boolean {
    return isTerminal(this.#out);
  }

  /** Writes a text, with its ending unless it has that already. @models django.core.management.base:OutputWrapper.write */
  write(text: string, styleFunc: Paint | null = null, ending: string | null = null): void {
    const end = ending ?? this.ending;
    const whole = end && !text.endsWith(end) ? text + end : text;
    this.#out.write((styleFunc ?? this.#paint)(whole));
  }

  /** Has everything written so far be on its way. */
  flush(): void {
    this.#out.flush();
  }
}
