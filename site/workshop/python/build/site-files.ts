/**
 * Python's files as the site serves them: under names that change with what is in them, so that a
 * browser may keep them.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonFileName } from '../../manifest.ts';
import { hashOf } from './packages.ts';
import { pyodideFile } from './pyodide-files.ts';
import { readReady, type Ready } from './ready.ts';
import { packJudge } from './standard-library.ts';

/** How a file's name ends, so that hosts know what to compress. */
type Extension = 'mjs' | 'wasm' | 'zip';

/** One of them. */
export interface PythonSiteFile {
  what: PythonFileName;
  /** Such as `library-0123456789ab`. */
  file: string;
  extension: Extension;
  bytes: Uint8Array<ArrayBuffer>;
}

const root = process.cwd();

let known: PythonSiteFile[] | undefined;

/**
 * All of them. Django is among them where `npm run wheels` has readied it; where it has not, the
 * library is Pyodide's own, which starts more slowly.
 */
export function pythonSiteFiles(): PythonSiteFile[] {
  known ??= listFiles();
  return known;
}

/** Those of one kind, as a page of Astro's makes them. */
export function pathsOf(
  extension: Extension,
): { params: { file: string }; props: PythonSiteFile }[] {
  return pythonSiteFiles()
    .filter((found) => found.extension === extension)
    .map((found) => ({ params: { file: found.file }, props: found }));
}

/** Whether real Django can be run in the pages of this site. */
export function hasDjango(): boolean {
  return pythonSiteFiles().some(({ what }) => what === 'django');
}

function listFiles(): PythonSiteFile[] {
  const ready = readReady(root);
  return [
    named('loader', 'mjs', pyodide('pyodide.mjs')),
    named('glue', 'mjs', pyodide('pyodide.asm.mjs')),
    named('wasm', 'wasm', pyodide('pyodide.asm.wasm')),
    named('library', 'zip', ready?.library ?? pyodide('python_stdlib.zip')),
    named('judge', 'zip', ready?.judge ?? packJudge(root)),
    ...(ready ? djangoFiles(ready) : []),
  ];
}

/** Django, its sources, and SQLite for the runtime that is set beside it. */
function djangoFiles({ code, sources }: Ready): PythonSiteFile[] {
  const sqlite = readFileSync(join(root, 'node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm'));
  return [
    named('django', 'zip', code),
    named('sources', 'zip', sources),
    named('sqlite', 'wasm', new Uint8Array(sqlite)),
  ];
}

function named(
  what: PythonFileName,
  extension: Extension,
  bytes: Uint8Array<ArrayBuffer>,
): PythonSiteFile {
  return { what, file: `${what}-${hashOf(bytes)}`, extension, bytes };
}

function pyodide(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(pyodideFile(name)));
}
