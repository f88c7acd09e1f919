import { beforeEach, describe, expect, test } from 'vitest';
import {
  attributeOf,
  importFrom,
  importModule,
  isImported,
  loadModule,
  Module,
  moduleOf,
  ModuleNotFoundError,
  registerModule,
  unregisterModule,
} from '#runtime/importlib';
import { startProcess } from '#runtime/process';
import { repr } from '#runtime/repr';

beforeEach(() => {
  startProcess();
});

describe('an import', () => {
  test('runs the bodies of the packages around a module first, each once', () => {
    const order: string[] = [];
    for (const name of ['polls', 'polls.admin', 'polls.admin.site']) {
      registerModule(name, () => void order.push(name));
    }
    importModule('polls.admin.site');
    importModule('polls.admin');
    expect(order).toEqual(['polls', 'polls.admin', 'polls.admin.site']);
  });

  test('finds no module that was taken away, but keeps one that it had found', () => {
    registerModule('gone', { value: 1 });
    const found = importModule('gone');
    unregisterModule('gone');
    expect(importModule('gone')).toBe(found);
    startProcess();
    expect(() => importModule('gone')).toThrow("No module named 'gone'");
  });

  test('of a name that is no absolute one is refused', () => {
    expect(() => importModule('')).toThrow('Empty module name');
    expect(() => importModule('.views')).toThrow(
      "the 'package' argument is required to perform a relative import for '.views'",
    );
  });

  test('says which part is missing, and where that is because a part is no package', () => {
    registerModule('plain', {});
    registerModule('package', {});
    registerModule('package.module', {});
    const message = (name: string) => {
      try {
        importModule(name);
        return null;
      } catch (error) {
        expect(error).toBeInstanceOf(ModuleNotFoundError);
        return (error as Error).message;
      }
    };
    expect([
      message('nowhere.thing'),
      message('plain.b'),
      message('package.b'),
      message('package.module.c.d'),
      message('package..module'),
    ]).toEqual([
      "No module named 'nowhere'",
      "No module named 'plain.b'; 'plain' is not a package",
      "No module named 'package.b'",
      "No module named 'package.module.c'; 'package.module' is not a package",
      "No module named 'package.'",
    ]);
  });

  test('that fails is forgotten and tried again, but not the packages around it', () => {
    const order: string[] = [];
    registerModule('shop', () => void order.push('shop'));
    registerModule('shop.broken', () => {
      order.push('shop.broken');
      throw new SyntaxError('broken');
    });
    expect(() => importModule('shop.broken')).toThrow('broken');
    expect([isImported('shop'), isImported('shop.broken')]).toEqual([true, false]);
    expect(() => importModule('shop.broken')).toThrow('broken');
    expect(order).toEqual(['shop', 'shop.broken', 'shop.broken']);
  });

  test('makes a package of folders that have no body', () => {
    registerModule('loose.module', { x: 1 });
    const loose = loadModule('loose');
    expect([loose.__file__, loose.__path__]).toEqual([null, ['/loose']]);
    expect(importFrom('loose', 'module')).toBe(importModule('loose.module'));
    expect(() => importFrom('loose', 'other')).toThrow(
      "cannot import name 'other' from 'loose' (unknown location)",
    );
  });
});

describe('a circular import', () => {
  test('sees what the other module has defined so far', () => {
    registerModule('ring.one', (module) => {
      module['early'] = 1;
      importModule('ring.two');
      module['late'] = 2;
    });
    registerModule('ring.two', () => ({
      early: importFrom('ring.one', 'early'),
      late: Object.hasOwn(importModule('ring.one'), 'late'),
    }));
    importModule('ring.one');
    expect({ ...importModule('ring.two') }).toEqual({ early: 1, late: false });
  });

  test('that wants a name too early says so', () => {
    registerModule('circle.one', () => {
      importModule('circle.two');
      return { value: 1 };
    });
    registerModule('circle.two', () => ({ value: importFrom('circle.one', 'value') }));
    expect(() => importModule('circle.one')).toThrow(
      "cannot import name 'value' from partially initialized module 'circle.one' (most likely due to a circular import) (/circle/one.py)",
    );
    registerModule('circle.two', () => ({
      value: attributeOf(loadModule('circle.one'), 'value'),
    }));
    expect(() => importModule('circle.one')).toThrow(
      "partially initialized module 'circle.one' has no attribute 'value' (most likely due to a circular import)",
    );
  });
});

describe('a module', () => {
  test('knows where it lies, and shows it', () => {
    registerModule('polls', {});
    registerModule('polls.views', {});
    registerModule('elsewhere', {}, { file: '/opt/elsewhere/__init__.py', package: true });
    expect(['polls', 'polls.views', 'elsewhere'].map((name) => repr(loadModule(name)))).toEqual([
      "<module 'polls' from '/polls/__init__.py'>",
      "<module 'polls.views' from '/polls/views.py'>",
      "<module 'elsewhere' from '/opt/elsewhere/__init__.py'>",
    ]);
    expect(loadModule('elsewhere').__path__).toEqual(['/opt/elsewhere']);
    expect(loadModule('polls.views').__path__).toBeNull();
  });

  test('has what it defines, its submodules, and functions by their Python names too', () => {
    const csrfFailure = () => null;
    registerModule('site.views', { csrfFailure, plain_name: 1 });
    registerModule('site', {});
    const views = loadModule('site.views');
    expect(views).toBeInstanceOf(Module);
    expect(attributeOf(views, 'csrf_failure')).toBe(csrfFailure);
    expect(attributeOf(views, 'plain_name')).toBe(1);
    expect(attributeOf(loadModule('site'), 'views')).toBe(views);
    expect(() => attributeOf(views, 'nothing')).toThrow(
      "module 'site.views' has no attribute 'nothing'",
    );
  });

  test('is the home of the functions that it was the first to define', () => {
    const view = () => null;
    registerModule('home.first', { view });
    registerModule('home.second', { view });
    importModule('home.first');
    importModule('home.second');
    expect([moduleOf(view), moduleOf(() => null)]).toEqual(['home.first', '__main__']);
  });
});
