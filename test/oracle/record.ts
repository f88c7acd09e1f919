/**
 * Real Python as the judge of wsgiref: CPython in Pyodide runs `record.py` over cases.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { cutNetwork } from '#doctest/python/no-network';
import { type Out, type Recorder, recordingOf, type Versions } from './model.ts';

const HOME = '/oracle';

function sources(): Record<string, string> {
  const folder = import.meta.dirname;
  const names = readdirSync(join(folder, 'python')).filter((name) => name.endsWith('.py'));
  const paths = ['record.py', ...names.map((name) => `python/${name}`)];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Starts CPython, which takes some seconds, with the recorder in it and without a network. */
export async function startRecorder(): Promise<Recorder> {
  cutNetwork();
  const python = await loadPyodide({ env: { HOME, PYTHONHASHSEED: '0', TZ: 'UTC' } });
  python.FS.mkdirTree(`${HOME}/python`);
  for (const [path, text] of Object.entries(sources())) {
    python.FS.writeFile(`${HOME}/${path}`, text);
  }
  const record = python.runPython(
    `import sys; sys.path.insert(0, '${HOME}')\nfrom record import record; record`,
  ) as (text: string) => string;
  return ({ suite, cases }) =>
    recordingOf(
      { suite, cases },
      JSON.parse(record(JSON.stringify({ suite, cases }))) as Versions & { outs: Out[] },
    );
}
