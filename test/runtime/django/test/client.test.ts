import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { PermissionDenied, SuspiciousOperation } from '#runtime/django/core/exceptions';
import { requestFinished, requestStarted } from '#runtime/django/core/signals';
import {
  Http404,
  HttpResponse,
  HttpResponseRedirect,
  type HttpRequest,
  JsonResponse,
  StreamingHttpResponse,
} from '#runtime/django/http';
import { Client } from '#runtime/django/test';
import { RedirectCycleError } from '#runtime/django/test/client';
import { path } from '#runtime/django/urls';
import { repr } from '#runtime/repr';

class Temporary extends HttpResponseRedirect {
  static override readonly statusCode = 307 as 302;
}

let order: string[];
let client: Client;

const failing = (error: Error) => () => {
  throw error;
};
const text = (response: { content: Uint8Array }) => latin1Decode(response.content);
const echo = (request: HttpRequest) => {
  const { META, method, scheme } = request;
  const body = repr(latin1Decode(request.body));
  return new HttpResponse(
    [method, request.getFullPath(), META.SERVER_NAME, META.SERVER_PORT, scheme, body].join(' '),
  );
};

function ok(request: HttpRequest): HttpResponse {
  order.push(`view ${request.method} ${request._dontEnforceCsrfChecks}`);
  const response = new HttpResponse('hello');
  response.setCookie('c', request.GET.get('c', 'v w'));
  return response;
}

const views: Record<string, (request: HttpRequest) => HttpResponse> = {
  ok,
  echo,
  boom: failing(new RangeError('boom')),
  missing: failing(new Http404('x')),
  denied: failing(new PermissionDenied('x')),
  suspicious: failing(new SuspiciousOperation('x')),
  nothing: () => null as unknown as HttpResponse,
  loop: () => new HttpResponseRedirect('/loop/'),
  grow: (request) => new HttpResponseRedirect(`/grow/?${request.GET.urlencode()}x=1&`),
  same: () => new Temporary('/echo/?q=1'),
  relative: () => new HttpResponseRedirect('../echo/?a=b'),
  elsewhere: () => new HttpResponseRedirect('https://other.example:8443/echo/'),
  stream: () => new StreamingHttpResponse(['a', 'b'].values()) as unknown as HttpResponse,
  empty: () => new HttpResponse('body', { status: 204 }),
  unchanged: () => new HttpResponse('body', { status: 304 }),
  json: () => new JsonResponse({ a: 1 }),
  cookies: (request) => new HttpResponse(repr(Object.fromEntries(request.COOKIES))),
  forget: () => {
    const response = new HttpResponse('x');
    response.deleteCookie('c');
    return response;
  },
};

beforeEach(() => {
  const down = (_: HttpRequest, { n }: { n: number }) =>
    n ? new HttpResponseRedirect(`/down/${n - 1}/`) : new HttpResponse('end');
  freshSettings({
    ROOT_URLCONF: {
      urlpatterns: [
        ...Object.entries(views).map(([name, view]) => path(`${name}/`, view)),
        path('down/<int:n>/', down),
      ],
    },
  });
  order = [];
  client = new Client();
  const senderName = (sender: unknown) => (sender as { name?: string } | null)?.name ?? 'None';
  requestStarted.connect(({ sender }) => order.push(`started ${senderName(sender)}`), {
    weak: false,
  });
  requestFinished.connect(({ sender }) => order.push(`finished ${senderName(sender)}`), {
    weak: false,
  });
});

describe('a response', () => {
  test('comes back from the view itself, between the signals, closed', () => {
    const response = client.get('/ok/', { c: '1' });
    expect(order).toEqual(['started ClientHandler', 'view GET true', 'finished None']);
    expect([response.statusCode, text(response), response.closed]).toEqual([200, 'hello', true]);
    expect(response.client).toBe(client);
    expect(response.request.PATH_INFO).toBe('/ok/');
    expect(String(response.wsgiRequest)).toBe("<WSGIRequest: GET '/ok/?c=1'>");
    expect(response.resolverMatch.func).toBe(ok);
    expect([response.templates, response.context]).toEqual([[], null]);
  });

  test('has no body where a server would send none', () => {
    const head = client.head('/ok/');
    expect([text(head), head.get('Content-Type')]).toEqual(['', 'text/html; charset=utf-8']);
    expect([text(client.get('/empty/')), text(client.get('/unchanged/'))]).toEqual(['', '']);
  });

  test('that streams is closed when it has been read', () => {
    const response = client.get('/stream/') as unknown as StreamingHttpResponse;
    expect([order, response.closed]).toEqual([['started ClientHandler'], false]);
    expect(Array.from(response.streamingContent, latin1Decode)).toEqual(['a', 'b']);
    expect([order.at(-1), response.closed]).toEqual(['finished None', true]);
    const head = client.head('/stream/') as unknown as StreamingHttpResponse;
    expect([...head.streamingContent]).toEqual([]);
  });

  test('can be read as JSON if it says that it is', () => {
    expect(client.get('/json/').json()).toEqual({ a: 1 });
    expect(() => client.get('/ok/').json()).toThrow(
      'Content-Type header is "text/html; charset=utf-8", not "application/json"',
    );
  });
});

