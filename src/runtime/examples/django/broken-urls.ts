/**
 * Root URLconfs that are none: one cannot be imported, one has no patterns.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';
import { registerModule } from '../../importlib.ts';

/** The body of a module that cannot be imported. @throws {ValueError} always. */
export function brokenUrls(): never {
  throw new ValueError('urls cannot be imported');
}

registerModule('demo.broken_urls', brokenUrls);
registerModule('demo.empty_urls', {});
