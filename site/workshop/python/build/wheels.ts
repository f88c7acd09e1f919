/**
 * `npm run wheels`: readies Python and real Django for the page, in a folder that git ignores.
 * The next build of the site takes them along. `--check` says whether they are there and fit.
 *
 * @module
 */

import { join } from 'node:path';
import { PythonCompiler } from './compiler.ts';
import { fetchPackages, PackagesMissingError } from './packages.ts';
import { packDjango } from './pack.ts';
import { compileStandardLibrary, packJudge } from './standard-library.ts';
import { FOLDER, readReady, writeReady } from './ready.ts';

const root = process.cwd();
const check = process.argv.includes('--check');

/** Megabytes in words. */
const size = (bytes: Uint8Array): string => `${(bytes.length / 1e6).toFixed(1)} MB`;

if (readReady(root)) {
  console.log('wheels: Python and Django 2.2.28 are ready for the site');
} else if (check) {
  console.error('wheels: not ready, or not of these sources; npm run wheels makes them');
  process.exitCode = 1;
} else {
  await make();
}

async function make(): Promise<void> {
  try {
    const packages = fetchPackages(root, join(root, FOLDER));
    const compiler = await PythonCompiler.start();
    const library = compileStandardLibrary(compiler);
    const { code, sources } = packDjango(root, packages, compiler);
    writeReady(root, { library, judge: packJudge(root, compiler), code, sources });
    console.log(
      `wheels: the library ${size(library)}, Django 2.2.28 ${size(code)}, its sources ${size(sources)}; the next build takes them along`,
    );
  } catch (error) {
    if (!(error instanceof PackagesMissingError)) throw error;
    console.error(`wheels: ${error.message} The site will have no real Django to run.`);
    process.exitCode = 1;
  }
}
