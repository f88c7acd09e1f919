import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { freshSettings } from '#runtime/django/conf';
import {
  autodiscoverModules,
  importModule,
  importString,
  moduleHasSubmodule,
  registerModule,
} from '#runtime/django/utils/module-loading';
import { loadModule } from '#runtime/importlib';
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

test('a dotted path that leads to nothing says what is wrong with it', () => {
  expect(() => importString('plain')).toThrow("plain doesn't look like a module path");
  expect(() => importString('package.module.thing')).toThrow(
    'Module "package.module" does not define a "thing" attribute/class',
  );
  expect(() => importString('package.module.a.b')).toThrow(
    "No module named 'package.module.a'; 'package.module' is not a package",
  );
  expect(() => importString('.thing')).toThrow('Empty module name');
});

test('a package has the modules in it, imported or not; what is no package has none', () => {
  registerModule('whole', {});
  registerModule('whole.part', () => {
    throw new Error('never run');
  });
  const has = (name: string) => moduleHasSubmodule(loadModule('whole'), name);
  expect([has('part'), has('other')]).toEqual([true, false]);
  registerModule('single', {});
  expect(moduleHasSubmodule(loadModule('single'), 'part')).toBe(false);
});

describe('autodiscover_modules', () => {
  const site = { _registry: new Map<string, string>() };

  beforeEach(() => {
    site._registry = new Map();
    registerModule('one', {});
    registerModule('one.admin', () => void site._registry.set('one', 'admin'));
    registerModule('two', {}, { package: true });
    freshSettings({ INSTALLED_APPS: ['one', 'two'] });
    setup();
  });

  test('imports the module of each application that has one', () => {
    autodiscoverModules(['admin', 'receivers'], { registerTo: site });
    expect([...site._registry]).toEqual([['one', 'admin']]);
  });

  test('raises what a module that is there raises, and undoes what it had registered', () => {
    registerModule('two.admin', () => {
      site._registry.set('two', 'half');
      loadModule('no_such_library');
    });
    expect(() => autodiscoverModules(['admin'], { registerTo: site })).toThrow(
      "No module named 'no_such_library'",
    );
    expect([...site._registry.keys()]).toEqual(['one']);
  });
});
