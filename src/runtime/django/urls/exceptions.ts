/**
 * When no pattern fits.
 *
 * @module
 */

import { Exception } from '../../builtins.ts';
import { repr } from '../../repr.ts';
import { Http404 } from '../http/response.ts';

/** No pattern matches a path. @models django.urls.exceptions:Resolver404 */
export class Resolver404<Entry = unknown> extends Http404 {
  override name = 'Resolver404';
  /** What was left of the path where the resolver gave up. */
  readonly path: string;
  /** The patterns that were tried, each with those it lies in; `null` where the prefix did not match. */
  readonly tried: readonly (readonly Entry[])[] | null;

  constructor(path: string, tried: readonly (readonly Entry[])[] | null = null) {
    const steps = tried === null ? '' : `'tried': ${stepsText(tried)}, `;
    super(`{${steps}'path': ${repr(path)}}`);
    this.path = path;
    this.tried = tried;
  }
}

/** No address leads to a view with these arguments. @models django.urls.exceptions:NoReverseMatch */
export class NoReverseMatch extends Exception {
  override name = 'NoReverseMatch';
}

function stepsText(tried: readonly (readonly unknown[])[]): string {
  return `[${tried.map((steps) => `[${steps.map(String).join(', ')}]`).join(', ')}]`;
}
