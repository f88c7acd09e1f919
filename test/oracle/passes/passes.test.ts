import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changesOf, passesText } from './command.ts';
import type { Passes } from './count.ts';

/** Counts the cases of some suites in a process whose runtime reports its calls. */
function count(...suites: string[]): Passes {
  const url = (path: string) => JSON.stringify(join(import.meta.dirname, path));
  const program = `import { countPasses } from ${url('count.ts')}; console.log(JSON.stringify(await countPasses(${JSON.stringify(suites)})));`;
  const register = join(import.meta.dirname, '../../../src/trace/register.ts');
  const args = ['--import', register, '--input-type=module', '--eval', program];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ) as Passes;
}

it('counts the cases that pass through a function, a method and its class, once each', () => {
  const { cases, passes } = count('django-dates', 'django-etags');
  expect(cases).toBe(100);
  expect(passes['django.utils.http:quote_etag']).toBeGreaterThan(5);
  expect(passes['django.utils.http:quote_etag']).toBeLessThan(50);
  expect(passes['django.core.handlers.base:BaseHandler']).toBe(0);
  for (const number of Object.values(passes)) expect(number).toBeLessThanOrEqual(cases);
});

it('takes the calls of a traced case from its recording', () => {
  const { cases, passes } = count('django-journey');
  expect(cases).toBe(1);
  expect(passes['django.core.handlers.base:BaseHandler.get_response']).toBe(1);
  expect(passes['django.core.handlers.base:BaseHandler']).toBe(1);
});

it('is committed a name a line, and a change is told in words', () => {
  const one = { cases: 1, passes: { 'a:b': 1, 'a:c': 0 } };
  expect(passesText(one)).toBe('{"cases":1,"passes":{\n"a:b":1,\n"a:c":0\n}}\n');
  expect(JSON.parse(passesText(one))).toEqual(one);
  expect(changesOf(one, { cases: 2, passes: { 'a:b': 2, 'a:d': 0 } })).toEqual([
    'cases: 1 -> 2',
    'a:b: 1 -> 2',
    'a:c: 0 -> no tag',
    'a:d: no tag -> 0',
  ]);
});
