import { beforeEach, describe, expect, test } from 'vitest';
import { GeneratorExit, SystemExit } from '#runtime/builtins';
import { freshSettings, settings } from '#runtime/django/conf';
import {
  DisallowedHost,
  PermissionDenied,
  RequestDataTooBig,
} from '#runtime/django/core/exceptions';
import type { GetResponse } from '#runtime/django/core/handlers/types';
import { gotRequestException } from '#runtime/django/core/signals';
import { Http404, type HttpRequest, HttpResponse } from '#runtime/django/http';
import { MultiPartParserError } from '#runtime/django/http/multipartparser';
import { TemplateDoesNotExist } from '#runtime/django/template/loader';
import { TemplateResponse } from '#runtime/django/template/response';
import { getUrlconf, path } from '#runtime/django/urls';
import type { UrlconfModule } from '#runtime/django/urls/types';
import { registerModule } from '#runtime/django/utils/module-loading';
import { addHandler } from '#runtime/logging';
import { send } from '../../request.ts';

let log: string[];
let signals: unknown[];

function failing(error: Error, more: Partial<UrlconfModule> = {}) {
  const view = () => {
    throw error;
  };
  freshSettings({ ROOT_URLCONF: { urlpatterns: [path('', view)], ...more } });
  log = [];
  signals = [];
  addHandler(({ name, level, message, excInfo }) => {
    log.push(`${level} ${name} ${message}${excInfo ? ' with exception' : ''}`);
  });
  gotRequestException.connect(({ sender }) => signals.push(sender));
}

beforeEach(() => {
  failing(new Error('unused'));
});

describe('exceptions become responses', () => {
  test('Http404 is a 404, logged once as a warning and without a signal', () => {
    failing(new Http404('no such poll'));
    expect(send()).toMatchObject({
      status: '404 Not Found',
      body: '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>',
      headers: [['Content-Type', 'text/html']],
    });
    expect([log, signals]).toEqual([['warning django.request Not Found: /'], []]);
  });

  test.each([
    ['handler500', new Error('broken'), 'reason_phrase'],
    ['handler403', new PermissionDenied(), 'status_code'],
  ])(
    '%s that returns nothing fails with the name of what was asked of it',
    (name, error, asked) => {
      failing(error, { [name]: () => null });
      expect(() => send()).toThrow(`'NoneType' object has no attribute '${asked}'`);
    },
  );

  test('PermissionDenied is a 403', () => {
    failing(new PermissionDenied());
    expect(send()).toMatchObject({ status: '403 Forbidden', body: '<h1>403 Forbidden</h1>' });
    expect(log).toEqual(['warning django.request Forbidden (Permission denied): / with exception']);
  });

  test('a form that cannot be read is a 400', () => {
    failing(new MultiPartParserError('bad'));
    expect(send()).toMatchObject({ status: '400 Bad Request', body: '<h1>Bad Request (400)</h1>' });
    expect(log).toEqual([
      'warning django.request Bad request (Unable to parse request body): / with exception',
    ]);
  });

  test('what is suspicious is a 400, and the security log names its class', () => {
    failing(new DisallowedHost('odd host'));
    expect(send().status).toBe('400 Bad Request');
    expect([log, signals]).toEqual([
      ['error django.security.DisallowedHost odd host', 'warning django.request Bad Request: /'],
      [],
    ]);
    failing(new RequestDataTooBig('too big'));
    expect(send().status).toBe('400 Bad Request');
  });

  test('anything else is a 500 with a signal and an error in the log', () => {
    failing(new TypeError('oops'));
    expect(send()).toMatchObject({
      status: '500 Internal Server Error',
      body: '<h1>Server Error (500)</h1>',
    });
    expect([log, signals]).toEqual([
      ['error django.request Internal Server Error: / with exception'],
      [null],
    ]);
  });

  test('what is no Exception goes through', () => {
    failing(new SystemExit(1));
    expect(() => send()).toThrow(SystemExit);
    failing(new GeneratorExit());
    expect(() => send()).toThrow(GeneratorExit);
    expect(signals).toEqual([]);
  });

  test('an exception that escapes leaves the URLconf of the thread set', () => {
    failing(new SystemExit());
    expect(() => send()).toThrow(SystemExit);
    expect(getUrlconf()).toBe(settings.ROOT_URLCONF);
    failing(new Error('answered'));
    send();
    expect(getUrlconf()).toBeNull();
  });
});

