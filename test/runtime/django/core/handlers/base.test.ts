import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { MiddlewareNotUsed } from '#runtime/django/core/exceptions';
import type { GetResponse, MiddlewareFactory } from '#runtime/django/core/handlers/types';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { TemplateResponse } from '#runtime/django/template/response';
import { path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { MiddlewareMixin } from '#runtime/django/utils/deprecation';
import { importModule, registerModule } from '#runtime/django/utils/module-loading';
import { addHandler, type LogRecord } from '#runtime/logging';
import { send } from '../../request.ts';

const hello = () => new HttpResponse('hello');
const template = { render: () => 'rendered' };

function site(view: View, ...MIDDLEWARE: (string | MiddlewareFactory)[]) {
  return freshSettings({
    MIDDLEWARE,
    ROOT_URLCONF: { urlpatterns: [path('', view as typeof hello)] },
  });
}

function readsStatus(getResponse: GetResponse) {
  return (request: HttpRequest) => {
    const response = getResponse(request);
    if (response.statusCode === undefined) throw new TypeError('no status');
    return response;
  };
}

let records: LogRecord[];
beforeEach(() => {
  freshSettings();
  records = [];
});

describe('loading middleware', () => {
  test('calls factories from the last to the first, with the layer inside', () => {
    const order: string[] = [];
    const named = (name: string) => (getResponse: GetResponse) => {
      order.push(`make ${name}`);
      return (request: HttpRequest) => {
        order.push(`enter ${name}`);
        return getResponse(request);
      };
    };
    site(hello, named('A'), named('B'));
    expect(send().body).toBe('hello');
    expect(order).toEqual(['make B', 'make A', 'enter A', 'enter B']);
  });

  test('takes dotted paths, classes and functions alike', () => {
    class Stamp extends MiddlewareMixin {
      processResponse(_request: HttpRequest, response: HttpResponse) {
        response.set('X-Stamp', 'yes');
        return response;
      }
    }
    registerModule('site.middleware', { Stamp });
    site(hello, 'site.middleware.Stamp');
    expect(send().headers).toContainEqual(['X-Stamp', 'yes']);
  });

  test('a path that leads nowhere is an ImportError while the handler is made', () => {
    registerModule('site.empty', {});
    site(hello, 'site.empty.Missing');
    expect(() => new WSGIHandler()).toThrow(
      'Module "site.empty" does not define a "Missing" attribute/class',
    );
    settings.MIDDLEWARE = ['plain'];
    expect(() => new WSGIHandler()).toThrow("plain doesn't look like a module path");
  });

  test('MiddlewareNotUsed leaves the layer out, and says so while DEBUG is on', () => {
    const unused: MiddlewareFactory = () => {
      throw new MiddlewareNotUsed('no need');
    };
    registerModule('site.unused', { unused });
    site(hello, 'site.unused.unused');
    settings.DEBUG = true;
    addHandler((record) => records.push(record));
    expect(send().body).toBe('hello');
    expect(records.map((record) => record.message)).toEqual([
      "MiddlewareNotUsed('site.unused.unused'): no need",
    ]);
  });

  test('a factory that returns None is improperly configured', () => {
    registerModule('site.none', { factory: () => null });
    site(hello, 'site.none.factory');
    expect(() => new WSGIHandler()).toThrow('Middleware factory site.none.factory returned None.');
  });

  test('two handlers have layers of their own', () => {
    let made = 0;
    const counting: MiddlewareFactory = (getResponse) => {
      made += 1;
      return getResponse;
    };
    site(hello, counting);
    expect([new WSGIHandler(), new WSGIHandler(), made].at(-1)).toBe(2);
  });
});

describe('the view', () => {
  test('gets captures by name, and unnamed ones before them', () => {
    const seen: unknown[] = [];
    freshSettings({
      ROOT_URLCONF: [
        path('<int:year>/', (_request, { year }) => {
          seen.push(year);
          return hello();
        }),
      ],
    });
    send('/2019/');
    expect(seen).toEqual([2019]);
  });

  test('that returns None is an error with its name, which exception hooks do not see', () => {
    let asked = false;
    class Rescue extends MiddlewareMixin {
      processException() {
        asked = true;
        return null;
      }
    }
    function forgetful() {}
    registerModule('polls.views', { forgetful });
    importModule('polls.views');
    site(forgetful, Rescue);
    addHandler((record) => records.push(record));
    expect(send().status).toBe('500 Internal Server Error');
    expect(asked).toBe(false);
    expect(records[0]?.excInfo?.message).toBe(
      "The view polls.views.forgetful didn't return an HttpResponse object. It returned None instead.",
    );
  });

  test('that returns text breaks at a layer that reads the status', () => {
    site((() => 'text') as never, readsStatus);
    expect(send().status).toBe('500 Internal Server Error');
  });

  test('that returns text without any layer breaks outside of Django', () => {
    site((() => 'text') as never);
    expect(() => send()).toThrow("'str' object has no attribute '_closable_objects'");
  });

  test('a falsy answer of a view hook skips the view and then breaks', () => {
    let called = false;
    class Falsy extends MiddlewareMixin {
      processView() {
        return 0 as never;
      }
    }
    site(() => {
      called = true;
      return hello();
    }, Falsy);
    expect(() => send()).toThrow("'int' object has no attribute '_closable_objects'");
    expect(called).toBe(false);
  });
});

describe('template responses', () => {
  test('of a view are rendered after its hooks', () => {
    site((request: HttpRequest) => new TemplateResponse(request, template));
    expect(send().body).toBe('rendered');
  });

  test('of a request hook are not: the status is sent, then the body is missing', () => {
    class Early extends MiddlewareMixin {
      processRequest(request: HttpRequest) {
        return new TemplateResponse(request, template);
      }
    }
    site(hello, Early);
    expect(() => send()).toThrow(
      'The response content must be rendered before it can be iterated over.',
    );
  });

  test('a hook that returns None is named', () => {
    class Careless extends MiddlewareMixin {
      processTemplateResponse() {
        return null as never;
      }
    }
    site((request: HttpRequest) => new TemplateResponse(request, template), Careless);
    addHandler((record) => records.push(record));
    send();
    expect(records[0]?.excInfo?.message).toBe(
      "Careless.process_template_response didn't return an HttpResponse object. It returned None instead.",
    );
  });
});

describe('URLconfs of a request', () => {
  test('set by middleware replaces the root', () => {
    class Tenant extends MiddlewareMixin {
      processRequest(request: HttpRequest) {
        request.urlconf = [path('', () => new HttpResponse('tenant'))];
        return null;
      }
    }
    site(hello, Tenant);
    expect(send().body).toBe('tenant');
  });
});

test('try and catch around the next layer never sees the exception of a view', () => {
  let caught = false;
  const careful: MiddlewareFactory = (getResponse) => (request) => {
    try {
      return getResponse(request);
    } catch (error) {
      caught = true;
      throw error;
    }
  };
  site(() => {
    throw new Error('from the view');
  }, careful);
  expect(send().status).toBe('500 Internal Server Error');
  expect(caught).toBe(false);
  settings.DEBUG_PROPAGATE_EXCEPTIONS = true;
  expect(() => send()).toThrow('from the view');
  expect(caught).toBe(true);
});
