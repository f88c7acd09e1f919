import { beforeEach, expect, test } from 'vitest';
import { ENVIRONMENT_VARIABLE, freshSettings, settings } from '#runtime/django/conf';
import { settingChanged } from '#runtime/django/core/signals';
import { overrideSettings } from '#runtime/django/test/utils';
import { registerModule } from '#runtime/django/utils/module-loading';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';

beforeEach(() => {
  startProcess();
});

test('without a module or a call of configure there are no settings', () => {
  expect(() => settings.DEBUG).toThrow(
    'Requested setting DEBUG, but settings are not configured. You must either define the environment variable DJANGO_SETTINGS_MODULE or call settings.configure() before accessing settings.',
  );
});

test('a settings module runs at the first access, and its values are copied then', () => {
  const module = { DEBUG: true, SECRET_KEY: 'x', lower: 'ignored' };
  let runs = 0;
  registerModule('site.settings', () => {
    runs += 1;
    return module;
  });
  environ()[ENVIRONMENT_VARIABLE] = 'site.settings';
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
  expect(() => settings.ROOT_URLCONF).toThrow("'Settings' object has no attribute 'ROOT_URLCONF'");
});

test('a settings module needs a secret key, and lists where lists belong', () => {
  environ()[ENVIRONMENT_VARIABLE] = 'bad.settings';
  registerModule('bad.settings', { DEBUG: true });
  expect(() => settings.DEBUG).toThrow('The SECRET_KEY setting must not be empty.');
  registerModule('bad.settings', { SECRET_KEY: 'x', INSTALLED_APPS: 'polls' });
  expect(() => settings.DEBUG).toThrow('The INSTALLED_APPS setting must be a list or a tuple. ');
});

test('configured settings fall back to the defaults, of which some have none', () => {
  settings.configure({ DEBUG: true });
  expect([settings.DEBUG, settings.DEFAULT_CHARSET]).toEqual([true, 'utf-8']);
  expect(() => settings.ROOT_URLCONF).toThrow(
    "module 'django.conf.global_settings' has no attribute 'ROOT_URLCONF'",
  );
  expect([settings.isOverridden('DEBUG'), settings.isOverridden('APPEND_SLASH')]).toEqual([
    true,
    false,
  ]);
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
