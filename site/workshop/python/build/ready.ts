/**
 * What `npm run wheels` has readied, if it has, and if it still fits its sources.
 *
 * @module
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFiles } from './pack.ts';
import { hashOf, pinnedHash } from './packages.ts';
import { pyodideFile } from './pyodide-files.ts';
import { driverFiles } from './standard-library.ts';

/** Where it is kept, from the project's root. */
export const FOLDER = '.cache/wheels';

const FILES = {
  library: 'library.zip',
  judge: 'judge.zip',
  code: 'django.zip',
  sources: 'django-sources.zip',
} as const;

/** Bytes for the page, by what they are. */
export type Ready = Record<keyof typeof FILES, Uint8Array<ArrayBuffer>>;

/** The fingerprint of all that it is made of: what is pinned, Pyodide, files of ours, and what packs them. */
export function stampOf(root: string): string {
  const own = [...ownFiles(root), ...driverFiles(root)].flatMap(({ path, bytes }) => [path, bytes]);
  const packers = ['selection.ts', 'pack.ts', 'compiler.ts', 'standard-library.ts'].map((name) =>
    readFileSync(join(root, 'site/workshop/python/build', name)),
  );
  return hashOf(pinnedHash(root), readFileSync(pyodideFile('package.json')), ...own, ...packers);
}

/** What is ready; undefined where nothing is, or what is there was made of other sources. */
export function readReady(root: string): Ready | undefined {
  const folder = join(root, FOLDER);
  const stamp = join(folder, 'stamp');
  const needed = [...Object.values(FILES), 'stamp'].map((name) => join(folder, name));
  if (!needed.every((path) => existsSync(path))) return undefined;
  if (readFileSync(stamp, 'utf8') !== stampOf(root)) return undefined;
  const read = (name: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync(join(folder, name)));
  return {
    library: read(FILES.library),
    judge: read(FILES.judge),
    code: read(FILES.code),
    sources: read(FILES.sources),
  };
}

/** Keeps what was made. */
export function writeReady(root: string, ready: Ready): void {
  const folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const [what, name] of Object.entries(FILES))
    writeFileSync(join(folder, name), ready[what as keyof Ready]);
  writeFileSync(join(folder, 'stamp'), stampOf(root));
}
