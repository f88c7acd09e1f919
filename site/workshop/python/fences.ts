/**
 * A chapter's Python as a page asks for it.
 *
 * @module
 */

import type { PythonFence } from '../../../src/doctest/python/fence.ts';

/** A fence that can run in a page. */
export interface PageFence extends PythonFence {
  /** Which fences share their names: those with the same number. */
  scene: number;
  /** Whether real Django judges it. */
  django: boolean;
}

/** The fences of a chapter, in order. */
export interface PageFences {
  /** The chapter's path, as tracebacks name it. */
  file: string;
  fences: PageFence[];
}
