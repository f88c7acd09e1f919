import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { JudgeMissingError } from '../judge-missing-error.ts';
import { findPythons } from './find-python.ts';
import { installDjango } from './installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'oracle-python-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A program that says it is this Python; its pip does what the shell line does. */
function fakePython(name: string, version: number, pip = 'exit 1'): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = -c ]; then echo ${version}; exit; fi\n${pip}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('finding a Python', () => {
  it('takes the one that the variable names, and no other', () => {
    const python = fakePython('named', 308);
    expect(findPythons({ ORACLE_PYTHON: python, PATH: folder })).toEqual([python]);
  });

  it('takes what is on the path, the newest first', () => {
    const path = mkdtempSync(join(folder, 'path-'));
    for (const [name, version] of [
      ['python3', 309],
      ['python3.10', 310],
      ['python', 312],
    ] as const) {
      renameSync(fakePython(name, version), join(path, name));
    }
    expect(findPythons({ PATH: path, PYENV_ROOT: path })).toEqual(['python3.10', 'python3']);
  });

  it('says in a sentence that the named one does not do', () => {
    const python = fakePython('new', 312);
    expect(() => findPythons({ ORACLE_PYTHON: python })).toThrow(
      new JudgeMissingError(`ORACLE_PYTHON names ${python}, which is no CPython 3.6 to 3.11`),
    );
  });

  it('says in a sentence that there is none and how to get one', () => {
    expect(() => findPythons({ PATH: '/nowhere', PYENV_ROOT: '/nowhere' })).toThrow(
      new JudgeMissingError(
        'there is no CPython 3.6 to 3.11; install one, or name it in ORACLE_PYTHON',
      ),
    );
  });
});

describe('fetching Django', () => {
  const FAILING = 'echo "ERROR: No matching distribution" >&2; exit 1';
  const WORKING = 'while [ "$1" != --target ]; do shift; done; touch "$2/django"';

  it('says in a sentence why pip cannot, and leaves nothing behind', () => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    const python = fakePython('offline', 311, FAILING);
    expect(() => installDjango({ ORACLE_PYTHON: python }, cache)).toThrow(
      new JudgeMissingError(
        'pip cannot fetch Django 2.2.28 (ERROR: No matching distribution); point pip at an index that has it, then run this again',
      ),
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  it('is done once', () => {
    const cache = mkdtempSync(join(folder, 'cache-'));
    const first = installDjango(
      { ORACLE_PYTHON: fakePython('online', 311, WORKING), PATH: '/bin:/usr/bin' },
      cache,
    );
    expect(readdirSync(first.packages)).toEqual(['django']);
    const python = fakePython('later', 311, FAILING);
    const second = installDjango({ ORACLE_PYTHON: python }, cache);
    expect(second).toEqual({ python, packages: first.packages });
  });
});
