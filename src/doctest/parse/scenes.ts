/**
 * Which snippets of a chapter share their names.
 *
 * @module
 */

import type { Fence } from '../model.ts';

/** Snippets by scene, in the order of each scene's first snippet; an isolated one is alone. */
export function listScenes<Snippet extends Pick<Fence, 'ordinal' | 'flags'>>(
  fences: Snippet[],
): Snippet[][] {
  const scenes = Map.groupBy(fences, ({ ordinal, flags }) =>
    flags.isolated ? ordinal : (flags.scene ?? ''),
  );
  return [...scenes.values()];
}
