import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { Http404, type HttpRequest, HttpResponse } from '#runtime/django/http';
import { TemplateDoesNotExist } from '#runtime/django/template/exceptions';
import { include, path, rePath } from '#runtime/django/urls';
import { importModule, registerModule } from '#runtime/django/utils/module-loading';
import {
  CLEANSED_SUBSTITUTE,
  cleanseSetting,
  ExceptionReporter,
  ExceptionReporterFilter,
  getSafeSettings,
  keepVariables,
  technical500Response,
} from '#runtime/django/views/debug';
import {
  sensitivePostParameters,
  sensitiveVariables,
} from '#runtime/django/views/decorators/debug';
import { makeRequest, send } from '../request.ts';

const STARS = '*'.repeat(20);
const FORM = 'application/x-www-form-urlencoded';

beforeEach(() => {
  freshSettings({ ALLOWED_HOSTS: ['*'], DEBUG: true });
});

function posted(body = 'name=Ada&password=lovelace&card=4711'): HttpRequest {
  const environ = { REQUEST_METHOD: 'POST', CONTENT_TYPE: FORM, CONTENT_LENGTH: `${body.length}` };
  return makeRequest('/login/', environ, body);
}

const textOf = (request: HttpRequest | null, error: Error | string) =>
  new ExceptionReporter(request, error).getTracebackText();

