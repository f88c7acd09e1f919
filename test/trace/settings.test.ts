import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const urlOf = (path: string) =>
  JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../src', path)).href);

const PROGRAM = `
import { traceModules } from ${urlOf('trace/node-loader.ts')};
import { recordCalls } from ${urlOf('trace/calls.ts')};
traceModules(new URL(${urlOf('runtime/')}));
const { settings } = await import(${urlOf('runtime/django/conf.ts')});
const { defineModule } = await import(${urlOf('runtime/importlib.ts')});
const { environ } = await import(${urlOf('runtime/os.ts')});
defineModule('mysite.settings', { SECRET_KEY: 'x' });
environ()['DJANGO_SETTINGS_MODULE'] = 'mysite.settings';
const { calls } = recordCalls(() => [settings.SECRET_KEY, settings.DEBUG, settings.SECRET_KEY]);
console.log(JSON.stringify(calls.map(({ name }) => name)));
`;

it('settings are set up once, by the first one that is read', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const calls = (JSON.parse(stdout) as string[]).filter((name) => /LazySettings/.test(name));
  expect(calls).toEqual([
    'django.conf:LazySettings.__getattr__',
    'django.conf:LazySettings._setup',
    'django.conf:LazySettings.__getattr__',
    'django.conf:LazySettings.__getattr__',
  ]);
});
