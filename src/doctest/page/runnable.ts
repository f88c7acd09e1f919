/**
 * Which snippets of a chapter run in a page: those that need no Node, and no name of one that does.
 *
 * @module
 */

import { isRun } from '../compile/compile-chapter.ts';
import { declaredNames, usedNames } from '../compile/names.ts';
import type { ParseCode } from '../compile/syntax.ts';
import type { Chapter, Fence } from '../model.ts';
import { listScenes } from '../parse/scenes.ts';

const known = new WeakMap<Chapter, Fence[]>();

/** The snippets that a page can run, in the order of the chapter. */
export function runnableFences(chapter: Chapter, parse: ParseCode): Fence[] {
  const found = known.get(chapter) ?? listRunnable(chapter.fences.filter(isRun), parse);
  known.set(chapter, found);
  return found;
}

function listRunnable(fences: Fence[], parse: ParseCode): Fence[] {
  if (!fences.some(({ flags }) => flags.node)) return fences;
  const missing = new Set(listScenes(fences).flatMap((scene) => missingOf(scene, parse)));
  return fences.filter((fence) => !missing.has(fence));
}

/** The snippets of a scene that a page cannot run. */
function missingOf(scene: Fence[], parse: ParseCode): Fence[] {
  const missingNames = new Set<string>();
  return scene.filter(({ code, flags }) => {
    if (!flags.node && missingNames.size === 0) return false;
    const { body } = parse(code);
    const own = declaredNames(body);
    const used = usedNames(body);
    const isMissing =
      flags.node === true || [...used].some((name) => missingNames.has(name) && !own.has(name));
    for (const name of own) {
      if (isMissing) missingNames.add(name);
      else missingNames.delete(name);
    }
    return isMissing;
  });
}
