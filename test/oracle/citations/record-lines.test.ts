import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf } from '../../../src/models/definition.ts';
import { recordLines } from './record-lines.ts';

const django = join(import.meta.dirname, '../../models/fixture');
const LINE = 'django/greeting/words.py:19';
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lines-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const record = (lines: string[], write = true, roots = { django }) =>
  recordLines(lines, join(folder, 'lines.txt'), roots, write);

it('records a cited line by the hash of its text, and shows the text of a new one', () => {
  expect(record([LINE])).toEqual({ changes: [`new: ${LINE}  def say(self):`], failures: [] });
  expect(readFileSync(join(folder, 'lines.txt'), 'utf8')).toBe(
    `${LINE} ${hashOf('def say(self):')}\n`,
  );
  expect(record([LINE])).toEqual({ changes: [], failures: [] });
  expect(record([])).toEqual({ changes: [`no longer cited: ${LINE}`], failures: [] });
});

it('refuses a line on which nothing stands', () => {
  const { failures } = record(['django/greeting/words.py:2', 'django/nowhere.py:1']);
  expect(failures).toEqual([
    'django/greeting/words.py:2 is cited, but there is nothing on that line.',
    'django/nowhere.py:1 is cited, but there is nothing on that line.',
  ]);
});

it('leaves the lines of CPython as they are where that is not at hand', () => {
  const cited = 'cpython/Lib/greeting/words.py:19';
  const withCPython = { django, cpython: join(django, 'django') };
  expect(record([cited], true, withCPython).changes).toEqual([`new: ${cited}  def say(self):`]);
  expect(record([cited])).toEqual({ changes: [], failures: [] });
});
