import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { type BackendTemplate, Engine, engines } from '#runtime/django/template';
import type { TemplateSetting } from '#runtime/django/template/backends';
import { BaseEngine } from '#runtime/django/template/backends/base';
import type { DjangoTemplates } from '#runtime/django/template/backends/django';
import { EngineHandler } from '#runtime/django/template/engines';
import { overrideSettings } from '#runtime/django/test/utils';

const BACKEND = 'django.template.backends.django.DjangoTemplates';

beforeEach(() => {
  freshSettings();
});

function result(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe('the entries of TEMPLATES', () => {
  const names = (...entries: object[]) =>
    result(() => [...new EngineHandler(entries as TemplateSetting[])]);
  const invalid = (shown: string) =>
    `ImproperlyConfigured: Invalid BACKEND for a template engine: ${shown}. Check your TEMPLATES setting.`;

  test('are called after the module of their class, unless they have a name', () => {
    expect(names({ BACKEND }, { BACKEND: 'a.B' }, { BACKEND: 'a.b.C', NAME: 'mine' })).toEqual([
      'django',
      'a',
      'mine',
    ]);
  });

  test('name a class', () => {
    expect([
      names({}),
      names({ BACKEND: 'X' }),
      names({ BACKEND: 3 }),
      names({ BACKEND: null }),
    ]).toEqual([invalid('<not defined>'), invalid('X'), invalid('3'), invalid('None')]);
  });

  test('have names of which none is there twice', () => {
    expect(names({ BACKEND }, { BACKEND })).toBe(
      "ImproperlyConfigured: Template engine aliases aren't unique, duplicates: django. Set a unique NAME for each engine in settings.TEMPLATES.",
    );
  });

  test('are filled up with what they leave out', () => {
    expect(new EngineHandler([{ BACKEND }]).templates.get('django')).toEqual({
      BACKEND,
      NAME: 'django',
      DIRS: [],
      APP_DIRS: false,
      OPTIONS: {},
    });
  });

  test('may be the class itself, or an engine that is ready', () => {
    class Echo extends BaseEngine {
      override getTemplate(name: string): BackendTemplate {
        return { render: () => name };
      }
    }
    const ready = { name: 'ready', getTemplate: () => ({ render: () => 'same' }) };
    const handler = new EngineHandler([{ BACKEND: Echo as never }, ready]);
    expect([...handler]).toEqual(['Echo', 'ready']);
    expect(handler.get('ready')).toBe(ready);
  });
});

describe('an engine', () => {
  const make = (more: object) =>
    result(() => new EngineHandler([{ BACKEND, ...more }]).get('django').getTemplate('x'));

  test('is made when it is first asked for, once', () => {
    const handler = new EngineHandler([{ BACKEND }]);
    expect(handler.get('django')).toBe(handler.get('django'));
    expect(handler.all()).toEqual([handler.get('django')]);
    expect(result(() => handler.get('x'))).toBe(
      "InvalidTemplateEngineError: Could not find config for 'x' in settings.TEMPLATES",
    );
  });

  test('is refused what it does not understand', () => {
    expect([
      make({ FOO: 1, BAR: 2 }),
      make({ OPTIONS: { foo_bar: 1 } }),
      make({ APP_DIRS: true, OPTIONS: { loaders: [] } }),
      make({ OPTIONS: { loaders: [3] } }),
      make({ OPTIONS: { loaders: ['no.Loader'] } }),
      result(() => new EngineHandler([{ BACKEND: 'no.such.X' }]).all()),
    ]).toEqual([
      'ImproperlyConfigured: Unknown parameters: FOO, BAR',
      "TypeError: Engine.__init__() got an unexpected keyword argument 'foo_bar'",
      'ImproperlyConfigured: app_dirs must not be set when loaders is defined.',
      'ImproperlyConfigured: Invalid value in template loaders configuration: 3',
      "ModuleNotFoundError: No module named 'no'",
      "ModuleNotFoundError: No module named 'no'",
    ]);
  });

  test('takes DEBUG from the settings as it is made, and escapes unless told', () => {
    settings.DEBUG = true;
    const { engine } = new EngineHandler([{ BACKEND }]).get('django') as DjangoTemplates;
    expect([engine.debug, engine.autoescape, engine.loaders]).toEqual([
      true,
      true,
      ['django.template.loaders.filesystem.Loader'],
    ]);
  });

  test('has to say itself what all engines leave open', () => {
    const params = { NAME: 'n', DIRS: ['/a/b', '/c'], APP_DIRS: false };
    const base = new BaseEngine(params);
    const open = [
      () => new BaseEngine({ ...params, OPTIONS: {} } as never),
      () => base.getTemplate('x'),
      () => base.fromString('x'),
      () => new BaseEngine({ ...params, APP_DIRS: true }).templateDirs,
    ];
    expect(open.map(result)).toEqual([
      'ImproperlyConfigured: Unknown parameters: OPTIONS',
      'NotImplementedError: subclasses of BaseEngine must provide a get_template() method',
      'NotImplementedError: subclasses of BaseEngine should provide a from_string() method',
      "ImproperlyConfigured: BaseEngine doesn't support loading templates from installed applications.",
    ]);
    expect([
      ...base.iterTemplateFilenames('x/../y.html'),
      ...base.iterTemplateFilenames('../x'),
      ...base.iterTemplateFilenames('/c/z'),
    ]).toEqual(['/a/b/y.html', '/c/y.html', '/c/z']);
  });
});

test('the default engine is the first of Django’s kind', () => {
  settings.TEMPLATES = [
    { BACKEND, NAME: 'one' },
    { BACKEND, NAME: 'two' },
  ];
  expect(Engine.getDefault()).toBe((engines().get('one') as DjangoTemplates).engine);
  overrideSettings({ TEMPLATES: [] }, () => {
    expect(engines().all()).toEqual([]);
    expect(result(() => Engine.getDefault())).toBe(
      'ImproperlyConfigured: No DjangoTemplates backend is configured.',
    );
  });
  expect([...engines()]).toEqual(['one', 'two']);
});
