/**
 * When no pattern fits.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { repr } from '../../repr.ts';
import { Http404 } from '../http/response.ts';

/** The patterns that were tried, each with those it lies in. */
type Tried<Entry> = readonly (readonly Entry[])[];

/** No pattern matches a path. @models django.urls.exceptions:Resolver404 */
export class Resolver404<Entry = unknown> extends Http404 {
  override name = 'Resolver404';
  /** What was left of the path where the resolver gave up. */
  readonly path: string;
  #tried: Tried<Entry> | null | (() => Tried<Entry>);

  /** @param tried is put off until somebody asks, where it is a function. */
  constructor(path: string, tried: Tried<Entry> | null | (() => Tried<Entry>) = null) {
    super();
    this.path = path;
    this.#tried = tried;
  }

  /** The patterns that were tried, each with those it lies in; `null` where the prefix did not match. */
  get tried(): Tried<Entry> | null {
    if (typeof this.#tried === 'function') this.#tried = this.#tried();
    return this.#tried;
  }
}

Object.defineProperty(Resolver404.prototype, 'message', {
  get(this: Resolver404) {
    return textOf(this.path, this.tried);
  },
  configurable: true,
});

/** No address leads to a view with these arguments. @models django.urls.exceptions:NoReverseMatch */
export class NoReverseMatch extends Exception {
  override name = 'NoReverseMatch';
}

function textOf(path: string, tried: Tried<unknown> | null): string {
  const steps = tried === null ? '' : `'tried': ${stepsText(tried)}, `;
  return `{${steps}'path': ${repr(path)}}`;
}

function stepsText(tried: readonly (readonly unknown[])[]): string {
  return `[${tried.map((steps) => `[${steps.map(String).join(', ')}]`).join(', ')}]`;
}
