/**
 * A folder of TypeScript files as Python modules: `polls/views.ts` is `polls.views`, and
 * `polls/index.ts` is `polls` itself. A file runs when its module is first imported.
 *
 * @module
 */

import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

import { registerModule } from '../importlib.ts';

const LEFT_OUT = new Set(['node_modules', 'static']);

/** Registers the files below a folder, and its folders as packages. Hyphens become underscores. */
export function registerProject(root: string): void {
  const require = createRequire(join(root, 'manage.ts'));
  const files = globSync('**/*.ts', { cwd: root, exclude: (name) => LEFT_OUT.has(name) });
  const folders = new Set(files.flatMap((file) => foldersOf(file)));
  for (const folder of folders) {
    registerModule(
      dottedName(folder),
      {},
      { package: true, file: null, path: [join(root, folder)] },
    );
  }
  for (const file of files) {
    const isPackage = /(?:^|[\\/])index\.ts$/.test(file);
    const path = join(root, file);
    const name = dottedName(isPackage ? dirname(file) : file.slice(0, -'.ts'.length));
    registerModule(name, () => require(path) as object, { package: isPackage, file: path });
  }
}

function foldersOf(file: string): string[] {
  const parts = file.split(sep).slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join(sep));
}

function dottedName(path: string): string {
  return path.replaceAll(sep, '.').replaceAll('-', '_');
}
