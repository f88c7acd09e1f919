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
import notCompared from './not-compared.json' with { type: 'json' };

/** The modules whose functions are compared: the way of a request, without what lies below it. */
const COMPARED =
  /^django\.(?:db:|dispatch|http|middleware|shortcuts|urls|views\.(?:csrf|decorators|defaults)|core\.(?:handlers|servers|wsgi)|contrib\.\w+\.middleware:|template\.response:|utils\.deprecation:)/;

/** Where judge and runtime have the same functions and call them otherwise, on purpose. */
export interface NotCompared {
  /** Its heading in `DIFFERENCES.md`. */
  name: string;
  /** Names as in tags; one that ends in `*` stands for all that begin so. */
  functions: string[];
  /** Functions that are compared, but not what they call. */
  insides?: string[];
}

/** What `not-compared.json` lists. */
export function readNotCompared(): NotCompared[] {
  return notCompared;
}

/** The tagged functions and classes of the runtime, whether compared or not. @param root the project's root */
export function taggedNames(root = process.cwd()): Omit<Subject, 'closed'> {
  const folder = join(root, 'src/runtime');
  const functions = new Set<string>();
  const plain = new Set<string>();
  const classes = new Set<string>();
  for (const path of globSync('**/*.ts', { cwd: folder })) {
    const { tags } = attachModels(path, readFileSync(join(folder, path), 'utf8'));
    for (const { module, qualname, declaration } of tags) {
      const name = `${module}:${qualname}`;
      if (declaration.node.type === 'ClassDeclaration') classes.add(name);
      const code = callableOf(declaration.node);
      if (code === undefined) continue;
      functions.add(name);
      if (code.self === 'null' || !qualname.includes('.')) plain.add(name);
    }
  }
  return {
    functions,
    methods: new Set([...functions].filter((name) => !plain.has(name))),
    classes,
  };
}

/** What of the runtime is compared. @param root the project's root */
export function comparedNames(root = process.cwd()): Subject {
  const { functions, ...others } = taggedNames(root);
  const closed = new Set(readNotCompared().flatMap(({ insides = [] }) => insides));
  const left = readNotCompared().flatMap((one) => one.functions);
  const isLeft = (name: string): boolean =>
    left.some((out) => (out.endsWith('*') ? name.startsWith(out.slice(0, -1)) : name === out));
  const kept = [...functions].filter((name) => COMPARED.test(name) && !isLeft(name));
  return { functions: new Set(kept), ...others, closed };
}
