/**
 * Python's standard library for the page, compiled: Pyodide's own has sources, which each start
 * would compile anew, for two of its three seconds.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import type { PythonCompiler } from './compiler.ts';
import { pyodideFile } from './pyodide-files.ts';

/** Where Pyodide puts the library, as the paths of its code say. */
const PLACE = '/lib/python314.zip';

/** What the book is about stays as it is: snippets look at its source, and at its code to the column. */
const AS_IT_IS = /^(?:wsgiref\/.*|http\/server\.py|socketserver\.py)$/;

/** 1980 is when zips begin; one moment for all makes the same bytes of the same library. */
export const MOMENT = new Date(1980, 0, 1);

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
