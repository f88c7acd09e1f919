/**
 * What a site is told that is set up in an impossible way. Each expectation was seen to happen in
 * Django 2.2.28 with the same modules in files.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { AppConfig, apps } from '#runtime/django/apps';
import { ENVIRONMENT_VARIABLE, freshSettings, type Settings, settings } from '#runtime/django/conf';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { HttpResponse } from '#runtime/django/http';
import { include, path, reverse, rePath } from '#runtime/django/urls';
import { importFrom, importModule, loadModule, registerModule } from '#runtime/importlib';
import type { ModuleBody } from '#runtime/importlib';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { send } from './request.ts';

beforeEach(() => {
  startProcess();
});

const home = () => new HttpResponse('home');

function outcome(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function start(values: Partial<Settings>): unknown {
  freshSettings({ ALLOWED_HOSTS: ['*'], ...values });
  return outcome(() => {
    getWsgiApplication();
    return 'started';
  });
}

describe('settings that will not do', () => {
  const load = (body?: ModuleBody) => {
    startProcess();
    if (body) registerModule('my.settings', body);
    environ()[ENVIRONMENT_VARIABLE] = 'my.settings';
    return outcome(getWsgiApplication);
  };

  test('stop the application as it is made', () => {
    expect(outcome(getWsgiApplication)).toBe(
      'ImproperlyConfigured: Requested setting LOGGING_CONFIG, but settings are not configured. You must either define the environment variable DJANGO_SETTINGS_MODULE or call settings.configure() before accessing settings.',
    );
    expect(load()).toBe("ModuleNotFoundError: No module named 'my'");
    expect(load({ DEBUG: true })).toBe(
      'ImproperlyConfigured: The SECRET_KEY setting must not be empty.',
    );
  });

  test('read by their own module lack what it says further down', () => {
    const body: ModuleBody = (module) => {
      module['DEBUG'] = true;
      module['COPY'] = settings.DEBUG;
      module['SECRET_KEY'] = 'k';
    };
    expect(load(body)).toBe('ImproperlyConfigured: The SECRET_KEY setting must not be empty.');
  });

  test('for the log stop it before the applications are loaded, so that it can be tried again', () => {
    expect(start({ LOGGING: { version: 1, handlers: { h: { class: 'no.H' } } } })).toBe(
      "ValueError: Unable to configure handler 'h'",
    );
    settings.LOGGING = {};
    expect(outcome(setup)).toBeUndefined();
    expect(start({ LOGGING_CONFIG: 'no.function' })).toBe(
      "ModuleNotFoundError: No module named 'no'",
    );
  });
});

test('middleware that cannot be had stops the application as it is made', () => {
  registerModule('layers', {
    none: () => null,
    boom: () => {
      throw new RangeError('in the factory');
    },
  });
  const layers = ['no.such.Layer', 'layers.Missing', 'nodots', 'layers.none', 'layers.boom'];
  expect(layers.map((layer) => start({ MIDDLEWARE: [layer], ROOT_URLCONF: [] }))).toEqual([
    "ModuleNotFoundError: No module named 'no'",
    'ImportError: Module "layers" does not define a "Missing" attribute/class',
    "ImportError: nodots doesn't look like a module path",
    'ImproperlyConfigured: Middleware factory layers.none returned None.',
    'RangeError: in the factory',
  ]);
});

describe('a URLconf that will not do', () => {
  function visit(body: ModuleBody, values: Partial<Settings> = {}): unknown[] {
    registerModule('bad.urls', body);
    return [false, true].map((DEBUG) => {
      freshSettings({ ALLOWED_HOSTS: ['*'], DEBUG, ROOT_URLCONF: 'bad.urls', ...values });
      const handler = new WSGIHandler();
      return outcome(() => {
        const { status, body: page } = send('/', {}, handler);
        const heading = /<h1>(.*?) at \/<\/h1>\s*<pre>(.*?)<\/pre>/.exec(page);
        return heading ? `${status}, ${heading[1]}: ${heading[2]}` : `${status}, ${page}`;
      });
    });
  }
  const SORRY = '500 Internal Server Error, <h1>Server Error (500)</h1>';
  const shown = (error: string) => `500 Internal Server Error, ${error}`;
  const NO_PATTERNS =
    'does not appear to have any patterns in it. If you see valid patterns in the file then the issue is probably caused by a circular import.';

  test('that cannot be imported cannot answer for itself: its error leaves Django, unless DEBUG is on', () => {
    const missing = 'ModuleNotFoundError: No module named &#39;no&#39;';
    expect(visit({}, { ROOT_URLCONF: 'no.urls' })).toEqual([
      "ModuleNotFoundError: No module named 'no'",
      shown(missing),
    ]);
    expect(visit(() => ({ urlpatterns: [path('', include('no.urls'))] }))).toEqual([
      "ModuleNotFoundError: No module named 'no'",
      shown(missing),
    ]);
    expect(
      visit(() => {
        throw new SyntaxError('broken');
      }),
    ).toEqual(['SyntaxError: broken', shown('SyntaxError: broken')]);
  });

  test('that nobody named cannot be asked for', () => {
    freshSettings();
    expect(outcome(() => send())).toBe(
      "AttributeError: module 'django.conf.global_settings' has no attribute 'ROOT_URLCONF'",
    );
  });

  test('without patterns is told so, and answers for itself', () => {
    const message = `ImproperlyConfigured: The included URLconf &#39;bad.urls&#39; ${NO_PATTERNS}`;
    expect(visit({ x: 1 })).toEqual([SORRY, shown(message)]);
    expect(visit({ urlpatterns: null })).toEqual([SORRY, shown(message)]);
  });

  test('is told which of the URLconfs that it includes has none', () => {
    registerModule('bad.empty', {});
    const message = `ImproperlyConfigured: The included URLconf &#39;&lt;module &#39;bad.empty&#39; from &#39;/bad/empty.py&#39;&gt;&#39; ${NO_PATTERNS}`;
    expect(visit(() => ({ urlpatterns: [path('', include('bad.empty'))] }))).toEqual([
      SORRY,
      shown(message),
    ]);
  });

  test('with a view that is no function is refused as it is read', () => {
    const refusal = 'TypeError: view must be a callable or a list/tuple in the case of include().';
    expect(visit(() => ({ urlpatterns: [path('', 'views.index' as never)] }))).toEqual([
      refusal,
      shown(refusal),
    ]);
  });

  test('that imports views which are not there fails as an import does', () => {
    expect(visit(() => ({ view: importFrom('views', 'index') }))[0]).toBe(
      "ModuleNotFoundError: No module named 'views'",
    );
    registerModule('bare.views', {});
    expect(visit(() => ({ view: importFrom('bare.views', 'index') }))[0]).toBe(
      "ImportError: cannot import name 'index' from 'bare.views' (/bare/views.py)",
    );
  });

  test('with a route that cannot be read fails as it is read', () => {
    const route = (text: string) => visit(() => ({ urlpatterns: [path(text, home as never)] }))[0];
    expect([route('<nope:x>'), route('<int:1x>')]).toEqual([
      "ImproperlyConfigured: URL route '<nope:x>' uses invalid converter 'nope'.",
      "ImproperlyConfigured: URL route '<int:1x>' uses parameter name '1x' which isn't a valid Python identifier.",
    ]);
    expect(visit(() => ({ urlpatterns: [rePath('(', home)] }))[0]).toBe(SORRY);
  });

  test('with an error view that cannot be had fails where that is asked for', () => {
    registerModule('good.views', { value: 3 });
    const errorView = (name: string) =>
      visit({
        urlpatterns: [
          path('', () => {
            throw new RangeError('in the view');
          }),
        ],
        handler500: name,
      })[0];
    const names = [
      'good.views.nope',
      'no.views.x',
      'good.views.sub.x',
      'nodots',
      'good.views.value',
    ];
    expect(names.map(errorView)).toEqual([
      "ViewDoesNotExist: Could not import 'good.views.nope'. View does not exist in module good.views.",
      "ModuleNotFoundError: No module named 'no'",
      "ViewDoesNotExist: Could not import 'good.views.sub.x'. Parent module good.views.sub does not exist.",
      "ImportError: Could not import 'nodots'. The path must be fully qualified.",
      "ViewDoesNotExist: Could not import 'good.views.value'. View is not callable.",
    ]);
    expect(visit({ urlpatterns: [path('a', home)], handler404: 'good.views.nope' })[0]).toBe(SORRY);
  });
});

describe('URLconfs that go round in a circle', () => {
  const visit = (address: string) => {
    freshSettings({ ALLOWED_HOSTS: ['*'], ROOT_URLCONF: 'ring.urls' });
    return outcome(() => send(address).body);
  };

  test('may include themselves, and each other', () => {
    registerModule('ring.urls', () => ({
      urlpatterns: [path('x/', include('ring.urls')), path('', home)],
    }));
    expect([visit('/'), visit('/x/x/x/')]).toEqual(['home', 'home']);
    registerModule('ring.urls', () => ({
      urlpatterns: [path('v/', include('ring.other')), path('', home)],
    }));
    registerModule('ring.other', () => ({ urlpatterns: [path('u/', include('ring.urls'))] }));
    expect(visit('/v/u/v/u/')).toBe('home');
  });

  test('lead to views, but not back: an address is looked for under the language', () => {
    registerModule('ring.urls', () => ({
      urlpatterns: [path('x/', include('ring.urls')), path('', home, { name: 'home' })],
    }));
    freshSettings({ ROOT_URLCONF: 'ring.urls' });
    expect(outcome(() => reverse('home'))).toBe("KeyError: 'en-us'");
    expect(outcome(() => reverse('home'))).toBe("KeyError: 'en-us'");
  });

  test('show themselves by their modules', () => {
    registerModule('ring.other', {});
    const included = path('x/', include('ring.other'));
    expect(String(included)).toBe(
      "<URLResolver <module 'ring.other' from '/ring/other.py'> (None:None) 'x/'>",
    );
  });

  test('cannot be asked for an address before they are read', () => {
    registerModule('ring.urls', () => {
      const address = reverse('home');
      return { urlpatterns: [path('', () => new HttpResponse(address), { name: 'home' })] };
    });
    expect(visit('/')).toBe('<h1>Server Error (500)</h1>');
    const message =
      'ImproperlyConfigured at /</h1>\n      <pre>The included URLconf &#39;ring.urls&#39; does not appear';
    freshSettings({ DEBUG: true, ALLOWED_HOSTS: ['*'], ROOT_URLCONF: 'ring.urls' });
    expect(send().body).toContain(message);
    freshSettings({ ROOT_URLCONF: 'ring.urls' });
    expect(outcome(() => reverse('home'))).toBe("KeyError: 'en-us'");
  });

  test('and their views, which want something of them too early, are told so', () => {
    registerModule('ring.urls', () => ({
      urlpatterns: [path('', importFrom('ring.views', 'index') as never)],
    }));
    registerModule('ring.views', () => ({ index: importFrom('ring.urls', 'urlpatterns') }));
    expect(visit('/')).toBe(
      "ImportError: cannot import name 'urlpatterns' from partially initialized module 'ring.urls' (most likely due to a circular import) (/ring/urls.py)",
    );
  });
});

describe('applications that go round in a circle', () => {
  const circle =
    "ImportError: cannot import name 'X' from partially initialized module 'one' (most likely due to a circular import) (/one/__init__.py)";
  const again = "RuntimeError: populate() isn't reentrant";

  function load(modules: Record<string, ModuleBody>): unknown[] {
    for (const [name, body] of Object.entries(modules))
      registerModule(name, body, { package: !name.includes('.') });
    return [start({ INSTALLED_APPS: ['one', 'two'], ROOT_URLCONF: [] }), outcome(setup)];
  }

  test('are told so once; from then on every attempt fails for being one', () => {
    expect(
      load({
        one: () => ({ Y: importFrom('two', 'Y'), X: 1 }),
        two: () => ({ X: importFrom('one', 'X'), Y: 1 }),
      }),
    ).toEqual([circle, again]);
    expect(
      load({
        one: {},
        'one.models': () => ({ Y: importFrom('two.models', 'Y'), X: 1 }),
        two: {},
        'two.models': () => ({ X: importFrom('one.models', 'X'), Y: 1 }),
      }),
    ).toEqual([
      "ImportError: cannot import name 'X' from partially initialized module 'one.models' (most likely due to a circular import) (/one/models.py)",
      again,
    ]);
  });

  test('cannot ask for each other while they are imported', () => {
    registerModule('one.models', {});
    registerModule('two.models', {});
    expect(load({ one: () => void apps.getAppConfig('two'), two: {} })).toEqual([
      "AppRegistryNotReady: Apps aren't loaded yet.",
      again,
    ]);
    expect(load({ one: () => void apps.checkModelsReady(), two: {} })).toEqual([
      "AppRegistryNotReady: Models aren't loaded yet.",
      again,
    ]);
    expect(load({ one: () => void setup(), two: {} })).toEqual([again, again]);
  });

  test('or are not whole show what is missing', () => {
    class Config extends AppConfig {
      static override readonly appName = 'one';
      override ready(): void {
        importModule('missing_library');
      }
    }
    expect(
      load({ one: { default_app_config: 'one.apps.Config' }, 'one.apps': { Config }, two: {} }),
    ).toEqual(["ModuleNotFoundError: No module named 'missing_library'", again]);
  });

  test('are installed once', () => {
    registerModule('one', {});
    expect(start({ INSTALLED_APPS: ['one', 'two', 'one'], ROOT_URLCONF: [] })).toBe(
      "ImproperlyConfigured: Application labels aren't unique, duplicates: one",
    );
  });
});

test('a view that imports what is not there fails when it is visited', () => {
  freshSettings({ ROOT_URLCONF: [path('', () => loadModule('nothere') as never)] });
  expect(send().body).toBe('<h1>Server Error (500)</h1>');
});
