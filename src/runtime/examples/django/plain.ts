/**
 * Views that show what they were given.
 *
 * @module
 */

import { latin1Decode } from '../../codecs.ts';
import { HttpResponse } from '../../django/http.ts';
import type { HttpRequest } from '../../django/http/request.ts';
import type { ResponseOptions } from '../../django/http/response-base.ts';
import { getResolver, path, rePath, reverse } from '../../django/urls.ts';
import type { UUID } from '../../django/urls/converters.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { csrfExempt } from '../../django/views/decorators/csrf.ts';
import { registerModule } from '../../importlib.ts';
import { str } from '../../repr.ts';
import { strip } from '../../text.ts';

/** A response of plain text. */
export function text(body: string, options: ResponseOptions = {}): HttpResponse {
  return new HttpResponse(body, { ...options, contentType: 'text/plain; charset=utf-8' });
}

/** The fields of a form or a query, one a line. */
export function fieldLines(fields: { lists(): Iterable<[string, string[]]> }): string[] {
  return Array.from(fields.lists(), ([key, values]) => `${key}=${values.join('|')}`);
}

/** The front page. */
export const index: View = () => new HttpResponse('<h1>Demo</h1>');

const hello = (_request: HttpRequest, { name = 'World' }: { name?: string }) =>
  text(`Hello, ${name}`);

const article = (_request: HttpRequest, { year = 0, slug }: { year?: number; slug?: string }) =>
  text(`${BigInt(year) + 1n} ${slug}`);

const archive = (_request: HttpRequest, { year, month }: { year: string; month: string }) =>
  text(`${year}-${month}`);

const unnamed = (_request: HttpRequest, number: string, word: string) => text(`${number}/${word}`);

const identity = (_request: HttpRequest, { id }: { id: UUID }) => text(String(id));

const whole = (_request: HttpRequest, { name }: { name: string }) => text(name);

const query: View = (request) => text(fieldLines(request.GET).join('\n'));

const address: View = (request) =>
  text(
    [
      request.method,
      request.path,
      request.pathInfo,
      request.getFullPath(),
      request.scheme,
      request.isAjax() ? 'ajax' : 'no ajax',
      request.contentType,
    ].join('\n'),
  );

const host: View = (request) =>
  text([request.getHost(), request.getPort(), request.buildAbsoluteUri('x')].join('\n'));

const raw: View = (request) => text(request.getRawUri());

const shown: View = (request) => {
  const resolver = getResolver();
  const [first] = resolver.urlPatterns;
  return text(
    [request, new HttpResponse('x'), request.resolverMatch, resolver, first].map(String).join('\n'),
  );
};

const body = csrfExempt(
  (request: HttpRequest) =>
    new HttpResponse(request.body, { contentType: 'application/octet-stream' }),
);

const lines = csrfExempt((request: HttpRequest) =>
  text(Array.from(request, (line) => strip(latin1Decode(line))).join('|')),
);

const late = csrfExempt((request: HttpRequest) => {
  request.read(3);
  return text(String(request.body.length));
});

const cookies: View = (request) =>
  text(Array.from(request.COOKIES, ([key, value]) => `${key}=${value}`).join('\n'));

const headers: View = (request) => {
  const names = ['Accept', 'X-Custom', 'Content-Type', 'content-length'];
  return text(names.map((name) => `${name}: ${request.headers.get(name) ?? '-'}`).join('\n'));
};

const addresses: View = () =>
  text(
    [
      reverse('index'),
      reverse('article', { kwargs: { year: 2019, slug: 'a-b' } }),
      reverse('article', { args: [2019, 'c'] }),
      reverse('unnamed', { args: [7, 'x'] }),
      reverse('whole', { kwargs: { name: 'a b/\u00e9?#' } }),
      reverse('notes:list'),
      reverse('other:list'),
      reverse('notes:list', { currentApp: 'other' }),
    ].join('\n'),
  );

const resolved: View = ({ resolverMatch: match }) =>
  text(
    [match?.viewName, match?.urlName, match?.appName, match?.namespace, match?.route]
      .map((shown) => str(shown ?? null))
      .join('\n'),
  );

/** The views and their addresses. */
export function plain(): UrlconfModule & Record<string, unknown> {
  return {
    hello,
    resolved,
    shown,
    urlpatterns: [
      path('hello/', hello, { name: 'hello' }),
      path('hello/<name>/', hello, { name: 'hello-name' }),
      path('articles/<int:year>/', article, { kwargs: { slug: 'all' }, name: 'year' }),
      path('articles/<int:year>/<slug:slug>/', article, { name: 'article' }),
      path('kwargs/<slug>/', article, { kwargs: { year: 1, slug: 'wins' } }),
      rePath('^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/$', archive, { name: 'archive' }),
      rePath(String.raw`^unnamed/(\d+)/(\w+)/$`, unnamed, { name: 'unnamed' }),
      path('identity/<uuid:id>/', identity, { name: 'identity' }),
      path('whole/<path:name>', whole, { name: 'whole' }),
      path('query/', query),
      path('address/', address),
      path('address', address),
      path('host/', host),
      path('raw/', raw),
      path('shown/', shown, { name: 'shown' }),
      path('body/', body),
      path('lines/', lines),
      path('late/', late),
      path('cookies/', cookies),
      path('headers/', headers),
      path('addresses/', addresses),
      path('resolved/', resolved, { name: 'resolved' }),
      rePath('^resolved/(?P<word>[a-z]+)$', resolved),
    ],
  };
}

registerModule('demo.plain', plain);