describe('an error', () => {
  test('that nothing answered is thrown again, after the signals', () => {
    expect(() => client.get('/boom/')).toThrow('boom');
    expect(order).toEqual(['started ClientHandler', 'finished None']);
    expect(() => client.get('/nothing/')).toThrow("didn't return an HttpResponse object");
    expect(client.get('/ok/').statusCode).toBe(200);
  });

  test('that Django answers comes back as a response', () => {
    const paths = ['/missing/', '/denied/', '/suspicious/', '/nowhere/'];
    expect(paths.map((address) => client.get(address).statusCode)).toEqual([404, 403, 400, 404]);
    expect(() => client.get('/nowhere/').resolverMatch).toThrow();
  });
});

describe('cookies', () => {
  test('are kept and sent, and forgotten only as a browser would not', () => {
    client.get('/ok/');
    expect(text(client.get('/cookies/'))).toBe("{'c': 'v w'}");
    client.get('/ok/', { c: 'other' });
    expect(text(client.get('/cookies/'))).toBe("{'c': 'other'}");
    client.get('/forget/');
    expect(text(client.get('/cookies/'))).toBe("{'c': ''}");
    expect(client.cookies.get('c')?.attribute('max-age')).toBe(0);
  });
});

describe('redirects', () => {
  test('are followed with GET where the client is told to', () => {
    expect(client.get('/down/2/').statusCode).toBe(302);
    const response = client.post('/down/2/', { a: 1 }, { follow: true });
    expect(response.redirectChain).toEqual([
      ['/down/1/', 302],
      ['/down/0/', 302],
    ]);
    expect([text(response), response.wsgiRequest.method]).toEqual(['end', 'GET']);
  });

  test('with 307 keep method and data, and lose their query', () => {
    const posted = client.post('/same/', 'xyz', { contentType: 'text/plain', follow: true });
    expect(text(posted)).toBe("POST /echo/ testserver 80 http 'xyz'");
    const got = client.get('/same/', { z: '1' }, { follow: true });
    expect(text(got)).toBe("GET /echo/?z=1 testserver 80 http ''");
  });

  test('lead to other paths and other hosts', () => {
    const follow = { follow: true };
    expect(text(client.get('/relative/', null, follow))).toBe(
      "GET /echo/?a=b testserver 80 http ''",
    );
    expect(text(client.get('/elsewhere/', null, follow))).toBe(
      "GET /echo/ other.example 8443 https ''",
    );
  });

  test.each([
    ['/loop/', 'Redirect loop detected.', 2],
    ['/grow/', 'Too many redirects.', 21],
  ])('in a circle or without end are an error: %s', (address, message, steps) => {
    let caught: unknown;
    try {
      client.get(address, null, { follow: true });
    } catch (error) {
      caught = error;
    }
    if (!(caught instanceof RedirectCycleError)) throw caught;
    expect([caught.message, caught.redirectChain.length]).toEqual([message, steps]);
    expect(caught.lastResponse.statusCode).toBe(302);
  });
});

test.each([
  ['put', "PUT /echo/ testserver 80 http 'x'"],
  ['patch', "PATCH /echo/ testserver 80 http 'x'"],
  ['delete', "DELETE /echo/ testserver 80 http 'x'"],
  ['options', "OPTIONS /echo/ testserver 80 http 'x'"],
] as const)('the client can %s', (method, answer) => {
  expect(text(client[method]('/echo/', 'x'))).toBe(answer);
});

test('the client can trace, and come over https', () => {
  expect(text(client.trace('/echo/'))).toBe("TRACE /echo/ testserver 80 http ''");
  expect(text(client.get('/echo/', null, { secure: true }))).toBe(
    "GET /echo/ testserver 443 https ''",
  );
});

test('a client may ask for the CSRF check, and say something with every request', () => {
  const strict = new Client({ enforceCsrfChecks: true, HTTP_USER_AGENT: 'ua' });
  expect(strict.get('/ok/').wsgiRequest.META.HTTP_USER_AGENT).toBe('ua');
  expect(order).toContain('view GET false');
});
