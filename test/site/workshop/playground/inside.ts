/**
 * What a program is given in the sandbox, in this process: modules are loaded from their text.
 *
 * @module
 */

import type { Inside, Provided } from '../../../../site/workshop/sandbox/inside.ts';

const shelf: object[] = [];
const addresses = new Map<object, string>();
Reflect.set(globalThis, '__shelf', shelf);

/** An `Inside` that tells nobody anything. */
export const inside: Inside = {
  tell: () => {},
  load: async ({ text, imports }, provide) => {
    let made = '';
    let at = 0;
    for (const { start, end, specifier } of imports) {
      const provided = provide(specifier);
      if (provided === undefined) throw new Error(`Cannot find the module "${specifier}".`);
      made += text.slice(at, start) + JSON.stringify(addressOf(provided));
      at = end;
    }
    const address = moduleOf(made + text.slice(at));
    return { address, namespace: (await import(address)) as object };
  },
};

function addressOf(provided: NonNullable<Provided>): string {
  if (typeof provided === 'string') return provided;
  const known = addresses.get(provided);
  if (known !== undefined) return known;
  const index = shelf.push(provided) - 1;
  const names = Object.keys(provided).map((name) => `export const ${name} = all.${name};`);
  const address = moduleOf(`const all = globalThis.__shelf[${index}];${names.join('')}`);
  addresses.set(provided, address);
  return address;
}

function moduleOf(text: string): string {
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
}
