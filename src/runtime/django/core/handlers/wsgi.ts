/**
 * Where WSGI ends and Django begins.
 *
 * @module
 */

import { parseHeader } from '../../../cgi.ts';
import { isKnownCharset } from '../../../charsets.ts';
import { integerOrNull } from '../../../wsgiref/integer.ts';
import type {
  ApplicationResult,
  Environ,
  FileWrapperClass,
  Header,
  StartResponse,
} from '../../../wsgiref/types.ts';
import { parseCookie } from '../../http/cookie.ts';
import { FileResponse } from '../../http/file-response.ts';
import { QueryDict } from '../../http/query-dict.ts';
import { HttpRequest } from '../../http/request.ts';
import type { HttpResponse, StreamingHttpResponse } from '../../http/response.ts';
import { setScriptPrefix } from '../../urls/base.ts';
import { requestStarted } from '../signals.ts';
import { BaseHandler } from './base.ts';
import { LimitedStream } from './limited-stream.ts';
import { getBytesFromWsgi, getPathInfo, getScriptName, getStrFromWsgi } from './wsgi-environ.ts';

export { LimitedStream } from './limited-stream.ts';
export { getBytesFromWsgi, getPathInfo, getScriptName, getStrFromWsgi } from './wsgi-environ.ts';

/** A request made of an environ, which it keeps as `META` and changes. @models django.core.handlers.wsgi:WSGIRequest */
export class WSGIRequest extends HttpRequest {
  readonly environ: Environ;
  #cookiesRead = false;

  /** @throws {UnicodeEncodeError} for a path that is no native string. @throws {TooManyFieldsSent} where the content type has a charset, since then the query string is read at once. @models django.core.handlers.wsgi:WSGIRequest.__init__ */
  constructor(environ: Environ) {
    super();
    const scriptName = getScriptName(environ);
    const pathInfo = getPathInfo(environ) || '/';
    this.environ = environ;
    this.pathInfo = pathInfo;
    this.path = `${scriptName.replace(/\/+$/, '')}/${pathInfo.replace('/', '')}`;
    this.META = environ;
    environ.PATH_INFO = pathInfo;
    environ.SCRIPT_NAME = scriptName;
    this.method = environ.REQUEST_METHOD.toUpperCase();
    [this.contentType, this.contentParams] = parseHeader(environ.CONTENT_TYPE ?? '');
    const { charset } = this.contentParams;
    if (charset !== undefined && isKnownCharset(charset)) this.encoding = charset;
    this._stream = new LimitedStream(environ['wsgi.input'], contentLength(environ));
  }

  /** Read when first asked for. */
  override get COOKIES(): Map<string, string> {
    if (!this.#cookiesRead) {
      super.COOKIES = this.#readCookies();
      this.#cookiesRead = true;
    }
    return super.COOKIES;
  }

  override set COOKIES(cookies: Map<string, string>) {
    this.#cookiesRead = true;
    super.COOKIES = cookies;
  }

  /** @models django.core.handlers.wsgi:WSGIRequest._get_scheme */
  protected override _getScheme(): string {
    return this.environ['wsgi.url_scheme'];
  }

  /** @models django.core.handlers.wsgi:WSGIRequest.COOKIES */
  #readCookies(): Map<string, string> {
    return parseCookie(getStrFromWsgi(this.environ, 'HTTP_COOKIE', ''));
  }

  /** @models django.core.handlers.wsgi:WSGIRequest.GET */
  protected override _readQuery(): QueryDict {
    const query = getBytesFromWsgi(this.environ, 'QUERY_STRING', '');
    return new QueryDict(query, { encoding: this._encoding });
  }
}

/** Django as a WSGI application; its middleware is loaded as it is made. @models django.core.handlers.wsgi:WSGIHandler */
export class WSGIHandler extends BaseHandler {
  static readonly requestClass = WSGIRequest;

  /** @models django.core.handlers.wsgi:WSGIHandler.__init__ */
  constructor() {
    super();
    this.loadMiddleware();
  }

  /** One request from environ to response; the response is the result that the server iterates and closes. @models django.core.handlers.wsgi:WSGIHandler.__call__ */
  __call__(environ: Environ, startResponse: StartResponse): ApplicationResult {
    const handlerClass = this.constructor as typeof WSGIHandler;
    setScriptPrefix(getScriptName(environ));
    requestStarted.send(handlerClass, { environ });
    const request = new handlerClass.requestClass(environ);
    const response = this.getResponse(request) as HttpResponse | StreamingHttpResponse;
    response._handlerClass = handlerClass;

    const status = `${response.statusCode} ${response.reasonPhrase}`;
    const headers: Header[] = response.items();
    for (const cookie of response.cookies.values()) {
      headers.push(['Set-Cookie', cookie.output('')]);
    }
    startResponse(status, headers);
    return wrapFile(environ['wsgi.file_wrapper'], response) ?? response;
  }
}

function wrapFile(
  Wrapper: FileWrapperClass | undefined,
  response: HttpResponse | StreamingHttpResponse,
): ApplicationResult | null {
  const file = response instanceof FileResponse ? response.fileToStream : null;
  return Wrapper && file ? new Wrapper(file) : null;
}

function contentLength(environ: Environ): number {
  return integerOrNull(environ.CONTENT_LENGTH ?? '') ?? 0;
}
