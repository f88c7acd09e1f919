/**
 * Names for the functions that coverage saw, as pages and mutations use them.
 *
 * @module
 */

import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { findFunction, listFunctions, type ModuleFunction } from '../compile/list-functions.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type { EnteredFunction } from './protocol.ts';

const known = new Map<string, { changed: number; functions: ModuleFunction[] }>();

/** The functions of a module on disk; read again only when it has changed. */
export function functionsOf(path: string): ModuleFunction[] {
  const changed = statSync(path).mtimeMs;
  const entry = known.get(path);
  if (entry?.changed === changed) return entry.functions;
  const functions = listFunctions(readFileSync(path, 'utf8'), parseWithRolldown);
  known.set(path, { changed, functions });
  return functions;
}

/** Each entered function as `src/runtime/wsgiref/util.ts#shiftPathInfo`, once. */
export function nameFunctions(entered: EnteredFunction[], root: string): string[] {
  const names = new Set<string>();
  for (const { path, start, end } of entered) {
    const found = findFunction(functionsOf(path), { start, end });
    if (found) names.add(`${relative(root, path).replaceAll(sep, '/')}#${found.name}`);
  }
  return [...names];
}
