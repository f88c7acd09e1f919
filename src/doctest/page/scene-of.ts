/**
 * What has to run before a snippet can.
 *
 * @module
 */

import { listScenes } from '../parse/scenes.ts';
import type { PageSnippet } from './data.ts';

/** The number of a snippet's scene in the module of its chapter. */
export function sceneOf(snippets: PageSnippet[], ordinal: number): number {
  return listScenes(snippets).findIndex((scene) => has(scene, ordinal));
}

/** The snippets of a scene that run up to one of them, that one included. */
export function runsUpTo(snippets: PageSnippet[], ordinal: number): PageSnippet[] {
  return snippetsUpTo(snippets, ordinal).filter(({ flags }) => !flags['no-run']);
}

/** The same with what stays of those that do not run. */
export function snippetsUpTo(snippets: PageSnippet[], ordinal: number): PageSnippet[] {
  const scene = listScenes(snippets).find((candidate) => has(candidate, ordinal)) ?? [];
  return scene.filter((snippet) => snippet.ordinal <= ordinal);
}

function has(scene: PageSnippet[], ordinal: number): boolean {
  return scene.some((snippet) => snippet.ordinal === ordinal);
}
