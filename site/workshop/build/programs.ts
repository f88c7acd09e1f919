/**
 * The programs of the site: which there are, and their bundles.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

/** A program as the site serves it. */
export interface BuiltProgram {
  name: string;
  /** Its file's name, without `.js`; it changes with the text. */
  file: string;
  text: string;
}

const FOLDER = 'site/workshop/programs';

/** Every program, by name: whether the runtime reports its calls in it. */
const PROGRAMS: Record<string, { traced: boolean }> = {
  chapter: { traced: false },
  python: { traced: false },
  traced: { traced: true },
  twin: { traced: true },
  playground: { traced: false },
};

let known: { stamp: number; programs: Promise<BuiltProgram[]> } | undefined;

/** Bundles the programs; again only when something of theirs has changed. */
export function builtPrograms(): Promise<BuiltProgram[]> {
  const stamp = newestChange();
  if (known?.stamp !== stamp) {
    known = {
      stamp,
      programs: Promise.all(
        Object.entries(PROGRAMS).map(([name, { traced }]) => build(name, traced)),
      ),
    };
  }
  return known.programs;
}

async function build(name: string, traced: boolean): Promise<BuiltProgram> {
  const code = await bundle({ entry: `${FOLDER}/${name}.ts`, format: 'esm', traced });
  // Stacks then tell the program's name in place of a blob's address.
  const text = `${code.trimEnd()}\n//# sourceURL=${name}.js\n`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name, file: `${name}-${hash}`, text };
}

function newestChange(): number {
  const files = globSync('{src,site}/**/*.{ts,py}', { cwd: process.cwd() });
  return Math.max(...files.map((file) => statSync(join(process.cwd(), file)).mtimeMs));
}
