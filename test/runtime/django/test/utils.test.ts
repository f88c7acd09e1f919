import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { apps } from '#runtime/django/apps';
import { freshSettings, settings } from '#runtime/django/conf';
import { settingChanged } from '#runtime/django/core/signals';
import { modifySettings, overrideSettings } from '#runtime/django/test';
import { engines } from '#runtime/django/template/engines';
import { getAppTemplateDirs } from '#runtime/django/template/app-dirs';
import { MemoryFiles, setFiles } from '#runtime/files';
import { registerModule } from '#runtime/importlib';
import { catchWarnings } from '#runtime/warnings';

let heard: unknown[][];

beforeEach(() => {
  freshSettings({ MIDDLEWARE: ['a', 'b'], INSTALLED_APPS: ['first'] });
  registerModule('first', {}, { package: true, path: ['/first'] });
  registerModule('second', {}, { package: true, path: ['/second'] });
  heard = [];
  settingChanged.connect(
    ({ sender, setting, value, enter }) =>
      heard.push([(sender as { name: string }).name, setting, value, enter]),
    { weak: false },
  );
});

describe('overrideSettings', () => {
  test('changes settings for a body and tells about each change', () => {
    const inside = overrideSettings({ DEBUG: true, NEW: 1 }, () => [
      settings.DEBUG,
      settings['NEW'],
    ]);
    expect(inside).toEqual([true, 1]);
    expect('NEW' in settings).toBe(false);
    expect(heard).toEqual([
      ['UserSettingsHolder', 'DEBUG', true, true],
      ['UserSettingsHolder', 'NEW', 1, true],
      ['UserSettingsHolder', 'DEBUG', false, false],
      ['UserSettingsHolder', 'NEW', null, false],
    ]);
  });

  test('puts all back where a receiver fails, and throws its error', () => {
    const failing = ({ setting, enter }: { setting: string; enter: boolean }) => {
      if (enter && setting === 'B') throw new RangeError('boom');
    };
    settingChanged.connect(failing);
    expect(() => overrideSettings({ A: 1, B: 2, C: 3 }).enable()).toThrow('boom');
    expect('A' in settings).toBe(false);
    expect(heard.map(([, setting, , enter]) => `${String(setting)} ${String(enter)}`)).toEqual([
      'A true',
      'B true',
      'A false',
      'B false',
      'C false',
    ]);
  });

  test('throws what a receiver threw at the end, once all have heard it', () => {
    const failing = ({ enter }: { enter: boolean }) => {
      if (!enter) throw new RangeError('out');
    };
    settingChanged.connect(failing);
    expect(() => overrideSettings({ A: 1, B: 2 }, () => {})).toThrow('out');
    expect(heard).toHaveLength(4);
  });

  test('wraps a function, which keeps its name', () => {
    const debug = overrideSettings({ DEBUG: true }).decorate(function debug() {
      return settings.DEBUG;
    });
    expect([debug(), debug.name, settings.DEBUG]).toEqual([true, 'debug', false]);
  });

  test('installs other applications, and goes back even where that fails', () => {
    setup();
    const labels = () => apps.getAppConfigs().map(({ label }) => label);
    expect(overrideSettings({ INSTALLED_APPS: ['second', 'first'] }, labels)).toEqual([
      'second',
      'first',
    ]);
    expect(labels()).toEqual(['first']);
    expect(() => overrideSettings({ INSTALLED_APPS: ['nope'] }).enable()).toThrow(
      "No module named 'nope'",
    );
    expect([labels(), settings.INSTALLED_APPS]).toEqual([['first'], ['first']]);
  });

  test('has template engines and their folders looked up anew', () => {
    setup();
    setFiles(new MemoryFiles({ '/first/templates/a': '', '/second/templates/a': '' }));
    const before = engines();
    expect(getAppTemplateDirs('templates')).toEqual(['/first/templates']);
    overrideSettings({ INSTALLED_APPS: ['second'] }, () => {
      expect(getAppTemplateDirs('templates')).toEqual(['/second/templates']);
      expect(engines()).not.toBe(before);
    });
    const between = engines();
    overrideSettings({ APPEND_SLASH: false }, () => expect(engines()).toBe(between));
  });

  test('warns of settings that cannot be changed without surprises', () => {
    const warnings = catchWarnings(() => overrideSettings({ DATABASES: {} }, () => {}));
    expect(warnings.map(String)).toEqual([
      'UserWarning: Overriding setting DATABASES can lead to unexpected behavior.',
    ]);
  });
});

describe('modifySettings', () => {
  test('adds to lists and takes away, each thing once', () => {
    const changes = { append: ['b', 'c'], prepend: 'z', remove: ['a'] };
    expect(modifySettings({ MIDDLEWARE: changes }, () => settings.MIDDLEWARE)).toEqual([
      'z',
      'b',
      'c',
    ]);
    expect(modifySettings({ NOPE: { append: 'x' } }, () => settings['NOPE'])).toEqual(['x']);
    expect(settings.MIDDLEWARE).toEqual(['a', 'b']);
  });

  test('can do nothing else', () => {
    const odd = { MIDDLEWARE: { replace: 'x' } as object };
    expect(() => modifySettings(odd).enable()).toThrow('Unsupported action: replace');
  });
});
