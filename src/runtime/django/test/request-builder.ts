/**
 * From a method, a path and some data to the environ of a request.
 *
 * @module
 */

import { latin1Decode, utf8Encode } from '../../codecs.ts';
import { BytesIO } from '../../io.ts';
import { isPlainObject } from '../../objects.ts';
import { dumps } from '../../json.ts';
import { unquote } from '../../urllib/parse.ts';
import { type ParseResult, urlparse } from '../../urllib/urlparse.ts';
import { createEnviron } from '../../wsgiref/environ.ts';
import type { Environ, ErrorStream, InputStream, PartialEnviron } from '../../wsgiref/types.ts';
import { SimpleCookie } from '../http/cookie.ts';
import { settings } from '../conf.ts';
import { quoteCookie } from '../../http/cookies.ts';
import { urlencode } from '../utils/http.ts';
import { FakePayload } from './fake-payload.ts';
import {
  BOUNDARY,
  encodeMultipart,
  forceBytes,
  type FormData,
  MULTIPART_CONTENT,
} from './multipart.ts';

/** Beside these, whatever the environ of the request is to hold: Python's keyword arguments. */
export interface RequestOptions {
  contentType?: string | null;
  /** Whether it comes over https. */
  secure?: boolean;
  [variable: string]: unknown;
}

/** A body: text, bytes, or what becomes JSON or a form by its content type. */
export type RequestData = string | Uint8Array | FormData | readonly unknown[];

const OCTETS = 'application/octet-stream';

/** Builds requests, and does with each what a subclass says. */
export abstract class RequestBuilder<Result> {
  /** What every environ holds beside the usual. */
  readonly defaults: PartialEnviron;
  /** The cookies that go with every request. */
  cookies = new SimpleCookie();
  /** What applications write to `wsgi.errors`: bytes, as in Django, so that text does not fit. */
  readonly errors = new BytesIO();

  constructor(defaults: PartialEnviron = {}) {
    this.defaults = defaults;
  }

  /** Does what is to be done with a request. */
  abstract request(extra?: PartialEnviron): Result;

  /** A GET request; data become the query. @models django.test.client:RequestFactory.get */
  get(path: string, data: FormData | null = null, options: RequestOptions = {}): Result {
    return this.#withQuery('GET', path, data, options);
  }

  /** A POST request; data become a form with parts unless `contentType` says otherwise. @models django.test.client:RequestFactory.post */
  post(path: string, data: RequestData | null = null, options: RequestOptions = {}): Result {
    const contentType = options.contentType ?? MULTIPART_CONTENT;
    const body = encodeData(encodeJson(data ?? {}, contentType), contentType);
    return this.generic('POST', path, body, { ...options, contentType });
  }

  /** A HEAD request. @models django.test.client:RequestFactory.head */
  head(path: string, data: FormData | null = null, options: RequestOptions = {}): Result {
    return this.#withQuery('HEAD', path, data, options);
  }

  /** A TRACE request. @models django.test.client:RequestFactory.trace */
  trace(path: string, options: RequestOptions = {}): Result {
    return this.generic('TRACE', path, '', options);
  }

  /** An OPTIONS request. @models django.test.client:RequestFactory.options */
  options(path: string, data: RequestData = '', options: RequestOptions = {}): Result {
    return this.generic('OPTIONS', path, data, options);
  }

  /** A PUT request; JSON where `contentType` says so. @models django.test.client:RequestFactory.put */
  put(path: string, data: RequestData = '', options: RequestOptions = {}): Result {
    return this.generic('PUT', path, encodeJson(data, options.contentType ?? OCTETS), options);
  }

  /** A PATCH request. @models django.test.client:RequestFactory.patch */
  patch(path: string, data: RequestData = '', options: RequestOptions = {}): Result {
    return this.generic('PATCH', path, encodeJson(data, options.contentType ?? OCTETS), options);
  }

  /** A DELETE request. @models django.test.client:RequestFactory.delete */
  delete(path: string, data: RequestData = '', options: RequestOptions = {}): Result {
    return this.generic('DELETE', path, encodeJson(data, options.contentType ?? OCTETS), options);
  }

  /** A request of any method. @models django.test.client:RequestFactory.generic */
  generic(
    method: string,
    path: string,
    data: RequestData = '',
    { contentType, secure = false, ...extra }: RequestOptions = {},
  ): Result {
    const parsed = urlparse(path);
    const body = forceBytes(data);
    const environ: PartialEnviron = {
      PATH_INFO: pathOf(parsed),
      REQUEST_METHOD: method,
      SERVER_PORT: secure ? '443' : '80',
      'wsgi.url_scheme': secure ? 'https' : 'http',
    };
    if (body.length > 0) {
      environ.CONTENT_LENGTH = String(body.length);
      environ.CONTENT_TYPE = contentType ?? OCTETS;
      environ['wsgi.input'] = payload(body);
    }
    Object.assign(environ, extra);
    environ.QUERY_STRING ||= latin1Decode(utf8Encode(parsed.query));
    return this.request(environ);
  }

  /** The environ of a request, later sources winning. @models django.test.client:RequestFactory._base_environ */
  protected baseEnviron(extra: PartialEnviron): Environ {
    const cookies = Array.from(
      this.cookies.values(),
      ({ key, value }) => `${key}=${quoteCookie(value)}`,
    );
    const usual: PartialEnviron = {
      HTTP_COOKIE: cookies.toSorted().join('; '),
      PATH_INFO: '/',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: 'GET',
      SCRIPT_NAME: '',
      SERVER_NAME: 'testserver',
      SERVER_PORT: '80',
      SERVER_PROTOCOL: 'HTTP/1.1',
      'wsgi.version': Object.freeze([1, 0] as const),
      'wsgi.url_scheme': 'http',
      'wsgi.input': payload(new Uint8Array(0)),
      'wsgi.errors': this.errors as unknown as ErrorStream,
      'wsgi.multiprocess': true,
      'wsgi.multithread': false,
      'wsgi.run_once': false,
    };
    return createEnviron(usual, this.defaults, extra) as Environ;
  }

  #withQuery(method: string, path: string, data: FormData | null, options: RequestOptions): Result {
    return this.generic(method, path, '', {
      QUERY_STRING: urlencode(data ?? {}, true),
      ...options,
    });
  }
}

/** JSON where the content type asks for it and the data are a dict or a list. @models django.test.client:RequestFactory._encode_json */
function encodeJson(data: RequestData, contentType: string): RequestData {
  const isData = isPlainObject(data) || Array.isArray(data);
  return isData && /^application\/(?:.+\+)?json/.test(contentType) ? dumps(data) : data;
}

/** @models django.test.client:RequestFactory._encode_data */
function encodeData(data: RequestData, contentType: string): Uint8Array {
  if (contentType === MULTIPART_CONTENT) return encodeMultipart(BOUNDARY, data as FormData);
  const charset = /^.*; charset=([\w-]+);?/.exec(contentType)?.[1] ?? settings.DEFAULT_CHARSET;
  return forceBytes(data, charset);
}

/** @models django.test.client:RequestFactory._get_path */
function pathOf({ path, params }: ParseResult): string {
  const whole = params ? `${path};${params}` : path;
  return unquote(latin1Decode(utf8Encode(whole)));
}

function payload(body: Uint8Array): InputStream {
  return new FakePayload(body) as unknown as InputStream;
}
