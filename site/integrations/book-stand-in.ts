/**
 * Lets the site stand on its own: where no engine provides `virtual:doctest/book`, an empty
 * book takes its place, so pages say that nothing was run instead of failing to build.
 *
 * @module
 */

import type { Plugin } from 'vite';

const NAME = 'virtual:doctest/book';
const STAND_IN = '\0round-trip:empty-book';

/** A Vite plugin that answers for the book of results, unless another plugin does. */
export function bookStandIn(): Plugin {
  return {
    name: 'round-trip:book-stand-in',
    enforce: 'post',
    async resolveId(source, importer) {
      if (source !== NAME) return null;
      const provided = await this.resolve(source, importer, { skipSelf: true });
      return provided ?? STAND_IN;
    },
    load(id) {
      return id === STAND_IN
        ? 'export const book = { claims: {}, chapters: {}, exercises: {}, views: {} };'
        : null;
    },
  };
}
