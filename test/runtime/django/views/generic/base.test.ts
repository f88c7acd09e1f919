import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { type HttpRequest, HttpResponse, type HttpResponseBase } from '#runtime/django/http';
import { path, resolve, rePath } from '#runtime/django/urls';
import type { Kwargs } from '#runtime/django/urls/types';
import { importModule, registerModule } from '#runtime/django/utils/module-loading';
import { View } from '#runtime/django/views/generic';
import { addHandler } from '#runtime/logging';
import { repr } from '#runtime/repr';
import { makeRequest, send } from '../../request.ts';

let log: unknown[];

beforeEach(() => {
  freshSettings();
  log = [];
  addHandler(({ level, name, message, extra }) =>
    log.push([level, name, message, extra['statusCode']]),
  );
});

class Hello extends View {
  greeting = 'hi';

  get(_request: HttpRequest, ..._given: unknown[]): HttpResponse {
    return new HttpResponse(`${this.greeting} ${repr(this.args)} ${repr(this.kwargs)}`);
  }

  delete(_request: HttpRequest): HttpResponse {
    return new HttpResponse('deleted');
  }
}

class OnlyPost extends View {
  post(_request: HttpRequest): HttpResponse {
    return new HttpResponse('posted');
  }
}

function answer(response: HttpResponseBase): unknown[] {
  const body = new TextDecoder().decode((response as HttpResponse).content);
  return [response.statusCode, body, response.get('Allow')];
}

const ask = (method: string, ...given: unknown[]) =>
  answer(
    Hello.asView({ greeting: 'yo' })(makeRequest('/x/', { REQUEST_METHOD: method }), ...given),
  );

describe('a view made of a class', () => {
  test('calls the method for the request’s, and keeps what it was called with', () => {
    expect(ask('GET', 1, { b: 2 })).toEqual([200, "yo [1] {'b': 2}", null]);
    expect(ask('DELETE')).toEqual([200, 'deleted', null]);
  });

  test('answers HEAD as GET, unless it has a method for it', () => {
    expect(ask('HEAD')).toEqual([200, 'yo [] {}', null]);
    class Both extends Hello {
      head(_request: HttpRequest): HttpResponse {
        return new HttpResponse('head');
      }
    }
    const head = makeRequest('/', { REQUEST_METHOD: 'HEAD' });
    expect(answer(Both.asView()(head))).toEqual([200, 'head', null]);
  });

  test('answers 405 to all else, and warns of it', () => {
    const allow = 'GET, DELETE, HEAD, OPTIONS';
    expect(['POST', 'TRACE', 'PURGE'].map((method) => ask(method))).toEqual([
      [405, '', allow],
      [405, '', allow],
      [405, '', allow],
    ]);
    expect(log[0]).toEqual(['warning', 'django.request', 'Method Not Allowed (POST): /x/', 405]);
    expect(log).toHaveLength(3);
  });

  test('tells with OPTIONS what it answers', () => {
    expect(ask('OPTIONS')).toEqual([200, '', 'GET, DELETE, HEAD, OPTIONS']);
    const options = makeRequest('/', { REQUEST_METHOD: 'OPTIONS' });
    const response = OnlyPost.asView()(options);
    expect([response.get('Allow'), response.get('Content-Length')]).toEqual(['POST, OPTIONS', '0']);
  });

  test('answers the methods that its class lists, even one that is none of HTTP’s', () => {
    class Own extends View {
      override httpMethodNames = ['get', 'purge'];
      purge(_request: HttpRequest): HttpResponse {
        return new HttpResponse('purged');
      }
    }
    const status = (method: string) =>
      answer(Own.asView()(makeRequest('/', { REQUEST_METHOD: method })));
    expect(['PURGE', 'GET', 'OPTIONS'].map(status)).toEqual([
      [200, 'purged', null],
      [405, '', 'PURGE'],
      [405, '', 'PURGE'],
    ]);
  });

  test('is a function with the name and the module of its class, and an instance a request', () => {
    let instances = 0;
    class Counted extends View {
      constructor() {
        super();
        instances += 1;
      }
      get(_request: HttpRequest): HttpResponse {
        return new HttpResponse();
      }
    }
    registerModule('site.views', { Counted });
    importModule('site.views');
    const view = Counted.asView();
    expect([view.name, view.viewClass, view.viewInitkwargs, instances]).toEqual([
      'Counted',
      Counted,
      {},
      0,
    ]);
    settings.ROOT_URLCONF = [path('', view)];
    expect(resolve('/').viewName).toBe('site.views.Counted');
    view(makeRequest());
    view(makeRequest());
    expect(instances).toBe(2);
  });

  test('has the marks that decorators left on dispatch', () => {
    class Marked extends View {
      override dispatch(request: HttpRequest, ...given: unknown[]): HttpResponseBase {
        return super.dispatch(request, ...given);
      }
    }
    Object.assign(Marked.prototype.dispatch, { csrfExempt: true });
    expect(Marked.asView()).toHaveProperty('csrfExempt', true);
  });

  test('takes attributes of its class alone', () => {
    expect(() => Hello.asView({ get: 1 } as never)).toThrow(
      "You tried to pass in the get method name as a keyword argument to Hello(). Don't do that.",
    );
    expect(() => Hello.asView({ nope: 1 } as never)).toThrow(
      "Hello() received an invalid keyword 'nope'. as_view only accepts arguments that are already attributes of the class.",
    );
  });

  test('needs the setup of its base', () => {
    class Forgetful extends Hello {
      override setup(): void {}
    }
    expect(() => Forgetful.asView()(makeRequest())).toThrow(
      "Forgetful instance has no 'request' attribute. Did you override setup() and forget to call super()?",
    );
  });
});

describe('in a URLconf, such a view', () => {
  test('gets captures with and without names', () => {
    const own = Hello.asView();
    settings.ROOT_URLCONF = [path('a/<int:pk>/', own), rePath('^b/([0-9])/([a-z])/$', own)];
    expect([send('/a/3/').body, send('/b/1/x/').body]).toEqual([
      "hi [] {'pk': 3}",
      "hi ['1', 'x'] {}",
    ]);
  });

  test('that does not answer a method is in the log twice', () => {
    settings.ROOT_URLCONF = [path('op/', OnlyPost.asView())];
    expect(send('/op/').status).toBe('405 Method Not Allowed');
    expect(log).toEqual([
      ['warning', 'django.request', 'Method Not Allowed (GET): /op/', 405],
      ['warning', 'django.request', 'Method Not Allowed: /op/', 405],
    ]);
  });

  test('keeps nothing from one request to the next', () => {
    class Adding extends View {
      seen: Kwargs[] = [];
      get(_request: HttpRequest, kwargs: Kwargs): HttpResponse {
        this.seen.push(kwargs);
        return new HttpResponse(String(this.seen.length));
      }
    }
    settings.ROOT_URLCONF = [path('', Adding.asView())];
    expect([send().body, send().body]).toEqual(['1', '1']);
  });
});
