/**
 * What is compared: every function and class of the runtime with a tag, but for those that
 * `not-compared.json` names.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachModels } from '#models/collect';
import { callableOf } from '#trace/callable';
import type { Subject } from './call-lists.ts';

const RUNTIME = join(import.meta.dirname, '../../../src/runtime');

/** Where judge and runtime have the same functions and call them otherwise, on purpose. */
export interface NotCompared {
  /** Its heading in `DIFFERENCES.md`. */
  name: string;
  /** Names as in tags; one that ends in `*` stands for all that begin so. */
  functions: string[];
}

/** What `not-compared.json` lists. */
export function readNotCompared(): NotCompared[] {
  const text = readFileSync(new URL('not-compared.json', import.meta.url), 'utf8');
  return JSON.parse(text) as NotCompared[];
}

/** The tagged functions and classes of the runtime, whether compared or not. */
export function taggedNames(): Subject {
  const functions = new Set<string>();
  const classes = new Set<string>();
  for (const path of globSync('**/*.ts', { cwd: RUNTIME })) {
    const { tags } = attachModels(path, readFileSync(join(RUNTIME, path), 'utf8'));
    for (const { module, qualname, declaration } of tags) {
      const name = `${module}:${qualname}`;
      if (declaration.node.type === 'ClassDeclaration') classes.add(name);
      else if (callableOf(declaration.node)) functions.add(name);
    }
  }
  return { functions, classes };
}

/** What of the runtime is compared. */
export function comparedNames(): Subject {
  const { functions, classes } = taggedNames();
  const left = readNotCompared().flatMap((one) => one.functions);
  const isLeft = (name: string): boolean =>
    left.some((out) => (out.endsWith('*') ? name.startsWith(out.slice(0, -1)) : name === out));
  return { functions: new Set([...functions].filter((name) => !isLeft(name))), classes };
}
