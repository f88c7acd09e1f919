/**
 * What scripts import that is no script: Node's own modules, and packages.
 *
 * @module
 */

import { isBuiltin } from 'node:module';
import { BeyondScripts } from './beyond-scripts.ts';
import type { LinkedScript, OtherImport } from './protocol.ts';

/** Finds all that some scripts import beside each other, by the import. @throws {BeyondScripts} */
export async function findOthers(scripts: LinkedScript[]): Promise<Map<OtherImport, object>> {
  const found = new Map<OtherImport, object>();
  for (const { url, imports } of scripts)
    for (const wanted of imports)
      if (typeof wanted !== 'number') found.set(wanted, await findOther(url, wanted));
  return found;
}

async function findOther(from: string, { specifier, names }: OtherImport): Promise<object> {
  if (isBuiltin(specifier) && !names.includes('*')) return pickBuiltin(specifier, names);
  const address = isBuiltin(specifier) ? specifier : `from:${from} ${specifier}`;
  const namespace = (await import(address)) as object;
  const missing = names.find((name) => name !== '*' && !(name in namespace));
  if (missing !== undefined) throw new BeyondScripts(`${specifier} has no ${missing}.`);
  return namespace;
}

/**
 * Some exports of a module of Node's own. As a namespace it would have to give all of them, and
 * that of `node:http` loads half of Node for names that nobody asks for.
 */
function pickBuiltin(specifier: string, names: string[]): object {
  const module = process.getBuiltinModule(specifier) as object;
  const picked = names.map((name): [string, unknown] => {
    if (name === 'default') return [name, module];
    if (!Object.prototype.propertyIsEnumerable.call(module, name))
      throw new BeyondScripts(`${specifier} has no ${name}.`);
    return [name, Reflect.get(module, name)];
  });
  return Object.fromEntries(picked);
}
