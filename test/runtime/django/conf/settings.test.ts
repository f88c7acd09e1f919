import { beforeEach, describe, expect, test } from 'vitest';
import {
  ENVIRONMENT_VARIABLE,
  freshSettings,
  overlaySettings,
  readSetting,
  settings,
} from '#runtime/django/conf';
import { settingChanged } from '#runtime/django/core/signals';
import { overrideSettings } from '#runtime/django/test/utils';
import { registerModule } from '#runtime/django/utils/module-loading';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { repr } from '#runtime/repr';
import { catchWarnings } from '#runtime/warnings';

beforeEach(() => {
  startProcess();
});

const warnings = (body: () => void) => catchWarnings(body).map(String);

function useModule(body: object): void {
  registerModule('site.settings', body);
  environ()[ENVIRONMENT_VARIABLE] = 'site.settings';
}

describe('without a module or a call of configure', () => {
  const refusal = (wanted: string) =>
    `Requested ${wanted}, but settings are not configured. You must either define the environment variable DJANGO_SETTINGS_MODULE or call settings.configure() before accessing settings.`;

  test('nothing can be read, asked, set or deleted', () => {
    expect(() => settings.DEBUG).toThrow(refusal('setting DEBUG'));
    expect(() => settings.isOverridden('DEBUG')).toThrow(refusal('setting is_overridden'));
    expect(() => (settings.DEBUG = true)).toThrow(refusal('settings'));
    expect(() => settings.__delattr__('DEBUG')).toThrow(refusal('settings'));
    expect(() => settings.__dir__()).toThrow(refusal('settings'));
    expect(() => 'DEBUG' in settings).toThrow(refusal('setting DEBUG'));
    expect(String(settings)).toBe('<LazySettings [Unevaluated]>');
  });

  test('to show them reads nothing', () => {
    expect(repr(settings)).toBe('<LazySettings [Unevaluated]>');
    expect(settings.configured).toBe(false);
  });

  test('an empty variable counts as none', () => {
    environ()[ENVIRONMENT_VARIABLE] = '';
    expect(() => settings.DEBUG).toThrow(refusal('setting DEBUG'));
  });
});

describe('a settings module', () => {
  test('runs at the first access, and its values are copied then', () => {
    const module = { DEBUG: true, SECRET_KEY: 'x', lower: 'ignored' };
    let runs = 0;
    useModule(() => {
      runs += 1;
      return module;
    });
    expect([settings.configured, runs]).toEqual([false, 0]);
    expect([settings.DEBUG, settings.APPEND_SLASH, settings.configured, runs]).toEqual([
      true,
      true,
      true,
      1,
    ]);
    module.DEBUG = false;
    expect(settings.DEBUG).toBe(true);
    expect(() => settings.configure()).toThrow('Settings already configured.');
    expect(() => settings.ROOT_URLCONF).toThrow(
      "'Settings' object has no attribute 'ROOT_URLCONF'",
    );
    expect([String(settings), settings.SETTINGS_MODULE]).toEqual([
      '<LazySettings "site.settings">',
      'site.settings',
    ]);
  });

  test('gives what is written in capitals, whatever else is in the name', () => {
    useModule({ SECRET_KEY: 'x', _A1: 1, É: 2, Mixed: 3, _1: 4 });
    expect([settings['_A1'], settings['É']]).toEqual([1, 2]);
    expect(settings.__dir__().filter((name) => /^(_|É|Mixed)/.test(name))).toEqual(['_A1', 'É']);
  });

  test('overrides what it names; what is set later does not count', () => {
    useModule({ SECRET_KEY: 'x', DEBUG: true });
    settings.APPEND_SLASH = false;
    expect(settings.APPEND_SLASH).toBe(false);
    expect(['DEBUG', 'APPEND_SLASH'].map((name) => settings.isOverridden(name))).toEqual([
      true,
      false,
    ]);
  });

  test('can lose a setting, default and all', () => {
    useModule({ SECRET_KEY: 'x', DEBUG: true });
    settings.__delattr__('DEBUG');
    expect(() => settings.DEBUG).toThrow("'Settings' object has no attribute 'DEBUG'");
    expect(['DEBUG' in settings, settings.isOverridden('DEBUG')]).toEqual([false, true]);
    expect(() => settings.__delattr__('NOPE')).toThrow("'Settings' object has no attribute 'NOPE'");
  });

  test('needs a secret key, and lists where lists belong', () => {
    useModule({ DEBUG: true });
    expect(() => settings.DEBUG).toThrow('The SECRET_KEY setting must not be empty.');
    useModule({ SECRET_KEY: 'x', LOCALE_PATHS: 'x', INSTALLED_APPS: 'polls' });
    expect(() => settings.DEBUG).toThrow('The INSTALLED_APPS setting must be a list or a tuple. ');
    expect(settings.configured).toBe(false);
  });

  test('moves the process to its time zone, if there is such a zone', () => {
    useModule({ SECRET_KEY: 'x' });
    void settings.DEBUG;
    expect(environ()['TZ']).toBe('America/Chicago');
    startProcess();
    useModule({ SECRET_KEY: 'x', TIME_ZONE: 'US/Central' });
    void settings.DEBUG;
    expect(environ()['TZ']).toBe('US/Central');
    for (const TIME_ZONE of ['Nowhere/Land', 'europe/zurich', '+01:00']) {
      startProcess();
      useModule({ SECRET_KEY: 'x', TIME_ZONE });
      expect(() => settings.DEBUG).toThrow(`Incorrect timezone setting: ${TIME_ZONE}`);
    }
    startProcess();
    useModule({ SECRET_KEY: 'x', TIME_ZONE: null });
    expect([settings.TIME_ZONE, 'TZ' in environ()]).toEqual([null, false]);
  });

  test('that cannot be imported fails as an import does, at every access', () => {
    environ()[ENVIRONMENT_VARIABLE] = 'no.such';
    expect(() => settings.DEBUG).toThrow("No module named 'no'");
    useModule(() => {
      throw new RangeError('in the body');
    });
    expect(() => settings.DEBUG).toThrow('in the body');
    expect(() => settings.DEBUG).toThrow('in the body');
  });
});