describe('error views of a site', () => {
  test('answer in place of the default ones, by dotted path too', () => {
    const notFound = (_request: unknown, error: Error) =>
      new HttpResponse(`nothing: ${error.message}`, { status: 404 });
    registerModule('site.views', { notFound });
    failing(new Http404('here'), { handler404: 'site.views.notFound' });
    expect(send().body).toBe('nothing: here');
  });

  test('a template response of theirs is rendered', () => {
    failing(new Error('oops'), {
      handler500: (request) =>
        new TemplateResponse(request, { render: () => 'sorry' }, null, { status: 500 }),
    });
    expect(send()).toMatchObject({ status: '500 Internal Server Error', body: 'sorry' });
  });

  test('a failing handler404 is an uncaught error itself', () => {
    failing(new Http404(), {
      handler404: () => {
        throw new Error('in the handler');
      },
    });
    expect(send().status).toBe('500 Internal Server Error');
    expect(signals).toEqual([null]);
  });

  test('a failing handler500 is called once a layer and then escapes', () => {
    let calls = 0;
    failing(new Error('oops'), {
      handler500: () => {
        calls += 1;
        throw new Error('in the handler');
      },
    });
    settings.MIDDLEWARE = [(getResponse: GetResponse) => (request) => getResponse(request)];
    expect(() => send()).toThrow('in the handler');
    expect(calls).toBe(2);
  });

  test('a broken URLconf cannot answer for itself', () => {
    registerModule('broken.urls', () => {
      throw new SyntaxError('broken');
    });
    settings.ROOT_URLCONF = 'broken.urls';
    expect(() => send()).toThrow('broken');
    settings.DEBUG = true;
    expect(send().status).toBe('500 Internal Server Error');
  });

  test('templates of the site fill the default views', () => {
    const pages: Record<string, string> = { '404.html': 'no page at', '500.html': 'sorry' };
    const backend = {
      name: 'test',
      getTemplate(name: string) {
        const text = pages[name];
        if (text === undefined) throw new TemplateDoesNotExist(name);
        return {
          render: (context?: Record<string, unknown> | null) =>
            `${text} ${String(context?.['request_path'] ?? 'all')}`,
        };
      },
    };
    failing(new Error('oops'));
    settings.TEMPLATES = [backend];
    expect(send('/nope ').body).toBe('no page at /nope%20');
    expect(send().body).toBe('sorry all');
  });
});

describe('while DEBUG is on', () => {
  test('a 404 shows what was tried, and a 500 what was thrown', () => {
    failing(new Error('<oops>'));
    settings.DEBUG = true;
    settings.ALLOWED_HOSTS = ['testserver'];
    expect(send('/nope/')).toMatchObject({ status: '404 Not Found' });
    const page = send();
    expect(page.status).toBe('500 Internal Server Error');
    expect(page.body).toContain('&lt;oops&gt;');
  });

  test('what is suspicious shows the page of errors with status 400', () => {
    failing(new DisallowedHost('odd'));
    settings.DEBUG = true;
    expect(send().status).toBe('400 Bad Request');
  });
});

test('propagated errors send the signal once a layer, and known ones still become pages', () => {
  const layer = (getResponse: GetResponse) => (request: HttpRequest) => getResponse(request);
  failing(new Error('oops'));
  settings.DEBUG_PROPAGATE_EXCEPTIONS = true;
  settings.MIDDLEWARE = [layer, layer];
  expect(() => send()).toThrow('oops');
  expect(signals).toEqual([null, null, null]);
  expect(send('/nope/').status).toBe('404 Not Found');
});
