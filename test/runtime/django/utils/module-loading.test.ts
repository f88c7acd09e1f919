import { beforeEach, expect, test } from 'vitest';
import { importModule, importString, registerModule } from '#runtime/django/utils/module-loading';
import { startProcess } from '#runtime/process';

beforeEach(() => {
  startProcess();
});

test('a module body runs at the first import, once in each process', () => {
  let runs = 0;
  registerModule('lazy.module', () => ({ run: (runs += 1) }));
  expect(runs).toBe(0);
  expect(importModule('lazy.module')).toBe(importModule('lazy.module'));
  expect(importString('lazy.module.run')).toBe(1);
  startProcess();
  expect(importString('lazy.module.run')).toBe(2);
});

test('the first part that is missing is named', () => {
  registerModule('package.module', {});
  expect(() => importModule('package.other.deep')).toThrow("No module named 'package.other'");
  expect(() => importString('nowhere.thing')).toThrow("No module named 'nowhere'");
});
