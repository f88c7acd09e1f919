import { beforeEach, describe, expect, test } from 'vitest';
import { AppConfig } from '#runtime/django/apps';
import { type ModulePlace, registerModule } from '#runtime/importlib';
import { startProcess } from '#runtime/process';
import { repr } from '#runtime/repr';

beforeEach(() => {
  startProcess();
});

class PollsConfig extends AppConfig {
  static override readonly appName = 'polls';
  static override readonly verboseName = 'The polls';
}
class Alt extends PollsConfig {
  static override readonly label = 'alt';
}
class NoName extends AppConfig {
  override ready(): void {}
}
class Wrong extends AppConfig {
  static override readonly appName = 'nope.app';
}
class Thing {
  own = 1;
}

registerModule('polls', {});
registerModule('polls.apps', { AppConfig, PollsConfig, Alt, NoName, Wrong, Thing, value: 3 });
registerModule('shop', { default_app_config: 'shop.apps.Shop' });
registerModule('shop.apps', {
  Shop: class Shop extends AppConfig {
    static override readonly appName = 'shop';
  },
});

const created = (entry: unknown) => repr(AppConfig.create(entry));

function refusal(entry: unknown): string {
  try {
    return created(entry);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('an entry of INSTALLED_APPS', () => {
  test('names an application, or the class of its configuration', () => {
    expect(
      ['polls', 'polls.apps', 'polls.apps.PollsConfig', 'polls.apps.Alt'].map(created),
    ).toEqual(['<AppConfig: polls>', '<AppConfig: apps>', '<PollsConfig: polls>', '<Alt: alt>']);
  });

  test('names an application that names the class itself', () => {
    expect([created('shop'), created('shop.apps.Shop')]).toEqual(['<Shop: shop>', '<Shop: shop>']);
    registerModule('shop.wrong', { defaultAppConfig: 'shop.apps.Missing' });
    registerModule('shop.none', { default_app_config: 'shop' });
    registerModule('shop.number', { default_app_config: 3 });
    expect(['shop.wrong', 'shop.none', 'shop.number'].map(refusal)).toEqual([
      "AttributeError: module 'shop.apps' has no attribute 'Missing'",
      'ValueError: Empty module name',
      "AttributeError: 'int' object has no attribute 'rpartition'",
    ]);
  });

  test('that leads nowhere fails with the most telling of the errors', () => {
    const entries = [
      'nowhere',
      'nowhere.apps.X',
      'polls.nosuch.X',
      'polls.Nope',
      'shop.apps.X.Y',
      '',
      '.x',
    ];
    expect(entries.map(refusal)).toEqual([
      "ModuleNotFoundError: No module named 'nowhere'",
      "ModuleNotFoundError: No module named 'nowhere'",
      "ModuleNotFoundError: No module named 'polls.nosuch'",
      "ModuleNotFoundError: No module named 'polls.Nope'",
      "ModuleNotFoundError: No module named 'shop.apps.X'; 'shop.apps' is not a package",
      'ValueError: Empty module name',
      "TypeError: the 'package' argument is required to perform a relative import for '.x'",
    ]);
    expect([refusal(3), refusal(null)]).toEqual([
      "AttributeError: 'int' object has no attribute 'startswith'",
      "AttributeError: 'NoneType' object has no attribute 'startswith'",
    ]);
  });

  test('with a class that is not there lists the classes that are', () => {
    const choices = "Choices are: 'Alt', 'NoName', 'PollsConfig', 'Wrong'.";
    expect(['polls.apps.Polls', 'polls.apps.'].map(refusal)).toEqual([
      `ImproperlyConfigured: 'polls.apps' does not contain a class 'Polls'. ${choices}`,
      `ImproperlyConfigured: 'polls.apps' does not contain a class ''. ${choices}`,
    ]);
    registerModule('bare', {});
    registerModule('bare.apps', {});
    expect(refusal('bare.apps.X')).toBe(
      "ModuleNotFoundError: No module named 'bare.apps.X'; 'bare.apps' is not a package",
    );
  });

  test('with a class that will not do is refused', () => {
    const classes = ['NoName', 'Wrong', 'Thing', 'value'].map((name) => `polls.apps.${name}`);
    expect(classes.map(refusal)).toEqual([
      "ImproperlyConfigured: 'polls.apps.NoName' must supply a name attribute.",
      "ImproperlyConfigured: Cannot import 'nope.app'. Check that 'polls.apps.Wrong.name' is correct.",
      "ImproperlyConfigured: 'polls.apps.Thing' isn't a subclass of AppConfig.",
      'TypeError: issubclass() arg 1 must be a class',
    ]);
  });

  test('with an application that breaks shows what broke it', () => {
    registerModule('broken.inner', () => {
      throw new RangeError('in its body');
    });
    expect(() => AppConfig.create('broken.inner')).toThrow('in its body');
  });
});

describe('a configuration', () => {
  test('takes from its class what that says, and else derives it', () => {
    registerModule('deep', {});
    registerModule('deep.under_score', {});
    const described = (entry: string) => {
      const { name, label, verboseName, path, module, modelsModule, apps } =
        AppConfig.create(entry);
      return [name, label, verboseName, path, repr(module), modelsModule, apps];
    };
    expect(described('polls.apps.Alt')).toEqual([
      'polls',
      'alt',
      'The polls',
      '/polls',
      "<module 'polls' from '/polls/__init__.py'>",
      null,
      null,
    ]);
    expect(described('deep.under_score').slice(0, 4)).toEqual([
      'deep.under_score',
      'under_score',
      'Under_Score',
      '/deep',
    ]);
  });

  test('needs one place on the disk, unless its class names one', () => {
    const pathOf = (place: ModulePlace) => {
      registerModule('placed', {}, place);
      return refusal('placed').replace(
        '<AppConfig: placed>',
        () => AppConfig.create('placed').path,
      );
    };
    expect([
      pathOf({ file: '/srv/placed.py' }),
      pathOf({ file: '/placed.py' }),
      pathOf({ file: null, path: ['/a'] }),
      pathOf({ file: null, path: ['/a', '/a'] }),
      pathOf({ file: '/srv/x/__init__.py', path: ['/a', '/b'] }),
    ]).toEqual(['/srv', '/', '/a', '/a', '/srv/x']);
    const advice =
      "you must configure this app with an AppConfig subclass with a 'path' class attribute.";
    expect([pathOf({ file: null }), pathOf({ file: null, path: ['/a', '/b'] })]).toEqual([
      `ImproperlyConfigured: The app module <module 'placed'> has no filesystem location, ${advice}`,
      `ImproperlyConfigured: The app module <module 'placed' (namespace)> has multiple filesystem locations (['/a', '/b']); ${advice}`,
    ]);
    registerModule('placed.apps', {
      Placed: class extends AppConfig {
        static override readonly appName = 'placed';
        static override readonly path = '/here';
      },
    });
    expect(AppConfig.create('placed.apps.Placed').path).toBe('/here');
  });
});
