/**
 * Packs Django for the page: compiled modules and data, the demo project with its database as it
 * is at first, and what readies and asks them; the sources, which few readers want, apart.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { PythonCompiler } from './compiler.ts';
import type { PackageFile } from './packages.ts';
import { licencesOf, selectFiles } from './selection.ts';
import { MOMENT } from './standard-library.ts';

/** Where it is unpacked in the page. */
export const SITE_PACKAGES = '/site-packages';

/** Files of ours that go with it: where they lie in the project, and where in the pack. */
const OURS: readonly [glob: string, from: string, to: string][] = [
  ['**/*.py', 'site/workshop/python/beside', 'beside'],
  ['*.py', 'test/oracle/django/demo', 'demo'],
  ['{browser,demo_site,tracer}.py', 'test/oracle/django/python', ''],
  ['*.html', 'src/runtime/examples/django/templates', 'templates'],
];

/** What readers load: `code` to run Django, `sources` to look at it. */
export interface DjangoPack {
  code: Uint8Array<ArrayBuffer>;
  sources: Uint8Array<ArrayBuffer>;
}

/** What of ours is packed. @param root the project's root */
export function ownFiles(root: string): PackageFile[] {
  return OURS.flatMap(([glob, from, to]) =>
    globSync(glob, { cwd: join(root, from) })
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
      .map((file) => ({
        path: posix.join(to, file),
        bytes: new Uint8Array(readFileSync(join(root, from, file))),
      })),
  );
}

/** Packs it. @param packages all files of Django, pytz and sqlparse */
export function packDjango(
  root: string,
  packages: readonly PackageFile[],
  compiler: PythonCompiler,
): DjangoPack {
  const code: Zippable = {};
  const sources: Zippable = {};
  for (const { path, bytes } of [...selectFiles(packages), ...ownFiles(root)]) {
    if (path.endsWith('.py')) {
      code[`${path}c`] = compiler.compile(bytes, `${SITE_PACKAGES}/${path}`);
      sources[path] = bytes;
    } else code[path] = bytes;
  }
  code['demo.sqlite3'] = firstDatabase(code, compiler);
  for (const { path, bytes } of licencesOf(packages)) code[path] = sources[path] = bytes;
  const how = { level: 9, mtime: MOMENT } as const;
  return { code: zipSync(code, how), sources: zipSync(sources, how) };
}

/** Has real Django make its tables, and the demo project those of its own. */
function firstDatabase(code: Zippable, { python }: PythonCompiler): Uint8Array {
  for (const [path, bytes] of Object.entries(code)) {
    const place = `${SITE_PACKAGES}/${path}`;
    python.FS.mkdirTree(place.slice(0, place.lastIndexOf('/')));
    python.FS.writeFile(place, bytes as Uint8Array);
  }
  const made: string = python.runPython(
    `import sys; sys.path.insert(0, '${SITE_PACKAGES}')\nfrom beside import site\nsite.make_database()`,
  );
  return python.FS.readFile(made) as Uint8Array;
}
