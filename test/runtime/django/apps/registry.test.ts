import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { AppConfig, apps } from '#runtime/django/apps';
import { Apps } from '#runtime/django/apps/registry';
import { freshSettings, settings } from '#runtime/django/conf';
import { loadModule, registerModule } from '#runtime/importlib';
import { startProcess } from '#runtime/process';
import { repr } from '#runtime/repr';

let order: string[] = [];

class Ready extends AppConfig {
  override ready(): void {
    order.push(`${this.label}.ready ${apps.appsReady} ${apps.modelsReady} ${apps.ready}`);
  }
}

function registerApp(name: string): void {
  registerModule(name, () => {
    order.push(name);
    return { default_app_config: `${name}.apps.Config` };
  });
  registerModule(`${name}.apps`, {
    Config: class extends Ready {
      static override readonly appName = name;
    },
  });
  registerModule(`${name}.models`, () => {
    order.push(`${name}.models ${apps.appsReady} ${apps.modelsReady}`);
  });
}

registerModule('plain', {});
registerModule('a', {});
registerModule('a.polls', {});

beforeEach(() => {
  order = [];
  startProcess();
});

const failure = (step: () => unknown) => {
  try {
    return repr(step());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

describe('the registry of the process', () => {
  test('is filled in three phases, each over all applications in their order', () => {
    registerApp('polls');
    registerApp('shop');
    freshSettings({ INSTALLED_APPS: ['polls', 'shop'] });
    setup();
    expect(order).toEqual([
      'polls',
      'shop',
      'polls.models true false',
      'shop.models true false',
      'polls.ready true true false',
      'shop.ready true true false',
    ]);
    expect([apps.ready, repr(apps.getAppConfigs())]).toEqual([
      true,
      '[<Config: polls>, <Config: shop>]',
    ]);
    expect(repr(apps.getAppConfig('polls').modelsModule)).toBe(
      "<module 'polls.models' from '/polls/models.py'>",
    );
  });

  test('is filled once in a process, however often Django is set up', () => {
    registerApp('polls');
    freshSettings({ INSTALLED_APPS: ['polls'] });
    setup();
    settings.INSTALLED_APPS = ['nowhere'];
    setup();
    expect(order.filter((step) => step.startsWith('polls.ready'))).toHaveLength(1);
    freshSettings();
    expect([apps.ready, apps.appConfigs.size]).toEqual([false, 0]);
  });

  test('answers nothing before it is filled, and says if that is for want of settings', () => {
    expect(failure(() => apps.getAppConfigs())).toContain(
      'ImproperlyConfigured: Requested setting INSTALLED_APPS, but settings are not configured.',
    );
    expect(failure(() => apps.checkModelsReady())).toBe(
      "AppRegistryNotReady: Models aren't loaded yet.",
    );
    freshSettings();
    const questions = [
      () => apps.checkAppsReady(),
      () => apps.getAppConfigs(),
      () => apps.getAppConfig('polls'),
      () => apps.isInstalled('polls'),
      () => apps.getContainingAppConfig('polls'),
    ];
    for (const question of questions) {
      expect(failure(question)).toBe("AppRegistryNotReady: Apps aren't loaded yet.");
    }
    expect(failure(() => apps.setInstalledApps([]))).toBe(
      "AppRegistryNotReady: App registry isn't ready yet.",
    );
    expect(failure(() => apps.unsetInstalledApps())).toBe('IndexError: pop from empty list');
  });

  test('cannot be filled while it is being filled', () => {
    registerModule('eager', { default_app_config: 'eager.apps.Config' });
    registerModule('eager.apps', {
      Config: class extends AppConfig {
        static override readonly appName = 'eager';
        override ready(): void {
          setup();
        }
      },
    });
    freshSettings({ INSTALLED_APPS: ['eager'] });
    expect(failure(setup)).toBe("RuntimeError: populate() isn't reentrant");
  });

  test('hides what went wrong at first from every later attempt', () => {
    registerModule('broken', () => {
      throw new SyntaxError('a typing error');
    });
    freshSettings({ INSTALLED_APPS: ['plain', 'broken'] });
    expect([failure(setup), failure(setup)]).toEqual([
      'SyntaxError: a typing error',
      "RuntimeError: populate() isn't reentrant",
    ]);
    expect([...apps.appConfigs.keys(), apps.appsReady]).toEqual(['plain', false]);
  });

  test('needs a list, and is lost without', () => {
    freshSettings();
    expect([failure(() => apps.populate()), failure(() => apps.populate([]))]).toEqual([
      "TypeError: 'NoneType' object is not iterable",
      "RuntimeError: populate() isn't reentrant",
    ]);
  });

  test('can be asked for applications while models are imported, not for models', () => {
    registerModule('early', {});
    registerModule('early.models', () => {
      order.push(
        repr(apps.getAppConfig('early')),
        failure(() => apps.checkModelsReady()),
      );
    });
    freshSettings({ INSTALLED_APPS: ['early'] });
    setup();
    expect(order).toEqual(['<AppConfig: early>', "AppRegistryNotReady: Models aren't loaded yet."]);
  });

  test('shows what broke while models were imported', () => {
    registerModule('half', {});
    registerModule('half.models', () => loadModule('missing'));
    freshSettings({ INSTALLED_APPS: ['half'] });
    expect(failure(setup)).toBe("ModuleNotFoundError: No module named 'missing'");
    expect([apps.appsReady, apps.modelsReady]).toEqual([true, false]);
  });
});

describe("a registry of one's own", () => {
  test('is filled as it is made; without applications it would be the second of the process', () => {
    expect([new Apps().ready, new Apps(['plain']).appConfigs.size]).toEqual([true, 1]);
    expect(failure(() => new Apps(null))).toBe(
      'RuntimeError: You must supply an installed_apps argument.',
    );
  });

  test('takes a configuration as it is', () => {
    const config = new AppConfig('zz', loadModule('plain'));
    const own = new Apps([config]);
    expect([own.getAppConfig('zz') === config, config.apps === own]).toEqual([true, true]);
  });

  test('wants labels and names of which none is there twice', () => {
    const named = (name: string, label: string) => {
      const Labelled = class extends AppConfig {
        static override readonly label = label;
      };
      return new Labelled(name, loadModule('plain'));
    };
    expect([
      failure(() => new Apps(['plain', 'plain'])),
      failure(() => new Apps([named('polls', 'polls'), 'a.polls'])),
      failure(() => new Apps(['plain', named('plain', 'other')])),
    ]).toEqual([
      "ImproperlyConfigured: Application labels aren't unique, duplicates: plain",
      "ImproperlyConfigured: Application labels aren't unique, duplicates: polls",
      "ImproperlyConfigured: Application names aren't unique, duplicates: plain",
    ]);
  });

  test('finds by label, and suggests it to who gives the name', () => {
    const own = new Apps(['a.polls', 'plain']);
    expect(failure(() => own.getAppConfig('polls'))).toBe('<AppConfig: polls>');
    expect(failure(() => own.getAppConfig('a.polls'))).toBe(
      "LookupError: No installed app with label 'a.polls'. Did you mean 'polls'?",
    );
    expect(failure(() => own.getAppConfig('q'))).toBe(
      "LookupError: No installed app with label 'q'.",
    );
    expect(['a.polls', 'polls'].map((name) => own.isInstalled(name))).toEqual([true, false]);
  });

  test('finds the application around a dotted path, the innermost of several', () => {
    const own = new Apps(['a', 'a.polls']);
    const around = ['a.polls.views', 'a.polls', 'a.pollsx', 'ab', 'zz'].map((path) =>
      repr(own.getContainingAppConfig(path)),
    );
    expect(around).toEqual([
      '<AppConfig: polls>',
      '<AppConfig: polls>',
      '<AppConfig: a>',
      'None',
      'None',
    ]);
  });

  test('can be narrowed for a while', () => {
    const own = new Apps(['a', 'plain']);
    expect(failure(() => own.setAvailableApps(['a', 'zz']))).toBe(
      "ValueError: Available apps isn't a subset of installed apps, extra apps: zz",
    );
    own.setAvailableApps(['plain']);
    expect(repr(own.getAppConfigs())).toBe('[<AppConfig: plain>]');
    own.unsetAvailableApps();
    expect(repr(own.getAppConfigs())).toBe('[<AppConfig: a>, <AppConfig: plain>]');
  });

  test('can hold others for a while, even if those fail', () => {
    const own = new Apps(['a']);
    own.setInstalledApps(['plain']);
    expect([repr(own.getAppConfigs()), own.ready]).toEqual(['[<AppConfig: plain>]', true]);
    own.unsetInstalledApps();
    expect(failure(() => own.setInstalledApps(['nowhere']))).toBe(
      "ModuleNotFoundError: No module named 'nowhere'",
    );
    expect([own.ready, own.appsReady, own.appConfigs.size]).toEqual([false, false, 0]);
    own.unsetInstalledApps();
    expect([repr(own.getAppConfigs()), own.ready]).toEqual(['[<AppConfig: a>]', true]);
  });
});
