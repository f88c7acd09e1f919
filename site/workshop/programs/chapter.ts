/**
 * The program that runs snippets: the harness of the doctest engine, and the runtime.
 *
 * @module
 */

import { runtime } from 'virtual:runtime';
import { runInBrowser, type BrowserJob } from '../../../src/doctest/run/run-in-browser.ts';
import type { Preparation } from '../run/preparation.ts';
import type { Inside } from '../sandbox/inside.ts';

/** Runs a chapter's beginning and tells how it goes, as a `PageRun` hears it. */
export default async function answer(message: unknown, inside: Inside): Promise<void> {
  const asked = message as BrowserJob | Preparation;
  if ('prepare' in asked) return prepare(asked.prepare, inside);
  await runInBrowser(asked, {
    post: (told) => inside.tell(told),
    load: ({ text, imports }) => {
      imports.forEach(lookUp);
      return inside.load({ text, imports }, find);
    },
  });
}

/** Loads what a chapter will import, once: a later import of it finds it there. */
async function prepare(specifiers: string[], inside: Inside): Promise<void> {
  let text = '';
  const imports = specifiers.filter(find).map((specifier) => {
    const start = text.length + 'import '.length;
    const end = start + JSON.stringify(specifier).length;
    text += `import ${JSON.stringify(specifier)};`;
    return { start, end, specifier };
  });
  await inside.load({ text, imports }, find);
}

/** Every browser words it differently when an import leads nowhere. @throws {Error} */
function lookUp({ specifier, names }: BrowserJob['imports'][number]): void {
  const found = find(specifier);
  if (!found) throw new Error(`Cannot find the module ${JSON.stringify(specifier)} in the page.`);
  for (const name of names)
    if (!(name in found)) throw new Error(`${JSON.stringify(specifier)} exports no "${name}".`);
}

function find(specifier: string): object | undefined {
  return Object.hasOwn(runtime, specifier) ? runtime[specifier] : undefined;
}