describe('configured settings', () => {
  test('fall back to the defaults, of which some have none', () => {
    settings.configure({ DEBUG: true });
    expect([settings.DEBUG, settings.DEFAULT_CHARSET]).toEqual([true, 'utf-8']);
    expect(() => settings.ROOT_URLCONF).toThrow(
      "module 'django.conf.global_settings' has no attribute 'ROOT_URLCONF'",
    );
    expect([settings.isOverridden('DEBUG'), settings.isOverridden('APPEND_SLASH')]).toEqual([
      true,
      false,
    ]);
    expect([settings.SETTINGS_MODULE, String(settings)]).toEqual([null, '<LazySettings "None">']);
    expect(settings.__dir__()).not.toContain('SETTINGS_MODULE');
  });

  test('can lose a setting until it is set again', () => {
    settings.configure();
    settings.__delattr__('APPEND_SLASH');
    settings.__delattr__('APPEND_SLASH');
    expect(() => settings.APPEND_SLASH).toThrow(/^$/);
    expect(settings.isOverridden('APPEND_SLASH')).toBe(true);
    expect(settings.__dir__()).not.toContain('APPEND_SLASH');
    settings.APPEND_SLASH = false;
    expect([settings.APPEND_SLASH, settings.__dir__().includes('APPEND_SLASH')]).toEqual([
      false,
      true,
    ]);
  });

  test('can stand on defaults of another kind, which then answer alone', () => {
    class Defaults {
      A = 1;
      isOverridden = (name: string) => name === 'A';
    }
    class Static {
      own = 1;
    }
    const missing = (defaultSettings: object) => {
      startProcess();
      settings.configure({ B: 2 }, { defaultSettings });
      try {
        return settings['C'];
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect([missing(new Defaults()), missing(Static), missing({})]).toEqual([
      "'Defaults' object has no attribute 'C'",
      "type object 'Static' has no attribute 'C'",
      "'types.SimpleNamespace' object has no attribute 'C'",
    ]);
    missing(new Defaults());
    expect([settings['A'], settings['B']]).toEqual([1, 2]);
    expect(['A', 'B', 'C'].map((name) => settings.isOverridden(name))).toEqual([true, true, false]);
  });

  test('stay as they were first read, until one is set or all are overridden', () => {
    const defaultSettings = { A: 1, B: 1 };
    settings.configure({}, { defaultSettings });
    const read = () => [settings['A'], settings['B']];
    read();
    defaultSettings.A = 2;
    expect(read()).toEqual([1, 1]);
    settings['B'] = 3;
    expect(read()).toEqual([1, 3]);
    overlaySettings({})();
    expect(read()).toEqual([2, 3]);
  });

  test('do not move the process to a time zone', () => {
    settings.configure({ TIME_ZONE: 'Nowhere/Land' });
    expect([settings.TIME_ZONE, 'TZ' in environ()]).toEqual(['Nowhere/Land', false]);
  });
});

describe('the two settings that 2.2 deprecates', () => {
  const contentType = 'RemovedInDjango30Warning: The DEFAULT_CONTENT_TYPE setting is deprecated.';
  const charset =
    'RemovedInDjango31Warning: The FILE_CHARSET setting is deprecated. Starting with Django 3.1, all files read from disk must be UTF-8 encoded.';
  const values = { DEFAULT_CONTENT_TYPE: 'text/plain', FILE_CHARSET: 'latin-1' };

  test('warn when they are made, in a module or by hand', () => {
    expect(warnings(() => settings.configure(values))).toEqual([contentType, charset]);
    expect(warnings(() => (settings.FILE_CHARSET = 'utf-8'))).toEqual([charset]);
    startProcess();
    useModule({ SECRET_KEY: 'x', ...values });
    expect(warnings(() => settings.DEBUG)).toEqual([contentType, charset]);
    expect(warnings(() => (settings.FILE_CHARSET = 'utf-8'))).toEqual([]);
  });

  test('warn whoever reads them but Django itself', () => {
    settings.configure();
    expect(warnings(() => settings.DEFAULT_CONTENT_TYPE)).toEqual([contentType]);
    expect(warnings(() => settings.FILE_CHARSET)).toEqual([charset]);
    expect(warnings(() => readSetting('DEFAULT_CONTENT_TYPE'))).toEqual([]);
  });
});

test('fresh settings forget what was configured before', () => {
  freshSettings({ DEBUG: true });
  freshSettings({ APPEND_SLASH: false });
  expect([settings.DEBUG, settings.APPEND_SLASH]).toEqual([false, false]);
});

test('overridden settings last as long as the body and announce both changes', () => {
  freshSettings({ DEBUG: false });
  const heard: unknown[] = [];
  settingChanged.connect(({ setting, value, enter }) => heard.push([setting, value, enter]));
  expect(overrideSettings({ DEBUG: true }, () => settings.DEBUG)).toBe(true);
  expect(settings.DEBUG).toBe(false);
  expect(heard).toEqual([
    ['DEBUG', true, true],
    ['DEBUG', false, false],
  ]);
});

test('settings laid over none are all that there is', () => {
  const restore = overlaySettings({ DEBUG: true });
  expect(settings.DEBUG).toBe(true);
  expect(() => settings.APPEND_SLASH).toThrow("'object' object has no attribute 'APPEND_SLASH'");
  restore();
  expect(settings.configured).toBe(false);
});
