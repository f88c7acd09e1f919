import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the command does where no Python has Django. */
function runWithoutDjango(
  more: NodeJS.ProcessEnv,
  ...words: string[]
): { status: number | null; stdout: string } {
  const { CI: _, ...env } = process.env;
  const asked = words.length > 0 ? words : ['django-dates'];
  return spawnSync(process.execPath, [join(import.meta.dirname, 'oracle.ts'), ...asked], {
    encoding: 'utf8',
    env: { ...env, ORACLE_PYTHON: '/nowhere', ...more },
  });
}

describe('a judge that is not at hand', () => {
  it('is named in one line, with the suites it leaves out', () => {
    const { status, stdout } = runWithoutDjango({});
    expect(stdout).toBe(
      'oracle: not recorded: django-dates; ORACLE_PYTHON names /nowhere, which is no CPython 3.6 to 3.11\n' +
        'oracle: real Python does what is recorded, as far as it was asked\n',
    );
    expect(status).toBe(0);
  });

  it('leaves the places of names out too', () => {
    expect(runWithoutDjango({}, 'places').stdout).toMatch(/^oracle: not recorded: places; ORACLE/);
    expect(runWithoutDjango({ CI: 'true' }, 'places').status).toBe(1);
  });

  it('is a failure in CI', () => {
    expect(runWithoutDjango({ CI: 'true' }).status).toBe(1);
  });
});
