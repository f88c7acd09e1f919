/**
 * Looks for the modules that a chapter imports before it runs, so that a missing one is reported
 * where it is named.
 *
 * @module
 */

import { existsSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import type { ChapterImport } from '../compile/imports.ts';
import type { FailureList } from '../failure.ts';
import type { ThrownError } from './protocol.ts';

/** By folder: where specifiers have led its chapters so far; Node would read packages again for each. */
const folders = new Map<string, Map<string, string>>();

function knownIn(folder: string): Map<string, string> {
  let known = folders.get(folder);
  if (!known) folders.set(folder, (known = new Map<string, string>()));
  return known;
}

/**
 * Where a chapter's imports lead; notes every one that leads nowhere.
 *
 * @param path absolute path of the chapter
 * @returns by specifier: absolute paths, and Node's own modules by name
 */
export function resolveImports(
  path: string,
  imports: ChapterImport[],
  failures: FailureList,
): Map<string, string> {
  const known = knownIn(dirname(path));
  const { resolve } = createRequire(path);
  const found = new Map<string, string>();
  for (const { specifier, place, fence } of imports) {
    const target = known.get(specifier) ?? attempt(() => resolve(specifier));
    if (target !== undefined && (isBuiltin(target) || existsSync(target))) {
      known.set(specifier, target);
      found.set(specifier, target);
    } else {
      known.delete(specifier);
      failures.add(place, `Cannot find the module "${specifier}".`, { id: fence });
    }
  }
  return found;
}

function attempt(resolve: () => string): string | undefined {
  try {
    return resolve();
  } catch {
    return undefined;
  }
}

/** Notes why a module did not link: where a name is imported that is not there, at that import. */
export function noteLinkError(
  error: ThrownError,
  imports: ChapterImport[],
  failures: FailureList,
): void {
  const missing = /module '([^']+)' does not provide an export named '([^']+)'/.exec(error.message);
  for (const { specifier, names, fence } of imports) {
    const named = names.find(({ name }) => specifier === missing?.[1] && name === missing[2]);
    if (!named) continue;
    failures.add(named.place, `"${specifier}" exports no "${named.name}".`, { id: fence });
    return;
  }
  const place = imports[0]?.place ?? { line: 1, column: 1, offset: 0 };
  failures.add(place, `The chapter's modules do not load: ${error.name}: ${error.message}`);
}