function caught(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('settings in a report', () => {
  test('are hidden where their name has a word for a secret in it, at any depth', () => {
    expect(CLEANSED_SUBSTITUTE).toBe(STARS);
    const shown = (key: string, value: unknown) => cleanseSetting(key, value);
    for (const name of ['SECRET_KEY', 'my_api', 'Token', 'KEYBOARD', 'PASSWORD', 'x_SIGNATURE']) {
      expect(shown(name, 'x')).toBe(STARS);
    }
    expect(
      shown('DATABASES', {
        default: { NAME: 'db', PASSWORD: 'x', OPTIONS: { api_url: 'y', n: 1 } },
      }),
    ).toEqual({ default: { NAME: 'db', PASSWORD: STARS, OPTIONS: { api_url: STARS, n: 1 } } });
    expect(shown('LIST', [{ PASSWORD: 'seen' }])).toEqual([{ PASSWORD: 'seen' }]);
  });

  test('are all there are, in order', () => {
    freshSettings({ SECRET_KEY: 'very', DEBUG: true, lower: 1 });
    const safe = getSafeSettings();
    expect(safe).toMatchObject({ SECRET_KEY: STARS, DEBUG: true, CSRF_COOKIE_NAME: 'csrftoken' });
    expect(Object.keys(safe)).toEqual(Object.keys(safe).toSorted());
    expect(safe).not.toHaveProperty('lower');
    expect(textOf(null, new Error('x'))).not.toContain('very');
  });
});

describe('a form in a report', () => {
  const view = sensitivePostParameters(
    'password',
    'card',
  )((_request: HttpRequest) => new HttpResponse());
  const all = sensitivePostParameters()((_request: HttpRequest) => new HttpResponse());

  test('has stars for the fields that the view calls sensitive, unless DEBUG is on', () => {
    const request = posted();
    view(request);
    expect(textOf(request, new Error('x'))).toContain("password = 'lovelace'");
    settings.DEBUG = false;
    const text = textOf(request, new Error('x'));
    expect(text).toContain("name = 'Ada'");
    expect(text).toContain(`password = '${STARS}'\n  card = '${STARS}'`);
  });

  test('has stars for every field where the view names none', () => {
    settings.DEBUG = false;
    const request = posted();
    all(request);
    expect(textOf(request, new Error('x'))).toContain(`name = '${STARS}'`);
  });

  test('is hidden as another filter wants it, the request’s before the site’s', () => {
    settings.DEBUG = false;
    registerModule('site.filters', {
      Mute: class extends ExceptionReporterFilter {
        override getPostParameters() {
          return [['all', 'muted'] as const];
        }
      },
    });
    settings.DEFAULT_EXCEPTION_REPORTER_FILTER = 'site.filters.Mute';
    const request = posted();
    expect(textOf(request, new Error('x'))).toContain("all = 'muted'");
    request.exceptionReporterFilter = new ExceptionReporterFilter();
    expect(textOf(request, new Error('x'))).toContain("card = '4711'");
  });

  test('has to come with a request', () => {
    expect(() => view({} as HttpRequest)).toThrow(
      "sensitive_post_parameters didn't receive an HttpRequest. If you are decorating a classmethod, be sure to use @method_decorator.",
    );
    expect([view.name, all.name]).toEqual(['', '']);
  });
});

describe('variables in a report', () => {
  function pay(user: string, card: string): never {
    return keepVariables('pay', { user, card }, () => {
      throw new RangeError('no credit');
    });
  }
  function order(basket: string): unknown {
    return keepVariables('order', { basket }, () => sensitiveVariables('card')(pay)('ada', '4711'));
  }

  test('are those that functions keep, and none is hidden while DEBUG is on', () => {
    const text = textOf(
      null,
      caught(() => order('books')),
    );
    expect(text).toMatch(
      /in order .*\n {4}basket = 'books'\n(?:.*\n)*.*in pay .*\n {4}user = 'ada'\n {4}card = '4711'/,
    );
  });

  test('have stars where the decorator around the function names them', () => {
    settings.DEBUG = false;
    const text = textOf(
      null,
      caught(() => order('books')),
    );
    expect(text).toContain(`user = 'ada'\n    card = '${STARS}'`);
    expect(text).toContain("basket = 'books'");
  });

  test('have stars all of them where it names none, and the innermost decorator decides', () => {
    settings.DEBUG = false;
    const inner = sensitiveVariables()(pay);
    const outer = sensitiveVariables('user')(() => inner('ada', '4711'));
    const text = textOf(null, caught(outer));
    expect(text).toContain(`user = '${STARS}'\n    card = '${STARS}'`);
  });

  test('that are forms hide their sensitive fields too', () => {
    settings.DEBUG = false;
    const request = posted();
    request.sensitivePostParameters = ['card'];
    const error = caught(() =>
      keepVariables('view', { form: request.POST }, () => {
        throw new Error('x');
      }),
    );
    expect(textOf(request, error)).toContain(`'card': ['${STARS}']`);
  });
});

describe('the page of an exception', () => {
  const page = (error: Error, more = {}) =>
    new TextDecoder().decode(technical500Response(makeRequest('/a/', more), error).content);

  test('is HTML in which nothing that it shows is markup', () => {
    const body = page(new Error('<script>'), { HTTP_X: '<img>', QUERY_STRING: 'q=<b>' });
    expect(body).toContain('<h1>Error at /a/</h1>');
    expect(body).not.toMatch(/<script>|<img>|<b>/);
    expect(body).toContain('&lt;script&gt;');
  });

  test('is plain text for a script', () => {
    const ajax = makeRequest('/a/', { HTTP_X_REQUESTED_WITH: 'XMLHttpRequest' });
    const response = technical500Response(ajax, new RangeError('far'), 400);
    expect([response.statusCode, response.get('Content-Type')]).toEqual([
      400,
      'text/plain; charset=utf-8',
    ]);
    expect(new TextDecoder().decode(response.content)).toMatch(/^RangeError at \/a\/\nfar\n/);
    const usual = technical500Response(makeRequest(), new Error('x'));
    expect([usual.statusCode, usual.get('Content-Type')]).toEqual([500, 'text/html']);
  });

  test('shows what caused an exception before it', () => {
    const error = new Error('outer', { cause: new RangeError('inner') });
    expect(textOf(null, error)).toMatch(/RangeError: inner\nIt was the cause[^]*\nError: outer\n/);
    const loop = new Error('loop');
    loop.cause = loop;
    expect(textOf(null, loop)).toContain('Error: loop');
  });

  test('shows where a missing template was looked for', () => {
    const missing = new TemplateDoesNotExist('x.html', {
      backend: { name: 'django' },
      tried: [[{ name: '/t/x.html', loaderName: 'a.Loader' }, 'Source does not exist']],
    });
    const text = textOf(null, new TemplateDoesNotExist('x.html', { chain: [missing] }));
    expect(text).toContain('  a.Loader: /t/x.html (Source does not exist)');
    expect(page(missing)).toContain('a.Loader: /t/x.html (Source does not exist)');
  });

  test('cuts what is too long, and survives a user that cannot be had', () => {
    const request = makeRequest('/a/', { HTTP_LONG: 'x'.repeat(5000) });
    Object.defineProperty(request, 'user', {
      get: () => {
        throw new Error('no database');
      },
    });
    const text = textOf(request, new Error('x'));
    expect(text).toContain('… <trimmed 5002 bytes string>');
    expect(text).toContain('[unable to retrieve the current user]');
  });

  test('says so where there is no message', () => {
    expect(textOf(null, new Error())).toMatch(/^Error\nNo exception message supplied\n/);
    expect(textOf(null, 'a message')).toMatch(/^Report\na message\n/);
  });
});

describe('the page where nothing is', () => {
  const view = () => new HttpResponse('found');

  test('lists the patterns that were tried, with the names of views', () => {
    const inner = [path('<int:pk>/', view, { name: 'detail' })];
    settings.ROOT_URLCONF = [path('', view), rePath('^polls/', include(inner))];
    const { status, headers, body } = send('/polls/x/');
    expect([status, headers]).toEqual(['404 Not Found', [['Content-Type', 'text/html']]]);
    expect(body).toContain('<code> </code>');
    expect(body).toContain('<code>^polls/ &lt;int:pk&gt;/ [name=&#39;detail&#39;] </code>');
    expect(body).toContain('matches <code>polls/x/</code>');
  });

  test('names the view that raised it, and says what that said', () => {
    const gone = () => {
      throw new Http404('sold out');
    };
    registerModule('site.views', { gone });
    importModule('site.views');
    settings.ROOT_URLCONF = [path('gone/', gone)];
    const { status, body } = send('/gone/');
    expect(status).toBe('404 Not Found');
    expect(body).toContain('<td>site.views.gone</td>');
    expect(body).toContain('<p>sold out</p>');
  });

  test('names the module of the URLconf', () => {
    registerModule('site.urls', { urlpatterns: [path('', view)] });
    settings.ROOT_URLCONF = 'site.urls';
    expect(send('/nope/').body).toContain('<code>site.urls</code>');
  });

  test('is a welcome with status 200 where the URLconf is empty', () => {
    settings.ROOT_URLCONF = [];
    expect(send('/').status).toBe('200 OK');
    expect(send('/any/').body).toContain('<h1>The site runs</h1>');
    settings.ROOT_URLCONF = [path('admin/', include([[path('', view)], 'admin']))];
    freshSettings({
      ...settings,
      ALLOWED_HOSTS: ['*'],
      DEBUG: true,
      ROOT_URLCONF: settings.ROOT_URLCONF,
    });
    expect([send('/').status, send('/other/').status]).toEqual(['200 OK', '404 Not Found']);
  });

  test('cannot be made for a host that the site does not answer to', () => {
    settings.ALLOWED_HOSTS = [];
    settings.ROOT_URLCONF = [path('', view)];
    expect(() => send('/nope/')).toThrow("Invalid HTTP_HOST header: 'testserver'.");
    settings.MIDDLEWARE = [(getResponse) => (request) => getResponse(request)];
    expect(send('/nope/').status).toBe('400 Bad Request');
  });
});
