import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { globalSettings } from '#runtime/django/conf/global-settings';
import { isPlainObject } from '#runtime/objects';

const file = new URL('../../../golden/global-settings.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return Object.isFrozen(value) ? { tuple: items } : items;
  }
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]));
}

test('the defaults are those of Django 2.2.28, each of the 140', () => {
  expect(Object.keys(recorded)).toHaveLength(140);
  expect(plain(globalSettings)).toEqual(recorded);
});

test('managers are the admins where nobody says otherwise', () => {
  expect(globalSettings.MANAGERS).toBe(globalSettings.ADMINS);
});
