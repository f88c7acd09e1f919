/**
 * Python's standard library for the page, and the driver of doctest, compiled: of sources, each
 * start would compile them anew, for two of its three seconds.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { PythonCompiler } from './compiler.ts';
import type { PackageFile } from './packages.ts';
import { pyodideFile } from './pyodide-files.ts';

/** Where Pyodide puts the library, as the paths of its code say. */
const PLACE = '/lib/python314.zip';
const HOME = '/round-trip';

/** What the book is about stays as it is: snippets look at its source, and at its code to the column. */
const AS_IT_IS = /^(?:wsgiref\/.*|http\/server\.py|socketserver\.py)$/;

/** 1980 is when zips begin; one moment for all makes the same bytes of the same library. */
export const MOMENT = new Date(1980, 0, 1);

/** The driver of doctest as a zip; of sources where there is no compiler. */
export function packJudge(root: string, compiler?: PythonCompiler): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const { path, bytes } of driverFiles(root)) {
    if (compiler) files[`${path}c`] = compiler.compile(bytes, `${HOME}/${path}`);
    else files[path] = bytes;
  }
  return zipSync(files, { level: 9, mtime: MOMENT });
}

/** The files of the driver, as the package `round_trip`. */
export function driverFiles(root: string): PackageFile[] {
  const folder = join(root, 'src/doctest/python');
  return globSync('*.py', { cwd: folder })
    .toSorted()
    .map((name) => ({
      path: `round_trip/${name}`,
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }));
}

/** The library as a zip of `.pyc` files. */
export function compileStandardLibrary(compiler: PythonCompiler): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const library = unzipSync(readFileSync(pyodideFile('python_stdlib.zip')));
  for (const [path, bytes] of Object.entries(library)) {
    if (path.endsWith('.py') && !AS_IT_IS.test(path))
      files[`${path}c`] = compiler.compile(bytes, `${PLACE}/${path}`);
    else if (!path.endsWith('/')) files[path] = bytes;
  }
  return zipSync(files, { level: 9, mtime: MOMENT });
}
