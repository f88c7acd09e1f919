/**
 * Where a redirect leads the test client.
 *
 * @module
 */

import { urlparse } from '../../urllib/urlparse.ts';
import { QueryDict } from '../http/query-dict.ts';
import type { Client, TestResponse } from './client.ts';
import type { FormData } from './multipart.ts';
import type { RequestData, RequestOptions } from './request-builder.ts';

/** What a request was sent with. */
export interface SentWith {
  data: RequestData | null;
  options: RequestOptions;
}

/** The request that a response asks for. */
export interface NextRequest extends SentWith {
  send(client: Client): TestResponse;
}

/** What to send next: with 307 and 308 the same to another address, else a GET; `null` where it is no redirect. */
export function nextRequest(
  response: TestResponse,
  { data, options }: SentWith,
): NextRequest | null {
  if (![301, 302, 303, 307, 308].includes(response.statusCode)) return null;
  const url = urlparse(response.get('Location', ''));
  const { hostname, port } = hostOf(url.netloc);
  const next = { ...options };
  if (url.scheme) next['wsgi.url_scheme'] = url.scheme;
  if (hostname) next['SERVER_NAME'] = hostname;
  if (port) next['SERVER_PORT'] = port;
  const path = url.path.startsWith('/')
    ? url.path
    : joinPath(String(response.request.PATH_INFO), url.path);

  if (response.statusCode === 307 || response.statusCode === 308) {
    const method = String(response.request.REQUEST_METHOD);
    return { data, options: next, send: (client) => resend(client, method, path, data, next) };
  }
  const { contentType: _, ...plain } = next;
  const query = new QueryDict(url.query);
  return { data: query, options: plain, send: (client) => client.get(path, query, plain) };
}

function resend(
  client: Client,
  method: string,
  path: string,
  data: RequestData | null,
  options: RequestOptions,
): TestResponse {
  switch (method) {
    case 'GET':
      return client.get(path, data as FormData, options);
    case 'HEAD':
      return client.head(path, data as FormData, options);
    case 'POST':
      return client.post(path, data, options);
    case 'TRACE':
      return client.trace(path, options);
    default:
      return client.generic(method, path, data ?? '', options);
  }
}

function hostOf(netloc: string): { hostname: string; port: string } {
  const host = netloc.slice(netloc.lastIndexOf('@') + 1);
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(host) ?? [];
  return { hostname: (bracketed ?? plain ?? '').toLowerCase(), port };
}

/** A relative path beside another. @models urllib.parse:urljoin */
function joinPath(base: string, relative: string): string {
  if (relative === '') return base;
  const kept: string[] = [];
  for (const step of [...base.split('/').slice(0, -1), ...relative.split('/')]) {
    if (step === '..') kept.pop();
    else if (step !== '.') kept.push(step);
  }
  if (/(?:^|\/)\.\.?$/.test(relative)) kept.push('');
  const joined = kept.join('/');
  return joined.startsWith('/') ? joined : `/${joined}`;
}
