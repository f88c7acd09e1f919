/**
 * Views that do not give a response, each in its way.
 *
 * @module
 */

import {
  GeneratorExit,
  KeyboardInterrupt,
  KeyError,
  SystemExit,
  ValueError,
} from '../../builtins.ts';
import { utf8Encode } from '../../codecs.ts';
import {
  DisallowedHost,
  ImproperlyConfigured,
  PermissionDenied,
  RequestDataTooBig,
  SuspiciousFileOperation,
  SuspiciousOperation,
  TooManyFieldsSent,
} from '../../django/core/exceptions.ts';
import { Http404, HttpResponse, StreamingHttpResponse } from '../../django/http.ts';
import { MultiPartParserError } from '../../django/http/multipartparser.ts';
import { path, reverse } from '../../django/urls.ts';
import type { UrlconfModule, View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';

function raising(makeError: () => unknown): View {
  return () => {
    throw makeError();
  };
}

function* failingParts(): Generator<Uint8Array> {
  yield utf8Encode('begun, ');
  throw new ValueError('while streaming');
}

const VIEWS: Readonly<Record<string, View>> = {
  missing: raising(() => new Http404('no such thing')),
  silent: raising(() => new Http404()),
  forbidden: raising(() => new PermissionDenied('not for you')),
  suspicious: raising(() => new SuspiciousOperation('looks odd')),
  multipart: raising(() => new MultiPartParserError('odd parts')),
  host: raising(() => new DisallowedHost('odd host')),
  big: raising(() => new RequestDataTooBig('too big')),
  fields: raising(() => new TooManyFieldsSent('too many')),
  file: raising(() => new SuspiciousFileOperation('odd file')),
  value: raising(() => new ValueError('a value')),
  key: raising(() => new KeyError('absent')),
  configured: raising(() => new ImproperlyConfigured('badly set up')),
  nothing: () => undefined,
  word: () => 'a str' as unknown as HttpResponse,
  leave: raising(() => new SystemExit(3)),
  interrupt: raising(() => new KeyboardInterrupt()),
  generator: raising(() => new GeneratorExit()),
  returned: () => new HttpResponse('a returned 500', { status: 500 }),
  teapot: () => new HttpResponse('a teapot', { status: 418 }),
  unreversed: () => new HttpResponse(reverse('nowhere')),
  stream: () => new StreamingHttpResponse(failingParts()),
};

/** The views and their addresses. */
export function errors(): UrlconfModule & Record<string, unknown> {
  const urlpatterns = Object.entries(VIEWS).map(([name, view]) => path(`${name}/`, view));
  return { ...VIEWS, urlpatterns };
}

registerModule('demo.errors', errors);
