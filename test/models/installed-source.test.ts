import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InstalledSource, SourceMissingError } from '#models/installed-source';

const FIXTURE = join(import.meta.dirname, 'fixture');
let root: string;

beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'source-'))));
afterEach(() => rmSync(root, { recursive: true }));

it('is taken from the folder that DJANGO_SRC names, and from no other', () => {
  const source = InstalledSource.find(root, { DJANGO_SRC: FIXTURE });
  expect(source?.lines('django/greeting/words.py')?.[5]).toBe('class Greeting:');
  expect(source?.lines('django/greeting/nowhere.py')).toBeUndefined();
  expect(() => InstalledSource.find(root, { DJANGO_SRC: root })).toThrow(SourceMissingError);
});

it('is taken from where the oracle has fetched it, and may be nowhere', () => {
  expect(InstalledSource.find(root, {})).toBeUndefined();
  const package_ = join(root, '.cache/oracle/django-abc/django');
  mkdirSync(package_, { recursive: true });
  writeFileSync(join(package_, '__init__.py'), '');
  expect(InstalledSource.find(root, {})?.folder).toBe(join(root, '.cache/oracle/django-abc'));
});
