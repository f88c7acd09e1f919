/**
 * What has to run before a snippet can.
 *
 * @module
 */

import { listScenes } from '../parse/scenes.ts';
import type { PageSnippet } from './module-file.ts';

/** The number of a snippet's scene in the module of its chapter. */
export function sceneOf(snippets: PageSnippet[], ordinal: number): number {
  return listScenes(snippets).findIndex((scene) => has(scene, ordinal));
}

/** The snippets of a scene up to one of them, that one included. */
export function snippetsUpTo(snippets: PageSnippet[], ordinal: number): PageSnippet[] {
  const scene = listScenes(snippets).find((candidate) => has(candidate, ordinal)) ?? [];
  return scene.filter((snippet) => snippet.ordinal <= ordinal);
}

function has(scene: PageSnippet[], ordinal: number): boolean {
  return scene.some((snippet) => snippet.ordinal === ordinal);
}
